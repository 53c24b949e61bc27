"""Places in a list of choices: "das zweite", "the last one", or just "2"."""

from dataclasses import dataclass

from language.text import Word, words

LAST = -1
_FORMS = {
    **dict.fromkeys("erste ersten erster erstes first eins one 1".split(), 1),
    **dict.fromkeys("zweite zweiten zweiter zweites second zwei two 2".split(), 2),
    **dict.fromkeys("dritte dritten dritter drittes third drei three 3".split(), 3),
    # Of three, as many as are offered.
    **dict.fromkeys("mittlere mittleren mittlerer mittleres middle".split(), 2),
    **dict.fromkeys("letzte letzten letzter letztes last".split(), LAST),
}
_COUNTS = frozenset("eins one 1 zwei two 2 drei three 3".split())
_ORDINALS = frozenset(_FORMS) - _COUNTS
# What may stand around an answer: "ja, zweite", "second please".
_SMALL = frozenset(
    "ja ok okay gut dann doch lieber bitte danke na hm yes yeah please then rather no nein thanks"
    " nehme nehm ich i take".split()
)
_LEADS = frozenset("das den der die the nummer nr number option nehme nehm take".split())


@dataclass(frozen=True)
class OrdinalMatch:
    """A place named in a text: 1 is the first, -1 the last; character offsets."""

    place: int
    start: int
    end: int


def find_ordinal(text: str) -> OrdinalMatch | None:
    """The place named in ``text``, or None when there is none or more than one.

    A number counts after an article or "Nummer"; alone, only when it is the whole text.
    """
    tokens = words(text)
    found = [
        OrdinalMatch(_FORMS[word.form], word.start, word.end)
        for index, word in enumerate(tokens)
        if word.form in _FORMS and _is_place(tokens, index)
    ]
    return found[0] if len({match.place for match in found}) == 1 else None


def _is_place(tokens: list[Word], index: int) -> bool:
    if len(tokens) == 1:
        return True
    others = [token.form for at, token in enumerate(tokens) if at != index]
    if tokens[index].form in _ORDINALS and _SMALL.issuperset(others):
        return True
    led = index > 0 and tokens[index - 1].form in _LEADS
    followed = tokens[index + 1].form if index + 1 < len(tokens) else ""
    return led and not (followed in {"uhr", "o'clock", "am", "pm"} or followed.isdigit())
