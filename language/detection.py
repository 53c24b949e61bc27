"""German or English? With hysteresis, so that a short answer never flips a conversation."""

import re
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from language.text import fold, words
from language.vocabulary import load

LANGUAGES = ("de", "en")
_NEEDED_TO_FLIP = 0.72
_NEEDED_TO_START = 0.5
_LONGEST_READ = 600
_LONGEST_NAME = 3
_OFFICE_WORDS = frozenset("buerger service station buergerservicestation buergeramt amt".split())

_NO_LANGUAGE = re.compile(r"\S*[@\d]\S*|\S+://\S+|www\.\S+")
# A spoken or unfinished address: its "at" is no English.
_ADDRESS = re.compile(
    r"[^\W_]+[._][^\W_]+ at [^\W_]+|\bat [^\W_]+ ?(?:\.|punkt|dot) ?[^\W_]+\b", re.I
)
_REFUSED = re.compile(
    r"(?:kein|not|don['’]?t|cannot|can['’]?t|nicht|no|never)\b[^.!?]{0,25}\b(deutsch|german|englisch|english)\b",
    re.I,
)

_WISH = {
    "en": re.compile(
        r"\b(?:auf |in |spreche?n? (?:sie )?(?:bitte )?)?(?:englisch|english)\b", re.IGNORECASE
    ),
    "de": re.compile(r"\b(?:auf |in )?(?:deutsch|german)\b", re.IGNORECASE),
}


@cache
def _markers(language: str, other: str) -> frozenset[str]:
    """Words that occur in ``language`` and not in the ``other``, folded."""
    markers = load("words")["markers"]
    return frozenset(map(fold, markers[language])) - frozenset(map(fold, markers[other]))


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(Language.GERMAN, Language.ENGLISH).build()


def german_share(text: str) -> float:
    """How German ``text`` is, from 0.0 (English) to 1.0 (German); 0.5 says nothing.

    Function words decide where there are any; otherwise letter statistics (lingua).
    """
    text = _NO_LANGUAGE.sub(" ", _ADDRESS.sub(" ", text[:_LONGEST_READ]))
    forms = [word.form for word in words(text)]
    forms = [form for form in forms if form.isascii()]
    if not forms:
        return 0.5
    german = sum(form in _markers("de", "en") for form in forms)
    english = sum(form in _markers("en", "de") for form in forms)
    if german != english and german + english >= max(1, len(forms) // 5):
        certainty = 0.5 + 0.5 * abs(german - english) / (german + english)
        return certainty if german > english else 1.0 - certainty
    if sum(map(len, forms)) < 8:
        return 0.5
    return _detector().compute_language_confidence(text, Language.GERMAN)


def detect(text: str, current: str | None, hint: str | None = None) -> str:
    """The language to answer ``text`` in: "de" or "en".

    ``current`` is the conversation's language so far, ``hint`` what the channel
    believes (browser, Telegram profile). Without evidence the current language
    stays; an unknown conversation follows the hint, then German.
    """
    believed = current or hint or "de"
    if current and _is_names_only(text):
        return current
    share = german_share(text)
    needed = _NEEDED_TO_FLIP if current else _NEEDED_TO_START
    if believed != "de" and share > needed:
        return "de"
    if believed != "en" and 1.0 - share > needed:
        return "en"
    return believed


def _is_names_only(text: str) -> bool:
    """Up to three words, none of them typical of a language: a name tells nothing."""
    forms = [word.form for word in words(text[:_LONGEST_READ])]
    forms = [form for form in forms if form not in _OFFICE_WORDS]
    known = _markers("de", "en") | _markers("en", "de")
    return len(forms) <= _LONGEST_NAME and not any(form in known for form in forms)


def wished_language(text: str) -> str | None:
    """The language asked for by name ("auf Englisch bitte"), or None.

    Who refuses one wants the other: "I don't speak German".
    """
    refused = _REFUSED.search(text)
    if refused:
        return "en" if refused.group(1).lower() in ("deutsch", "german") else "de"
    for language, pattern in _WISH.items():
        if pattern.search(text):
            return language
    return None
