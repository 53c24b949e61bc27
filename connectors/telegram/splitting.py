"""Long texts in several messages, split where a sentence ends. Pure."""

import re

# Telegram takes 4,096 UTF-16 code units, counted without the marks of MarkdownV2.
LONGEST = 4000
_LONGEST_CAPTION = 1000
_BOUNDARIES = (
    re.compile(r"\n\s*\n"),
    re.compile(r"(?<=[.!?…:])[\"“”»)\]]*\s+(?=\S)"),
    re.compile(r"\n"),
    re.compile(r"\s+"),
)
# A boundary in the first part would leave a stump.
_LEAST_SHARE = 0.3


def split(text: str, longest: int = LONGEST) -> list[str]:
    """``text`` in pieces of at most ``longest`` UTF-16 code units, none of them empty.

    At the end of a paragraph, else a sentence, a line, a word; within a word only when it alone
    is longer.
    """
    rest = text.strip()
    pieces = []
    while units(rest) > longest:
        most = _prefix(rest, longest)
        end = _boundary(rest, most)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        pieces.append(rest)
    return pieces


def caption(text: str) -> str:
    """``text`` as a caption, which is shorter; cut at the end of a sentence."""
    return next(iter(split(text, _LONGEST_CAPTION)), "")


def units(text: str) -> int:
    """How many UTF-16 code units ``text`` has."""
    return len(text) + sum(character > "\uffff" for character in text)


def _prefix(text: str, longest: int) -> int:
    """How many characters fit."""
    count = 0
    for place, character in enumerate(text):
        count += 2 if character > "\uffff" else 1
        if count > longest:
            return place
    return len(text)


def _boundary(text: str, most: int) -> int:
    least = int(most * _LEAST_SHARE)
    for boundary in _BOUNDARIES:
        # What begins within the room may end outside of it: blanks are dropped anyway.
        found = [match.end() for match in boundary.finditer(text, 0, most + 1)]
        fitting = [end for end in found if least < end <= most]
        if fitting:
            return fitting[-1]
    return max(most, 1)
