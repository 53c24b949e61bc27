"""A conversation as a file for the person whose it is. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from connectors.core.texts import text

_BERLIN = ZoneInfo("Europe/Berlin")
_PATTERNS = {"de": "d. MMMM y, HH:mm", "en": "d MMMM y, HH:mm"}
_ROLES = ("person", "bot", "staff")


@dataclass(frozen=True)
class Said:
    """One line: ``at`` is Berlin wall clock in words; ``who`` is empty for what just happened."""

    at: str
    who: str
    text: str


def lines(messages: Iterable[Mapping[str, Any]], language: str) -> list[Said]:
    """The record's messages as they are read aloud."""
    return [
        Said(_at(message["at"], language), _who(message, language), message["text"])
        for message in messages
    ]


def as_text(messages: Iterable[Mapping[str, Any]], language: str) -> str:
    """Plain text, UTF-8."""
    blocks = [text("transcript_title", language), text("transcript_note", language)]
    for said in lines(messages, language):
        head = f"{said.at}  {said.who}".rstrip()
        blocks.append(f"{head}\n{said.text}")
    return "\n\n".join(blocks) + "\n"


def as_html(messages: Iterable[Mapping[str, Any]], language: str) -> str:
    """A page by itself, without script or style; whatever was said is escaped."""
    return _template().render(
        language=language,
        title=text("transcript_title", language),
        note=text("transcript_note", language),
        lines=lines(messages, language),
    )


def _who(message: Mapping[str, Any], language: str) -> str:
    role = message["role"]
    if role not in _ROLES:
        return ""
    named = message.get("sender") if role == "staff" else None
    return str(named or text(f"transcript_{role}", language))


def _at(instant: str | datetime, language: str) -> str:
    moment = datetime.fromisoformat(instant) if isinstance(instant, str) else instant
    pattern = _PATTERNS.get(language, _PATTERNS["de"])
    return format_datetime(
        moment.astimezone(_BERLIN).replace(tzinfo=None), pattern, locale=language
    )


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=select_autoescape(["html"]), trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("transcript.html")
