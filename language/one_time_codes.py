"""Six digits sent to somebody, as they are typed or read out: "123 456", "the code is 483920"."""

import re
from dataclasses import dataclass

_DIGITS = 6
_CODE = re.compile(r"(?<![\d+])(\d(?:[ \-.]?\d){5})(?![\d])")
_MOST_OTHER = 30


@dataclass(frozen=True)
class OneTimeCode:
    """``digits`` without blanks; character offsets."""

    digits: str
    start: int
    end: int


def find_one_time_code(text: str) -> OneTimeCode | None:
    """The only six digits of a short text, or None."""
    found = list(_CODE.finditer(text))
    if len(found) != 1:
        return None
    [match] = found
    rest = text[: match.start()] + text[match.end() :]
    if len(rest) > _MOST_OTHER or any(char.isdigit() or char == "@" for char in rest):
        return None
    digits = "".join(char for char in match.group(1) if char.isdigit())
    return OneTimeCode(digits, match.start(), match.end())
