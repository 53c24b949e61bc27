"""How many people a wish is for."""

import re
from dataclasses import dataclass

from language.numbers import parse_number
from language.text import Folded, fold_in_place

_NUMBER = r"(\d{1,2}|[a-z]+)"
_HEADS = "personen|person|leute|leuten|kinder|kindern|people|persons|kids|children"
_COUNTED = [
    re.compile(pattern)
    for pattern in (
        rf"\b{_NUMBER} (?:{_HEADS})\b",
        rf"\b(?:(?:wir sind )?zu|wir sind|there are|we are) {_NUMBER}\b",
        rf"\bfor {_NUMBER} of us\b|\b{_NUMBER} of us\b",
        rf"\bfuer uns {_NUMBER}\b",
    )
]
_TOGETHER = {"zweit": 2, "dritt": 3, "viert": 4, "fuenft": 5, "sechst": 6}
_SELF = "(?:mich|me|myself|ich|i)"
_RELATIVE = (
    "(?:meine?n? |my )(?:frau|mann|freundin|freund|partnerin|partner|tochter|sohn|kind|mutter|vater"
    "|wife|husband|girlfriend|boyfriend|partner|daughter|son|child|mother|father|mum|mom|dad)"
)
_TWO = re.compile(
    rf"\b{_SELF} (?:und|and) {_RELATIVE}\b|\b{_RELATIVE} (?:und|and) {_SELF}\b"
    r"|\b(?:uns beide|both of us|wir beide|the two of us)\b"
)
# "Me and my two kids" are three.
_SELF_AND = re.compile(
    rf"\b{_SELF} (?:und|and|mit|with) (?:meine[nr]? |my )?{_NUMBER} (?:{_HEADS}|soehnen?|toechtern?"
    r"|sons|daughters)\b"
)
_ONE = re.compile(
    r"\b(?:nur|bloss|only|just|alleine?) (?:fuer |for )?(?:mich|me|myself|eine[rn]?|one|1|ich)\b"
    # "Thursday works for me" is no number.
    r"|\b(?<!works )(?<!geht )(?<!passt )(?<!good )(?<!fine )(?<!ok )(?<!okay )(?<!is )(?<!ist )"
    r"(?:fuer mich(?: allein)?|for me|for myself|alleine?|ich allein|eine person|one person)\b"
)


@dataclass(frozen=True)
class PeopleMatch:
    """A number of people said in a text."""

    count: int
    start: int
    end: int


def find_people(text: str) -> PeopleMatch | None:
    """The number of people named in ``text``, or None."""
    folded = fold_in_place(text)
    both = _TWO.search(folded.text)
    if both:
        return _match(2, both, folded)
    others = _SELF_AND.search(folded.text)
    count = _number(others.group(1)) if others else None
    if others and count:
        return _match(1 + count, others, folded)
    for pattern in _COUNTED:
        for match in pattern.finditer(folded.text):
            said = next(group for group in match.groups() if group)
            count = _TOGETHER.get(said) or _number(said)
            if count:
                return _match(count, match, folded)
    one = _ONE.search(folded.text)
    return _match(1, one, folded) if one else None


def _number(said: str) -> int | None:
    return parse_number(said, "de") or parse_number(said, "en")


def _match(count: int, match: re.Match[str], folded: Folded) -> PeopleMatch:
    return PeopleMatch(count, *folded.place(match.start(), match.end()))
