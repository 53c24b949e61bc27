"""Where one message may hold several wishes: its clauses."""

import re

# A new wish may begin after the end of a sentence, where that is not put right, or after a word
# that adds something.
_BOUNDARY = re.compile(
    r"(?<=[.!?;])\s+(?!(?:nein|nee|quatsch|sorry|ich meine?|warte|no|wait|actually|i mean)\b)"
    r"|\s*,?\s+(?:und|and|sowie|außerdem|ausserdem|ansonsten|dann noch|danach|also|oh und|plus)\s+"
    r"(?:(?:dann|auch|noch|außerdem|ausserdem|ferner|then|also)\s+)*"
    r"|\s*,\s+(?=(?:was|wann|wo|wie|welche\w*|what|when|where|how|which)\b)"
    r"|\s*,\s+(?:(?:dann|danach|then|after that|next)\s+)(?:(?:bitte|please)\s+)?"
    r"|\s*,\s+(?=(?:sag|gib|zeig|mach|nehmt?|schick|buch|such|tell|show|give|book|get|send|cancel)\w*\b)",
    re.IGNORECASE,
)
MOST_CLAUSES = 6
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=\S)")
_QUESTION = re.compile(
    r"^\W*(?:was|wann|wo|wie\w*|wer|warum|wieso|welche\w*|muss|kann|brauche|gibt|what|when|where|how|who"
    r"|why|which|do|does|is|are|can|must|will)\b.{3}|\?\s*$",
    re.IGNORECASE | re.DOTALL,
)


def clauses(text: str) -> list[tuple[int, int]]:
    """The clauses of ``text`` as character offsets, in order; at most six, none empty."""
    found: list[tuple[int, int]] = []
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        if len(found) == MOST_CLAUSES - 1:
            break
        if text[start : boundary.start()].strip():
            found.append((start, boundary.start()))
            start = boundary.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def sentences(text: str) -> int:
    """How many sentences ``text`` has, by their marks."""
    return 1 + len(_SENTENCE_END.findall(text.strip()))


_REQUEST = re.compile(
    r"^\W*(?:(?:äh|ähm|also|um|so|dann|then|bitte|please)\s+)*"
    r"(?:buch\w*|zeig\w*|sag\w*|stornier\w*|lösch\w*|gib|geb\w*|schick\w*|reservier\w*"
    r"|verschieb\w*|nenn\w*|book|cancel|show|tell|give|send|get|put|delete|move|reserve"
    r"|ich (?:brauch\w*|möchte|moechte|will|hätte)|i (?:need|want|would)|i'd like|could|würde)\b"
    r"|\b(?:bitte|please)\b",
    re.IGNORECASE,
)


def is_request(clause: str) -> bool:
    """Whether ``clause`` is put as a question, begins as a request does, or says please."""
    return is_question(clause) or _REQUEST.search(clause) is not None


def is_question(clause: str) -> bool:
    """Whether ``clause`` is put as a question, with or without its mark."""
    return _QUESTION.search(clause) is not None
