"""What a general word of a service is done to: "den Termin abmelden" is no departure."""

from collections.abc import Sequence
from functools import cache

from language.party_members import people_words
from language.text import Word

_ARTICLES = frozenset(
    "den das die einen ein eine meinen mein meine unseren unser unsere als"
    " the a an my our as".split()
)
_PREPOSITIONS = frozenset("in an bei mit fuer zu von aus nach auf in at with for from by".split())
_PEOPLE = ("speaker", "one", "bare", "pairs", "many", "groups")


@cache
def _people() -> frozenset[str]:
    return frozenset[str]().union(*(people_words(key) for key in _PEOPLE))


def is_done_to_a_thing(tokens: Sequence[Word], at: int) -> bool:
    """Whether the verb ``tokens[at]`` has an object that is nobody: it stands before a German verb
    ("den Termin abmelden", "als Helfer anmelden") and behind an English one ("deregister my dog").
    """
    before = [token.form for token in tokens[max(0, at - 3) : at]]
    behind = [token.form for token in tokens[at + 1 : at + 3]]
    if len(before) > 1 and before[-2] in _ARTICLES:
        led = len(before) > 2 and before[0] in _PREPOSITIONS
        return not led and before[-1] not in _people()
    return len(behind) == 2 and behind[0] in _ARTICLES and behind[1] not in _people()
