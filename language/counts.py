"""How many of a thing: "zwei neue Reisepässe", "3x Perso", "Reisepass zwei Stück"."""

import re
from collections.abc import Sequence

from language.numbers import parse_number
from language.text import Word

MOST_OF_ONE = 20
_ONE = frozenset("ein eine einen einem einer eines a an one mein meine meinen my".split())
_BOTH = frozenset("beide beiden both couple paar".split())
_PIECES = frozenset("mal stueck stk x times pieces exemplare exemplar".split())
# "Mit 17" is an age, "von drei Zeugnissen" a number.
_AGES = frozenset("mit ab unter ueber at with under over".split())
_PAPERS = frozenset(
    "documents copies papers signatures certificates diplomas dokumente kopien zeugnisse".split()
)
_OF = frozenset("von of".split())
_OF_THEM = frozenset("davon of".split())
_TIMES = re.compile(r"(\d{1,2})x|([a-z]+)(?:mal|fach)")
_NUMBER = re.compile(r"\d{1,2}|[a-z]+")


def count_of(tokens: Sequence[Word], first: int, last: int) -> int | None:
    """The number said for the thing named by ``tokens[first:last + 1]``, 1 to 20, or None."""
    return _before(tokens, first) or _behind(tokens, last)


def _before(tokens: Sequence[Word], first: int) -> int | None:
    for at in range(first - 1, max(-1, first - 3), -1):
        token = tokens[at]
        if token.form in _ONE:
            return None
        if at and tokens[at - 1].form in _AGES and token.form.isdigit():
            return None
        if token.form in _BOTH:
            return 2
        number = _number(token.form)
        if number:
            return number
    three = [token.form for token in tokens[max(0, first - 3) : first]]
    return 2 if three[:1] == ["couple"] and three[1:2] == ["of"] else None


_CHILDREN = frozenset("kinder kindern soehne soehnen toechter toechtern kids children".split())
_FOR = frozenset("fuer for".split())
_MY = frozenset("meine meinen unsere unseren die my our the".split())


def _children(tokens: Sequence[Word]) -> int | None:
    """How many in "für meine zwei Kinder", which is what the thing before it is for."""
    forms = [token.form for token in tokens[:4]]
    if forms[:1] and forms[0] in _FOR:
        said = [form for form in forms[1:] if form not in _MY][:2]
        if len(said) == 2 and said[1] in _CHILDREN:
            return _number(said[0])
    return None


def _behind(tokens: Sequence[Word], last: int) -> int | None:
    children = _children(tokens[last + 1 :])
    if children:
        return children
    behind = tokens[last + 1 : last + 3]
    if len(behind) == 2 and behind[1].form in _OF_THEM:
        return _number(behind[0].form)
    if len(behind) == 2 and behind[1].form in _PAPERS:
        return _number(behind[0].form)
    if len(behind) == 2 and behind[0].form in _OF:
        return _number(behind[1].form)
    if len(behind) == 2 and behind[1].form in _PIECES:
        return _number(behind[0].form)
    return _times(behind[0].form) if behind else None


def _times(form: str) -> int | None:
    times = _TIMES.fullmatch(form)
    return _number(times.group(1) or times.group(2)) if times else None


def _number(form: str) -> int | None:
    times = _times(form)
    if times or not _NUMBER.fullmatch(form):
        return times
    number = parse_number(form, "de") or parse_number(form, "en")
    return number if number and number <= MOST_OF_ONE else None
