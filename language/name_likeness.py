"""What tells a name from other words where nothing surely introduces one."""

import re

from rapidfuzz import fuzz

from language.evidence import is_everyday, is_frequent, is_listed, is_usual, is_word
from language.name_words import PARTICLES, family_names, form_of, words_of
from language.places import place_words
from language.services import find_services
from language.text import fold

_SURE_ENDS = ("is", "spricht", "under", "unter", "e", "en", "ß", "ss", "lg", "vg", "mfg", "s", "ly")
# Endings of things and of what people are, not of names.
_THINGS = tuple(
    "ung heit keit schaft tion termin antrag pass ausweis schein erin ant ent ist eller".split()
)
_MOST_PARTS = 5
# "Müller" and "Brandt" are no things.
_LONG = 8
_ALIKE = 70
_NOBLE = frozenset("de van von di da dos del ter ten bin ibn abu".split())


def is_caller(text: str, said: re.Match[str], taken: list[re.Match[str]]) -> bool:
    """Whether "… hier" names somebody: a first name, or after a greeting or before more to come
    one or two words written large that are no place and not frequent.
    """
    first = form_of(taken[0][0])
    if first in words_of("first_names"):
        return True
    forms = [form_of(word[0]) for word in taken]
    if len(taken) > 2 or any(not word[0][0].isupper() for word in taken):
        return False
    if any(form in place_words() or is_frequent(form) for form in forms):
        return False
    greeted = taken[0].start() > 0
    more = text[said.end() :].lstrip().startswith(",")
    return greeted or more or not any(map(is_word, forms))


def is_alone(text: str, taken: list[re.Match[str]]) -> bool:
    """Whether names of any kind are all that is left of the sentence."""
    forms = [form_of(word[0]) for word in taken]
    is_last = not re.match(r"\s*[^\W\d_]", text[taken[-1].end() :])
    large = any(word[0][0].isupper() for word in taken)
    if forms[0].endswith(_THINGS) or is_word(forms[0]):
        large = large and text[: taken[0].start()].lower().rstrip(" :,").endswith(_SURE_ENDS)
    return large and is_last and not any(f in place_words() or is_frequent(f) for f in forms)


def is_rare(word: str) -> bool:
    """Whether ``word`` is written large and no word of its own, as most first names are."""
    form = form_of(word)
    is_thing = form.endswith(_THINGS) or bool(find_services(word))
    return word[0].isupper() and len(word) > 2 and not is_thing and not _is_common(form)


def _is_common(form: str) -> bool:
    """Whether ``form`` is a place or a frequent word of its own."""
    return form in place_words() or (is_usual(form) and form not in words_of("first_names"))


def is_known(forms: list[str]) -> bool:
    """Whether ``forms`` begin with a known first name, or end with a known family name behind
    what is no word."""
    if {forms[0], forms[0].split("-")[0]} & words_of("first_names"):
        return True
    family = len(forms) > 1 and forms[-1].split("-")[-1] in family_names()
    ordinary = forms[0] in PARTICLES or forms[0] in place_words() or is_usual(forms[0])
    return family and not ordinary


def is_like_a_name(taken: list[re.Match[str]]) -> bool:
    """A known name, or two words with capitals."""
    first = form_of(taken[0][0])
    known = is_known([form_of(word[0]) for word in taken])
    capitals = [word for word in taken if word[0][0].isupper()]
    by_article = "-" in first and first.split("-")[0] in PARTICLES
    if first in _NOBLE and len(taken) > 1 and taken[1][0][0].isupper():
        by_article = not any(_is_common(form_of(word[0])) for word in taken[1:])
    return known or by_article or (len(capitals) >= 2 and first not in PARTICLES)


def is_whole(name: str) -> bool:
    """A known name of first and family name, both written large."""
    parts = name.split()
    known = bool(parts) and is_known([form_of(part) for part in parts])
    return known and len(parts) > 1 and parts[0][0].isupper() and parts[-1][0].isupper()


def is_unheard(name: str) -> bool:
    """Two words or more, written large and in no list of words."""
    parts = [part for part in name.split() if form_of(part) not in PARTICLES]
    return len(parts) > 1 and all(p[0].isupper() and not is_word(form_of(p)) for p in parts)


def is_foreign(name: str) -> bool:
    """Two words written large that are neither German, places, services nor usual English ones."""
    forms = [form_of(part) for part in name.split()]
    large = len(forms) > 1 and all(part[0].isupper() for part in name.split())
    heard = any(is_listed(f, "de") or is_usual(f) or f in place_words() for f in forms)
    return large and not heard and not find_services(name)


def is_likely(said: str, *, alone: bool) -> bool:
    """Whether ``said`` can hardly be anything but a name; ``alone``: a single word may be one."""
    parts = said.split()
    forms = [form_of(word) for word in parts]
    if not 1 <= len(parts) <= _MOST_PARTS or any(form in place_words() for form in forms[:1]):
        return False
    known = is_known(forms)
    large = all(word[0].isupper() or form_of(word) in PARTICLES for word in parts)
    if len(parts) == 1:
        is_thing = forms[0].endswith(_THINGS) and len(forms[0]) >= _LONG
        rare = not is_usual(forms[0]) or (large and _is_listed_only(forms[0]))
        return known or (alone and rare and not is_thing)
    if known or not any(map(is_usual, forms)):
        return True
    return large and not any(map(is_frequent, forms)) and not find_services(said)


def _is_listed_only(form: str) -> bool:
    """Whether a word is in the lists as names are, but hardly ever said."""
    return form not in place_words() and not is_everyday(form)


def is_surely(said: str, *, alone: bool) -> bool:
    """Whether ``said`` is a known first name and more, or unknown words written large."""
    parts = said.split()
    forms = [form_of(word) for word in parts]
    known = is_known(forms)
    if len(parts) == 1:
        return alone and (known or (said[0].isupper() and not is_word(forms[0])))
    large = all(word[0].isupper() or form_of(word) in PARTICLES for word in parts)
    things = any(form.endswith(_THINGS) and len(form) >= _LONG for form in forms)
    unknown = large and not is_usual(forms[0]) and not any(map(is_frequent, forms)) and not things
    if forms[-1] in PARTICLES:
        return False
    return (known or unknown) and not any(form in place_words() for form in forms[:1])


def are_alike(one: str, other: str) -> bool:
    """Whether two spellings may mean the same name: "Meier", "Mayer"."""
    return fuzz.ratio(fold(one), fold(other)) >= _ALIKE
