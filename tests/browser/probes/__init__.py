"""Questions that only a script in the page can answer."""

from pathlib import Path


def probe(name: str) -> str:
    """The source of a function to evaluate in a page."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
