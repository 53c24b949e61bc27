"""What refers to the appointment just shown without naming it."""

import re

from language.text import fold

_IT = r"(?:ihn|den(?: termin)?|diesen(?: termin)?|das|es)"
_MOVED = r"(?:verschieb\w*|verleg\w*|umbuch\w*|umzubuchen|zu verschieben|zu verlegen)"
_MOVES_IT = re.compile(
    r"\b(?:verschieb|verschiebe|verschieben sie|verleg|verlege|verlegen sie) (?:mir |bitte |doch )*"
    rf"{_IT}\b"
    rf"|\b{_IT}\b[^.!?,]{{0,40}}\b{_MOVED}\b"
    r"|\b(?:move|reschedule|shift|push|postpone|bring forward) (?:it|this|that|the appointment)\b"
)


def moves_it(text: str) -> bool:
    """Whether ``text`` wants another time for what was just spoken of: "verschieb ihn"."""
    return _MOVES_IT.search(fold(text)) is not None
