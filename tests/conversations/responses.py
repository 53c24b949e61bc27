"""What the assistant said, by the keys of data/domain, so that rewording breaks no test.

What the channels say themselves is known by the keys of connectors/core/texts.yml.
"""

import re
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

_ROOT = Path(__file__).parents[2]
_DOMAIN = _ROOT / "data" / "domain"
_CHANNELS = _ROOT / "connectors" / "core" / "texts.yml"


def is_response(key: str, language: str, text: str) -> bool:
    """Whether ``text`` is the response ``key`` with any values."""
    return any(pattern.fullmatch(text) for pattern in _patterns()[key, language])


def key_of(language: str, text: str) -> str:
    """The response that ``text`` is, for messages about failures; "" when it is none."""
    fitting = {
        key: max(len(pattern.pattern) for pattern in patterns)
        for (key, of), patterns in _patterns().items()
        if of == language and any(pattern.fullmatch(text) for pattern in patterns)
    }
    return max(fitting, key=lambda key: fitting[key], default="")


@cache
def _patterns() -> dict[tuple[str, str], list[re.Pattern[str]]]:
    found: dict[tuple[str, str], list[re.Pattern[str]]] = {}
    for path in sorted(_DOMAIN.glob("*.yml")):
        responses = yaml.safe_load(path.read_text(encoding="utf-8")).get("responses") or {}
        for key, variations in responses.items():
            for variation in variations:
                language = variation["condition"][0]["value"]
                found.setdefault((key, language), []).append(_pattern(variation["text"]))
    for key, texts in yaml.safe_load(_CHANNELS.read_text(encoding="utf-8")).items():
        for language, text in texts.items():
            found.setdefault((key, language), []).append(_pattern(text))
    return found


def _pattern(text: str) -> re.Pattern[str]:
    parts = [
        re.escape(literal) + (".*" if name else "")
        for literal, name, _, _ in Formatter().parse(text)
    ]
    # Between two blanks an empty value leaves one.
    return re.compile("".join(parts).replace(r"\ .*\ ", r"\ (?:.*\ )?"), re.DOTALL)
