"""What somebody wants to change when only its name is said: "die Uhrzeit ändern"."""

import re
from dataclasses import dataclass

from language.text import fold

_CHANGE = (
    r"aender\w*|korrigier\w*|anders|ander\w+|falsch|stimmt nicht|nicht richtig|neue?[nrsm]?"
    r"|change|correct|wrong|different|another|other|not right"
)
_FIELDS = {
    "name": r"(?:nach|vor)?name[ns]?|surname|first name",
    "time": r"(?:uhr)?zeit|tag|datum|zeitpunkt|time|day|date",
    "place": r"ort|amt|stelle|buero|buergeramt|stadtteil|place|office|location",
    "people": r"personen(?:zahl)?|anzahl|number of people|people",
    "service": r"leistung|anliegen|dokument|service|document",
    "contact": r"(?:e-?)?mail\w*|telefon\w*|nummer|kontakt\w*|adresse|phone\w*|contact\w*|address",
}
_PATTERNS = {
    field: re.compile(
        rf"\b(?:{_CHANGE})\b[^.!?]{{0,20}}\b(?:{names})\b"
        rf"|\b(?:{names})\b[^.!?]{{0,20}}\b(?:{_CHANGE})\b"
    )
    for field, names in _FIELDS.items()
}
_MOST_WORDS = 8


_NAMED = {field: re.compile(rf"\b(?:{names})\b") for field, names in _FIELDS.items()}


@dataclass(frozen=True)
class FieldMatch:
    """``field`` is name, time, place, people, service or contact; the whole text's offsets."""

    field: str
    start: int
    end: int


def find_field(text: str) -> FieldMatch | None:
    """The answer that a short text wants to change, or None when it names none or several."""
    if len(text.split()) > _MOST_WORDS:
        return None
    folded = fold(text)
    found = [field for field, pattern in _PATTERNS.items() if pattern.search(folded)]
    return FieldMatch(found[0], 0, len(text)) if len(found) == 1 else None


def mentioned(text: str) -> set[str]:
    """The answers that ``text`` speaks of at all: "Ich habe keine E-Mail" of the contact."""
    folded = fold(text)
    return {field for field, pattern in _NAMED.items() if pattern.search(folded)}
