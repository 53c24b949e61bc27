"""German and English number words: "einundzwanzig" ↔ 21, "twenty-first" ↔ 21st.

``language`` is "de" or "en". Words are written by num2words; reading is our own, because
people also say "zwoundzwanzig", write "funf" and mix words with digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from num2words import num2words

from language.number_forms import GAPS, cardinals, ordinals
from language.text import fold
from language.vocabulary import load

_HUNDRED = {"de": "hundert", "en": "hundred"}
_THOUSAND = {"de": "tausend", "en": "thousand"}
_AND = {"de": "und", "en": "and"}
_ZWO = re.compile(r"zwo(?!e?lf)")
_ORDINAL_DIGITS = re.compile(r"(\d{1,4})(?:\.|st|nd|rd|th|te[nrsm]?|ste[nrsm]?)")
_SEPARATED = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,2}")
_WHOLE = re.compile(r"ste[nrsm]?|th")
_LONGEST_DIGITS = 4
_LONGEST = 80
_CENTURIES = range(11, 21)

MOST = 999_999

Forms = Callable[[str], dict[str, int]]


def number_words(value: int, language: str) -> str:
    """``value`` (0 to 999,999) in words: 21 → "einundzwanzig" / "twenty-one".

    Raises ValueError outside.
    """
    if not 0 <= value <= MOST:
        raise ValueError(f"no words for {value}")
    return str(num2words(value, lang=language)).replace(",", "")


def ordinal_words(value: int, language: str) -> str:
    """``value`` (0 to 999,999) as an ordinal: 3 → "dritte" / "third".

    Raises ValueError outside.
    """
    if not 0 <= value <= MOST:
        raise ValueError(f"no words for {value}")
    return str(num2words(value, lang=language, to="ordinal")).replace(",", "")


def parse_number(text: str, language: str) -> int | None:
    """The cardinal that ``text`` as a whole says, in digits or words, or None.

    Umlauts may be spelled out or left out, words may be joined, hyphenated or spaced and
    mixed with digits: "zwoundzwanzig", "ein und zwanzig", "one hundred and five", "42",
    "3 tausend", "nineteen eighty-four". Up to 999,999.
    """
    said = text.strip()
    if _SEPARATED.fullmatch(said):
        return int(re.sub(r"[.,]", "", said))
    return _parse(said, language, cardinals)


def parse_ordinal(text: str, language: str) -> int | None:
    """The ordinal that ``text`` as a whole says: "3.", "dritten", "3rd", "twenty-first"."""
    digits = _ORDINAL_DIGITS.fullmatch(text.strip().lower())
    return int(digits.group(1)) if digits else _parse(text, language, ordinals)


def _parse(text: str, language: str, forms: Forms) -> int | None:
    if len(text) > _LONGEST:
        return None
    joined = GAPS.sub("", text.strip().lower())
    if joined.isdecimal() and forms is cardinals:
        return int(joined) if len(joined) <= _LONGEST_DIGITS else None
    form = _mended(fold(joined), language)
    value = forms(language).get(form)
    if value is None:
        value = _with_thousands(form, language, forms)
    if value is None:
        value = _in_hundreds(form, language, forms)
    return value


@lru_cache
def _misspelt(language: str) -> re.Pattern[str]:
    pieces = sorted(load("numbers")["misspelt"][language], key=len, reverse=True)
    return re.compile("|".join(pieces))


def _mended(form: str, language: str) -> str:
    right: dict[str, str] = load("numbers")["misspelt"][language]
    form = _misspelt(language).sub(lambda found: right[found.group()], form)
    return _ZWO.sub("zwei", form) if language == "de" else form


def _with_thousands(form: str, language: str, forms: Forms) -> int | None:
    front, word, rest = form.partition(_THOUSAND[language])
    if not word:
        return None
    thousands = 1 if front in ("", "a") else _below_thousand(front, language)
    below = _rest(rest, language, forms)
    return None if not thousands or below is None else thousands * 1000 + below


def _in_hundreds(form: str, language: str, forms: Forms) -> int | None:
    """As years are said: "neunzehnhundertachtzig", "nineteen eighty", "12 hundert"."""
    front, word, rest = form.partition(_HUNDRED[language])
    if word:
        hundreds = _below_thousand(front, language)
        below = _rest(rest, language, forms)
        is_plain = hundreds is not None and (hundreds in _CENTURIES or front.isdecimal())
        if is_plain and below is not None and hundreds and hundreds < 100 and below < 100:
            return hundreds * 100 + below
        return None
    if language == "en" and forms is cardinals:
        for century, name in _century_names():
            below = cardinals("en").get(form[len(name) :]) if form.startswith(name) else None
            if below is not None and 10 <= below < 100:
                return century * 100 + below
            digit = (
                cardinals("en").get(form.removeprefix(f"{name}oh")) if name + "oh" in form else None
            )
            if digit is not None and 0 < digit < 10:
                return century * 100 + digit
    return None


@lru_cache
def _century_names() -> tuple[tuple[int, str], ...]:
    return tuple((century, number_words(century, "en")) for century in _CENTURIES)


def _below_thousand(form: str, language: str) -> int | None:
    if form.isdecimal() and form.isascii():
        return int(form) if len(form) <= 3 else None
    return cardinals(language).get(form)


def _rest(form: str, language: str, forms: Forms) -> int | None:
    """What stands behind the thousands or hundreds; nothing is 0."""
    if not form:
        return 0 if forms is cardinals else None
    if forms is ordinals and _WHOLE.fullmatch(form):
        return 0
    form = form.removeprefix(_AND[language])
    if form.isdecimal() and form.isascii() and len(form) <= 3 and forms is cardinals:
        return int(form)
    return forms(language).get(form)
