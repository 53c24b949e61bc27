"""How German or English a single word is, by how often either language uses it.

The counts are those of pyspellchecker's dictionaries (films' subtitles and word lists). They
take 76 MB a process, for which letter statistics make do with lingua's small models.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from math import log

from spellchecker import SpellChecker

from language.text import fold
from language.vocabulary import load

_LEAST, _MOST = 0.7, 3.0
_MARKER = 2.5
_UNSEEN = 5e-8
_UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß"}
_SPELT_OUT = re.compile("|".join(_UMLAUTS))
_LONGEST = 40


@lru_cache(maxsize=8192)
def weight(form: str) -> float:
    """Natural log of how much likelier the folded word is German (positive) than English.

    Between -3 and 3; 0 for names, loan words and what neither language knows.
    """
    marker = _markers().get(form)
    if marker is not None:
        return marker
    if form in _neutral() or len(form) > _LONGEST:
        return 0.0
    odds = log(_share("de", form) / _share("en", form))
    return max(-_MOST, min(_MOST, odds)) if abs(odds) >= _LEAST else 0.0


@lru_cache(maxsize=8192)
def is_word(form: str) -> bool:
    """Whether the folded ``form`` is a word of either language, and so no slip for another."""
    return max(_share("de", form), _share("en", form)) > _UNSEEN


@cache
def _neutral() -> frozenset[str]:
    named = load("languages")
    return frozenset(named["neutral"]) | frozenset(named["shared"])


@cache
def _markers() -> dict[str, float]:
    """Frequent words of one language alone."""
    named = {of: set(map(fold, forms)) for of, forms in load("words")["markers"].items()}
    german = dict.fromkeys(named["de"] - named["en"], _MARKER)
    return german | dict.fromkeys(named["en"] - named["de"], -_MARKER)


@cache
def _counts(language: str) -> tuple[Mapping[str, int], int]:
    words = SpellChecker(language=language).word_frequency
    return words.dictionary, words.total_words


def _share(language: str, form: str) -> float:
    """Of all words said in ``language``, those written like ``form``; umlauts spelt out or not."""
    counts, total = _counts(language)
    count = counts.get(form, 0)
    if language == "de" and _SPELT_OUT.search(form):
        count += counts.get(_SPELT_OUT.sub(lambda found: _UMLAUTS[found[0]], form), 0)
        count += counts.get(re.sub("[aou]e", lambda found: _UMLAUTS[found[0]], form), 0)
    return max(_UNSEEN, count / total)
