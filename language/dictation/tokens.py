"""The smallest parts of dictated text: runs of letters, runs of digits, single signs."""

import re
from dataclasses import dataclass

from language.text import fold

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_")


@dataclass(frozen=True)
class Token:
    """``form`` is folded; ``glued``: no blank stands before it; offsets in the text."""

    text: str
    form: str
    start: int
    end: int
    glued: bool

    @property
    def is_word(self) -> bool:
        """Made of letters."""
        return self.text[0].isalpha()

    @property
    def is_digits(self) -> bool:
        """Made of the digits 0 to 9."""
        return self.text.isdecimal() and self.text.isascii()


def tokens(text: str) -> list[Token]:
    """All tokens of ``text`` in order; "K7MP" is three."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        glued = bool(found) and found[-1].end == match.start()
        found.append(Token(match[0], fold(match[0]), match.start(), match.end(), glued))
    return found
