"""Is a message nothing but values, as somebody answers a question?"""

from collections.abc import Sequence
from functools import cache

from language.entities import Entity
from language.text import words
from language.vocabulary import load


@cache
def _fillers() -> frozenset[str]:
    return frozenset(load("words")["fillers"])


def is_value_only(text: str, entities: Sequence[Entity]) -> bool:
    """Whether every word of ``text`` belongs to a value or is a small filler word.

    "nein, doch lieber in Walsum" and "am Dienstag um neun" are; "Wann hat Walsum
    auf?" and plain "ja" are not. What data is wished for is a wish, however short.
    """
    if not entities or text.rstrip().endswith("?"):
        return False
    if any(entity.kind == "dataset" for entity in entities):
        return False
    return all(
        word.form in _fillers()
        or any(e.start <= word.start and word.end <= e.end for e in entities)
        for word in words(text)
    )
