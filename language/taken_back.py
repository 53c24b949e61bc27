"""Values that the same message puts right: "einen Reisepass. Nein, einen Ausweis"."""

import re
from collections.abc import Collection

from language.text import fold

_CORRECTS = re.compile(
    r"\b(?:nein|nee|quatsch|falsch|sorry|entschuldigung|ich mein\w*|besser gesagt|vielmehr|warte"
    r"|doch lieber|doch eher|no|wait|actually|i mean|i meant|scratch that|make that|or rather)\b"
)
_ADDS = re.compile(r"\b(?:auch|noch|ausserdem|zusaetzlich|dazu|also|too|as well|another|plus)\b")


def takes_back(text: str, spans: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of ``spans``, all of one kind of value, that a later one corrects."""
    ordered = sorted(spans)
    found: set[tuple[int, int]] = set()
    for at, later in enumerate(ordered[1:], start=1):
        between = fold(text[ordered[at - 1][1] : later[0]])
        behind = fold(text[later[1] :])
        if _CORRECTS.search(between) and not _ADDS.search(between + " " + behind):
            found.update(ordered[:at])
    return found
