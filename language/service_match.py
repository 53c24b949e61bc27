"""A service that was named, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ServiceMatch:
    """A service named in a text; ``count`` is None when no number was said.

    Of words that stand apart the place is the first word's, so that what stands between
    them ("mein Auto morgen anmelden") is still found.
    """

    key: str
    count: int | None
    start: int
    end: int
