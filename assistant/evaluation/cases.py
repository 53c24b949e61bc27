"""Labelled messages: what somebody wrote, and what was meant."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HEADER = ("lang", "style", "intents", "text")
_BETWEEN_INTENTS = re.compile(r"[+,;|\s]+")


@dataclass(frozen=True)
class Case:
    """A message; ``intents`` are the wishes in it, in their order."""

    language: str
    style: str
    intents: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Outcome:
    """What was understood: ``intents`` in order, ``confidence`` of the first, 0 to 1."""

    case: Case
    intents: tuple[str, ...]
    confidence: float

    @property
    def is_right(self) -> bool:
        """Whether all wishes were found, in their order, and no other."""
        return self.intents == self.case.intents

    @property
    def pair(self) -> tuple[str, str]:
        """The first wish meant and the first one understood."""
        return self.case.intents[0], self.intents[0]


def read_cases(lines: Iterable[str]) -> Iterator[Case]:
    """The cases of a TSV file with the columns ``lang, style, intents, text``.

    Several intents are joined by "+", a comma, a semicolon, a bar or a blank. Raises ValueError
    with the line's number.
    """
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").removeprefix("\ufeff").split("\t")
        if number == 1 and tuple(cells) == HEADER:
            continue
        if len(cells) != len(HEADER) or not all(cell.strip() for cell in cells):
            raise ValueError(f"line {number}: {' , '.join(HEADER)} are needed, tabs between them")
        language, style, intents, text = cells
        yield Case(language, style, tuple(_BETWEEN_INTENTS.split(intents.strip())), text)
