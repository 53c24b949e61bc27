"""The words a name is made of, and where it ends."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from language.text import clean, fold
from language.vocabulary import known_names, load

MOST_WORDS = 6
PARTICLES = frozenset(
    "von van vom zu zum zur de del der den di da dos la le el al bin ben abu ter ten bint".split()
)
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?", re.UNICODE)
# Of a name typed all small, these stay small; "el", "al" and "le" are written either way.
_SMALL = frozenset("von van vom zu zum zur de del der den di da dos la ter ten bin ben ibn".split())
_VIETNAMESE = frozenset("nguyen tran le pham hoang vu vo dang bui do ho ngo".split())
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# What stands between a name and its letters.
SPELLS = re.compile(
    r"\W*(?:(?:ich )?buchstabier\w*|(?:das )?schreibt sich|geschrieben|(?:is )?(?:spelled|spelt)"
    r"|that['’]?s|also|mit)?\W*(?:so|as)?\W*",
    re.IGNORECASE,
)
# At the end of what goes before the letters.
SPELLS_LAST = re.compile(SPELLS.pattern + "$", re.IGNORECASE)
_GAP = re.compile(r"[ \t]+")
_LETTERS = re.compile(r"(?<![\w'’])[^\W\d_](?:[ .,-]+[^\W\d_]){2,}(?![^\W\d_'’])")


@cache
def never_in_a_name() -> frozenset[str]:
    """Folded ordinary words that stand in no person's name."""
    vocabulary = load("words")
    ordinary = {*vocabulary["markers"]["de"], *vocabulary["markers"]["en"], *vocabulary["no_name"]}
    ordinary |= set(load("names")["never"])
    return frozenset(map(fold, ordinary)) - PARTICLES - set(vocabulary["also_names"])


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of names.yml, folded; to the first names those of the list of known names."""
    kept = frozenset(map(fold, load("names")[key]))
    return kept | known_names()["given"] if key == "first_names" else kept


@cache
def family_names() -> frozenset[str]:
    """Folded family names that are no words of their own."""
    return known_names()["family"]


def form_of(word: str) -> str:
    """``word`` folded, without a full stop."""
    return fold(word).rstrip(".")


def name_words(text: str, at: int) -> list[re.Match[str]]:
    """The words of a name from ``at`` on: up to the first word that stands in no name."""
    held: list[re.Match[str]] = []
    letters = _LETTERS.search(text, at)
    end = letters.start() if letters else len(text)
    capitals = any(char.isupper() for char in text[at:])
    for word in _in_a_row(text, at, end):
        form = form_of(word[0])
        is_small = capitals and word[0][0].islower() and not is_particle(word[0])
        if is_small or (form in never_in_a_name() and not _is_name_too(form, held, capitals)):
            break
        held.append(word)
        sentence_ends = word[0].endswith(".") and len(word[0]) > 2
        shortened = form in words_of("degrees") or form in words_of("titles")
        if len(held) == MOST_WORDS or (sentence_ends and not shortened):
            break
    while held and form_of(held[-1][0]) in PARTICLES:
        held.pop()
    return held


def is_particle(word: str) -> bool:
    """Whether ``word`` is written small in a name: "von", "al-Hamadi"."""
    first, _, rest = word.partition("-")
    return form_of(first) in PARTICLES and (not rest or rest[0].isupper())


def _is_name_too(form: str, held: Sequence[re.Match[str]], capitals: bool) -> bool:
    """Whether an ordinary word is a name here: "Peter Freitag", "April O'Neil"."""
    return form in words_of("also_family" if held and capitals else "first_names")


def _in_a_row(text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """Words with nothing but blanks between them."""
    while (word := WORD.match(text, at, end)) is not None:
        yield word
        gap = _GAP.match(text, word.end(), end)
        if gap is None:
            return
        at = gap.end()


def spelled(text: str, at: int = 0) -> re.Match[str] | None:
    """Three letters or more said one by one: "S C H M I D T"."""
    found = _LETTERS.search(text, at)
    return None if found and spelled_name(found[0]).lower() in _ALPHABET else found


def spelled_name(letters: str) -> str:
    """The name that letters spell: "S C H M I D T" → "Schmidt"."""
    return "".join(char for char in letters if char.isalpha()).title()


def without_titles(taken: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a name without "Herr" and "Frau"."""
    kept = list(taken)
    while kept and form_of(kept[0][0]) in words_of("titles"):
        kept.pop(0)
    return kept


def written(name: str) -> str:
    """``name`` with capitals where somebody typed none or nothing else."""
    name = clean(name).strip(" ,!:;\"'")
    if not re.search(r"(?:^|\s)\w\.$", name):
        name = name.rstrip(".")
    one_case = name == name.lower() or (name == name.upper() and len(name) > 3)
    if not one_case:
        return name
    said = name.split()
    vietnamese = form_of(said[0]) in _VIETNAMESE if said else False
    return " ".join(
        word.lower() if _is_small(form_of(word), index, vietnamese=vietnamese) else word.title()
        for index, word in enumerate(said)
    )


def _is_small(form: str, index: int, *, vietnamese: bool) -> bool:
    if vietnamese and index:
        return False
    return form in _SMALL and (index > 0 or form not in words_of("first_names"))
