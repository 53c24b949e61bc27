"""Questions whether a time is free: "Ist am Nachmittag noch was frei?", "anything on Friday?"."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from language.text import words
from language.vocabulary import load


@cache
def _vocabulary(which: str) -> frozenset[str]:
    return frozenset(load("availability")[which])


def asks_whether_free(text: str, values: Sequence[tuple[int, int]]) -> bool:
    """Whether ``text`` asks for a free time and speaks of nothing else.

    ``values`` are the offsets of the times and places in it, which say when and where.
    """
    forms = [
        word.form
        for word in words(text)
        if not any(start <= word.start < end for start, end in values)
    ]
    free = _vocabulary("free")
    known = all(form in free or form in _vocabulary("small") for form in forms)
    pairs = [f"{one} {two}" for one, two in pairwise(forms)]
    return "?" in text and known and any(said in free for said in [*forms, *pairs])
