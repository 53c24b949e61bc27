"""German and English number words: "einundzwanzig" ↔ 21, "twenty-first" ↔ 21st.

Written for 0–999; reading also knows whole thousands before them, for years
("zweitausendsechsundzwanzig"). `language` is "de" or "en".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from language.text import fold

_DE_SMALL = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
    "neunzehn",
)  # fmt: skip
_DE_TENS = (
    "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
)  # fmt: skip
_DE_ORDINALS = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
_EN_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_EN_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_EN_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_THOUSAND = {"de": "tausend", "en": "thousand"}
_DE_ENDINGS = ("n", "r", "s", "m", "")
_ZWO = re.compile(r"zwo(?!e?lf)")
_GAPS = re.compile(r"[\s-]+")
_ORDINAL_DIGITS = re.compile(r"(\d{1,4})(?:\.|st|nd|rd|th|te[nrsm]?|ste[nrsm]?)")


def number_words(value: int, language: str) -> str:
    """`value` (0–999) in words: 21 → "einundzwanzig" / "twenty-one"; ValueError outside."""
    if not 0 <= value <= 999:
        raise ValueError(f"no words for {value}")
    return _de_words(value) if language == "de" else _en_words(value)


def ordinal_words(value: int, language: str) -> str:
    """`value` (0–999) as an ordinal: 3 → "dritte" / "third"; ValueError outside."""
    words = number_words(value, language)
    if language == "de":
        last = value % 100
        if last in _DE_ORDINALS:
            stem = words[: -len(_DE_SMALL[last])]
            return stem + _DE_ORDINALS[last]
        return words + ("te" if 0 < last < 20 or value == 0 else "ste")
    start, end = re.fullmatch(r"(.*?)(\w+)", words).groups()  # type: ignore[union-attr]
    if end in _EN_ORDINALS:
        return str(start) + _EN_ORDINALS[end]
    return str(start) + (end[:-1] + "ieth" if end.endswith("y") else end + "th")


def parse_number(text: str, language: str) -> int | None:
    """The cardinal that `text` as a whole says, in digits or words, or None.

    Umlauts may be spelled out or left out, words may be joined, hyphenated or spaced:
    "zwoundzwanzig", "ein und zwanzig", "one hundred and five", "42".
    """
    return _parse(text, language, _cardinals)


def parse_ordinal(text: str, language: str) -> int | None:
    """The ordinal that `text` as a whole says: "3.", "dritten", "3rd", "twenty-first"."""
    digits = _ORDINAL_DIGITS.fullmatch(text.strip().lower())
    return int(digits.group(1)) if digits else _parse(text, language, _ordinals)


def _de_words(value: int) -> str:
    if value < 20:
        return _DE_SMALL[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        front = "ein" if ones == 1 else _DE_SMALL[ones]
        return (f"{front}und" if ones else "") + _DE_TENS[tens - 2]
    hundreds, rest = divmod(value, 100)
    front = "ein" if hundreds == 1 else _DE_SMALL[hundreds]
    return f"{front}hundert" + (_de_words(rest) if rest else "")


def _en_words(value: int) -> str:
    if value < 20:
        return _EN_SMALL[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _EN_TENS[tens - 2] + (f"-{_EN_SMALL[ones]}" if ones else "")
    hundreds, rest = divmod(value, 100)
    return f"{_EN_SMALL[hundreds]} hundred" + (f" and {_en_words(rest)}" if rest else "")


def _spellings(words: str, language: str) -> set[str]:
    """The joined forms under which people write or say `words`."""
    if language == "en":
        joined = _GAPS.sub("", words)
        forms = {joined, joined.replace("hundredand", "hundred")}
        return forms | {form.replace("onehundred", "ahundred") for form in forms}
    forms = {words}
    forms |= {form.replace("einhundert", "hundert") for form in forms}
    forms |= {re.sub(r"hundert(?!ste|$)", "hundertund", form) for form in forms}
    forms |= {form.replace("siebte", "siebente") for form in forms}
    plain = {form.translate(str.maketrans("äöü", "aou")) for form in forms}
    return {fold(form) for form in forms | plain}


@lru_cache
def _cardinals(language: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for value in range(1000):
        table.update(dict.fromkeys(_spellings(number_words(value, language), language), value))
    if language == "de":
        table.update(dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines"), 1))
    return table


@lru_cache
def _ordinals(language: str) -> dict[str, int]:
    endings = _DE_ENDINGS if language == "de" else ("",)
    table: dict[str, int] = {}
    for value in range(1, 1000):
        for form in _spellings(ordinal_words(value, language), language):
            table.update({form + ending: value for ending in endings})
    return table


def _parse(text: str, language: str, forms: Callable[[str], dict[str, int]]) -> int | None:
    said = _GAPS.sub("", text.strip().lower())
    if said.isdecimal() and len(said) <= 4 and forms is _cardinals:
        return int(said)
    folded = _ZWO.sub("zwei", fold(said)) if language == "de" else fold(said)
    known = forms(language)
    if folded in known:
        return known[folded]
    front, thousand, rest = folded.partition(_THOUSAND[language])
    thousands = _cardinals(language).get(front, 1 if not front else 0)
    if not thousand or not 1 <= thousands <= 9:
        return None
    below = 0 if not rest and forms is _cardinals else known.get(_without_and(rest, language))
    return None if below is None else thousands * 1000 + below


def _without_and(rest: str, language: str) -> str:
    return rest.removeprefix("und" if language == "de" else "and")
