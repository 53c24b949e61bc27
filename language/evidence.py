"""How German or English a single word is, by how often either language uses it.

The counts are those of pyspellchecker's dictionaries (films' subtitles and word lists).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import log

from language.text import fold
from language.vocabulary import load
from language.word_list import WordList, load_words

_LEAST, _MOST = 0.7, 3.0
_MARKER = 2.5
_UNSEEN = 5e-8
_FREQUENT = 1e-4
# German lists name every word once at least, English ones hold many names.
_USUAL_GERMAN, _USUAL_ENGLISH = 3e-7, 5e-6
_EVERYDAY = 3e-5
_LONG = 8
_BY_ENDING = 1.5
# Of compounds and slips that are in no list: "Stronrechnung".
_GERMAN_ENDINGS = tuple(
    "ung ungen keit heit schaft schein ausweis amt platz strasse stelle nummer zeugnis zeit"
    " gebuehr zettel".split()
)
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
    if form.endswith("n") and not is_word(form) and is_word(f"{form[:-1]}en"):
        form = f"{form[:-1]}en"  # "abgelaufn"
    if len(form) >= _LONG and not is_word(form) and form.endswith(_GERMAN_ENDINGS):
        return _BY_ENDING
    odds = log(_share("de", form) / _share("en", form))
    return max(-_MOST, min(_MOST, odds)) if abs(odds) >= _LEAST else 0.0


@lru_cache(maxsize=8192)
def is_word(form: str) -> bool:
    """Whether the folded ``form`` is a word of either language, and so no slip for another."""
    return max(_share("de", form), _share("en", form)) > _UNSEEN


def is_listed(form: str, language: str) -> bool:
    """Whether the folded ``form`` is a word of ``language``."""
    return _share(language, form) > _UNSEEN


def is_usual(form: str) -> bool:
    """Whether the folded ``form`` is an everyday word, not merely listed as names are, too."""
    return _share("de", form) > _USUAL_GERMAN or _share("en", form) > _USUAL_ENGLISH


def is_everyday(form: str) -> bool:
    """Whether the folded ``form`` is said often in either language; most family names are not."""
    return _share("de", form) > _EVERYDAY or _share("en", form) > _EVERYDAY


@lru_cache(maxsize=8192)
def is_frequent(form: str) -> bool:
    """Whether the folded ``form`` is so frequent a word of English that it is hardly a name."""
    return _share("en", form) > _FREQUENT


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
def _counts(language: str) -> WordList:
    return load_words(language)


def _share(language: str, form: str) -> float:
    """Of all words said in ``language``, those written like ``form``; umlauts spelt out or not."""
    counts = _counts(language)
    count = counts.count(form)
    if language == "de" and _SPELT_OUT.search(form):
        count += counts.count(_SPELT_OUT.sub(lambda found: _UMLAUTS[found[0]], form))
        count += counts.count(re.sub("[aou]e", lambda found: _UMLAUTS[found[0]], form))
    return max(_UNSEEN, count / counts.total)
