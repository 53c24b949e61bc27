"""Wishes for other times than those on offer: "früher bitte", "anything later?"."""

from dataclasses import dataclass

from language.text import words

_EARLIER = frozenset(
    "frueher fruehere frueheres fruehern frueheren frueherer eher earlier sooner".split()
)
_LATER = frozenset("spaeter spaetere spaeteres spaetern spaeteren spaeterer later".split())


@dataclass(frozen=True)
class Alternative:
    """``value`` is "earlier" or "later"; character offsets."""

    value: str
    start: int
    end: int


def find_alternative(text: str) -> Alternative | None:
    """The wish for earlier or later times, or None when there is none or both."""
    found = [
        Alternative("earlier" if word.form in _EARLIER else "later", word.start, word.end)
        for word in words(text)
        if word.form in _EARLIER | _LATER
    ]
    return found[0] if len({each.value for each in found}) == 1 else None
