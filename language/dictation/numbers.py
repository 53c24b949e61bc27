"""Number words as digits in the order they are said: "dreihundertdreiundachtzig" → "383"."""

from collections.abc import Sequence
from functools import lru_cache

from language.dictation.tokens import Token
from language.number_forms import cardinals
from language.numbers import parse_number
from language.text import fold

_ARTICLES = frozenset("ein eine einen einem einer eines a".split())
_HUNDRED = {"hundert", "hundred"}
_SHORTEST_SERIES = 6
_LONGEST_SERIES = 120


def number_at(tokens: Sequence[Token], at: int, language: str) -> tuple[str, int] | None:
    """The digits of the number that begins at ``at`` and where it ends, or None."""
    token = tokens[at]
    if token.is_digits:
        return token.text, at + 1
    if not token.is_word:
        return None
    spoken = _spoken(tokens, at, language)
    if spoken:
        return str(spoken[0]), spoken[1]
    series = _series(token.form, language)
    return (series, at + 1) if series else None


def _spoken(tokens: Sequence[Token], at: int, language: str) -> tuple[int, int] | None:
    hundreds = _hundreds(tokens, at, language)
    if hundreds:
        value, end = hundreds
        behind = end + (_form(tokens, end) in {"und", "and"})
        rest = _below_hundred(tokens, behind, language)
        return (value + rest[0], rest[1]) if rest else hundreds
    below = _below_hundred(tokens, at, language)
    if below:
        return below
    larger = _value(tokens[at].form, language)
    return None if larger is None else (larger, at + 1)


def _hundreds(tokens: Sequence[Token], at: int, language: str) -> tuple[int, int] | None:
    """Whole hundreds, said in one word or two."""
    form = _form(tokens, at)
    if form in _HUNDRED:
        return 100, at + 1
    value: int | None = 1 if form in _ARTICLES else _value(form, language)
    if value is not None and 0 < value < 10 and _form(tokens, at + 1) in _HUNDRED:
        return value * 100, at + 2
    if value and value < 1000 and value % 100 == 0:
        return value, at + 1
    return None


def _below_hundred(tokens: Sequence[Token], at: int, language: str) -> tuple[int, int] | None:
    form = _form(tokens, at)
    value: int | None = 1 if form == "ein" else _value(form, language)
    if value is None or value >= 100:
        return None
    if language == "de" and 0 < value < 10 and _form(tokens, at + 1) == "und":
        tens = _value(_form(tokens, at + 2), language)
        if tens and 20 <= tens < 100 and tens % 10 == 0:
            return value + tens, at + 3
    if form == "ein":
        return None
    if language == "en" and value >= 20 and value % 10 == 0:
        behind = at + 1 + (_form(tokens, at + 1) == "-")
        ones = _value(_form(tokens, behind), language)
        if ones and ones < 10:
            return value + ones, behind + 1
    return value, at + 1


def _form(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].form if at < len(tokens) else ""


@lru_cache(maxsize=4096)
def _value(form: str, language: str) -> int | None:
    if not form or not form[0].isalpha() or form in _ARTICLES:
        return None
    return parse_number(form, language)


@lru_cache(maxsize=4096)
def _series(form: str, language: str) -> str:
    """Digits of number words run together: "einszwodrei" → "123"; else ""."""
    if not _SHORTEST_SERIES <= len(form) <= _LONGEST_SERIES:
        return ""
    digits, at = "", 0
    while at < len(form):
        names = _names(language)
        name = next((name for name in names if form.startswith(name, at)), None)
        if name is None:
            return ""
        digits += names[name]
        at += len(name)
    return digits


@lru_cache
def _names(language: str) -> dict[str, str]:
    """Number words below a hundred, the longest first."""
    forms = {fold(form): value for form, value in cardinals(language).items() if value < 100}
    forms |= {"zwo": 2} if language == "de" else {"oh": 0}
    usable = [form for form in forms if form not in _ARTICLES and len(form) > 1]
    return {form: str(forms[form]) for form in sorted(usable, key=len, reverse=True)}
