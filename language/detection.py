"""German or English? With hysteresis, so that a short answer never flips a conversation."""

import re
from collections.abc import Sequence
from functools import cache
from math import exp, log

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from language.evidence import weight
from language.language_wish import wished_language
from language.name_words import words_of
from language.places import place_words
from language.text import Word, words
from language.vessels import ships
from language.vocabulary import load

__all__ = ["LANGUAGES", "detect", "german_share", "wished_language"]

LANGUAGES = ("de", "en")
_NEEDED_TO_FLIP = 0.72
_NEEDED_TO_START = 0.5
_LONGEST_READ = 600
_LONGEST_NAME = 4
_FEWEST_WORDS = 3
_SHORTEST_FOR_LETTERS = 12
_LETTERS_COUNT = 0.5
_MOST_BY_LETTERS = 3.0
_TINY = 0.001
_CLEAR = 2.0
_CONTESTED = 0.65
# "next Monday" may be said in either language.
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag"
    " freitag samstag sonnabend sonntag".split()
)
_OFFICE_WORDS = frozenset("buerger service station buergerservicestation buergeramt amt".split())
_SIGN = r"(?:punkt|dot|point|minus|unterstrich|underscore|bindestrich|dash|hyphen|[._-])"
_NO_LANGUAGE = re.compile(
    r"\b[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}\b|\S*[@\d]\S*|\S+://\S+|www\.\S+"
)
# A spoken or unfinished address: its "at" is no English.
_ADDRESS = re.compile(
    rf"[^\W_]{{1,40}}(?: ?{_SIGN} ?[^\W_]{{1,40}}){{0,4}} (?:at|ät|aet|et|ett) "
    rf"[^\W_]{{1,40}}(?: ?{_SIGN} ?[^\W_]{{1,40}}){{1,4}}\b"
    r"|[^\W_]+[._][^\W_]+ at [^\W_]+|\bat [^\W_]+ ?(?:\.|punkt|dot) ?[^\W_]+\b",
    re.IGNORECASE,
)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load("languages")["phrases"])), re.IGNORECASE)


@cache
def _detector() -> LanguageDetector:
    return (
        LanguageDetectorBuilder.from_languages(Language.GERMAN, Language.ENGLISH)
        .with_low_accuracy_mode()
        .build()
    )


def german_share(text: str) -> float:
    """How German ``text`` is, from 0.0 (English) to 1.0 (German); 0.5 says nothing.

    By its words and, less, by the statistics of its letters (lingua).
    """
    text, tokens = _telling(text)
    return _share(text, tokens)


def _telling(text: str) -> tuple[str, list[Word]]:
    """``text`` without what has no language, and its words."""
    text = _ADDRESS.sub(" ", text[:_LONGEST_READ])
    text = _phrases().sub(" ", _NO_LANGUAGE.sub(" ", text))
    silent = _OFFICE_WORDS | place_words()
    tokens = [w for w in words(text) if w.form.isascii() and w.form not in silent]
    if sum(len(word.form) == 1 for word in tokens) >= _FEWEST_WORDS:
        tokens = [word for word in tokens if len(word.form) > 1]
    return text, tokens


def _share(text: str, tokens: Sequence[Word]) -> float:
    score = sum(weight(word.form) for word in tokens)
    if len(tokens) > 1 and sum(len(word.form) for word in tokens) >= _SHORTEST_FOR_LETTERS:
        said = " ".join(text[word.start : word.end].lower() for word in tokens)
        german = _detector().compute_language_confidence(said, Language.GERMAN)
        odds = log(max(german, _TINY) / max(1 - german, _TINY))
        score += _LETTERS_COUNT * max(-_MOST_BY_LETTERS, min(_MOST_BY_LETTERS, odds))
    return 1 / (1 + exp(-score))


def detect(text: str, current: str | None, hint: str | None = None) -> str:
    """The language to answer ``text`` in: "de" or "en".

    ``current`` is the conversation's language so far, ``hint`` what the channel
    believes (browser, Telegram profile). Without evidence the current language
    stays; an unknown conversation follows the hint, then German.
    """
    believed = current or hint or "de"
    is_short = len(words(text[:_LONGEST_READ])) < _FEWEST_WORDS
    text, tokens = _telling(text)
    if current and _tells_nothing(text, tokens, is_short):
        return current
    if current and _is_contested(tokens):
        return current
    share = _share(text, tokens)
    needed = _NEEDED_TO_FLIP if current else _NEEDED_TO_START
    if believed != "de" and share > needed:
        return "de"
    if believed != "en" and 1.0 - share > needed:
        return "en"
    return believed


def _is_contested(tokens: Sequence[Word]) -> bool:
    """Whether both languages have their say: "am friday vormittag", "for zwei Personen please"."""
    weights = [weight(word.form) for word in tokens]
    german = sum(each for each in weights if each > 0)
    english = -sum(each for each in weights if each < 0)
    return min(german, english) > _CONTESTED * max(german, english)


@cache
def _markers() -> frozenset[str]:
    """Frequent words of one language alone."""
    named = load("words")["markers"]
    forms = [{word.form for name in named[of] for word in words(name)} for of in LANGUAGES]
    return frozenset(forms[0] ^ forms[1])


def _tells_nothing(text: str, tokens: Sequence[Word], is_short: bool) -> bool:
    """Two words without a typical one, or a person's name: they belong to no language."""
    if any(word.form in _markers() for word in tokens):
        return False
    if not tokens or (is_short and not _is_plain(text, tokens)):
        return True
    capitals = all(text[word.start].isupper() for word in tokens)
    if capitals and ships().match(text):
        return True
    named = tokens[0].form in words_of("first_names")
    return named and len(tokens) <= _LONGEST_NAME and (capitals or text == text.lower())


def _is_plain(text: str, tokens: Sequence[Word]) -> bool:
    """Whether two words tell the same, and one is written small: "Bewerbung zurückziehen"."""
    weights = [weight(word.form) for word in tokens]
    small = any(text[word.start].islower() for word in tokens)
    clear = all(each >= _CLEAR for each in weights) or all(each <= -_CLEAR for each in weights)
    if not (small and clear and len(tokens) > 1):
        return False
    return tokens[-1].form not in _DAYS and tokens[0].form not in words_of("first_names")
