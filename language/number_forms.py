"""Every way in which people write the numbers below a thousand, by form without blanks."""

from __future__ import annotations

import re
from functools import lru_cache

from num2words import num2words

from language.text import fold
from language.vocabulary import load

GAPS = re.compile(r"[\s-]+")
BELOW = 1000
_DE_ENDINGS = ("n", "r", "s", "m", "")
_PLAIN = str.maketrans("äöü", "aou")


@lru_cache
def cardinals(language: str) -> dict[str, int]:
    """Form → number, 0 to 999."""
    table: dict[str, int] = {}
    for value in range(BELOW):
        words = num2words(value, lang=language)
        table.update(dict.fromkeys(_spellings(words, language), value))
    if language == "de":
        table.update(dict.fromkeys(("ein", "eine", "einen", "einem", "einer", "eines"), 1))
    table.update(load("numbers")["also"][language])
    return table


@lru_cache
def ordinals(language: str) -> dict[str, int]:
    """Form → number, 1 to 999."""
    endings = _DE_ENDINGS if language == "de" else ("",)
    table: dict[str, int] = {}
    for value in range(1, BELOW):
        for form in _spellings(num2words(value, lang=language, to="ordinal"), language):
            table.update({form + ending: value for ending in endings})
    return table


def _spellings(words: str, language: str) -> set[str]:
    """The joined forms under which people write or say ``words``."""
    if language == "en":
        joined = GAPS.sub("", words)
        forms = {joined, joined.replace("hundredand", "hundred")}
        return forms | {
            form.replace("onehundred", f"{a}hundred") for form in forms for a in ("a", "")
        }
    forms = {words}
    forms |= {form.replace("einhundert", "hundert") for form in forms}
    forms |= {re.sub(r"hundert(?!ste|$)", "hundertund", form) for form in forms}
    forms |= {form.replace("siebte", "siebente") for form in forms}
    return {fold(form) for form in forms | {form.translate(_PLAIN) for form in forms}}
