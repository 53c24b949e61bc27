"""Names of people, introduced ("ich heiße …") or given as an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from language.dictation import read_pieces
from language.introductions import (
    ALONE,
    BEHIND,
    BOOKED,
    FAMILY,
    GIVEN,
    LABEL,
    LEAD,
    PERHAPS,
    SURE,
    TITLE,
    TRAIL,
    WITH_LETTERS,
    relation,
)
from language.name_words import (
    MOST_WORDS,
    PARTICLES,
    WORD,
    form_of,
    name_words,
    never_in_a_name,
    spelled,
    spelled_name,
    without_titles,
    words_of,
    written,
)
from language.evidence import is_frequent, is_usual, is_word
from language.numbers import parse_number
from language.places import place_words
from language.services import find_services
from language.text import clean, fold, words

LONGEST_NAME = 80
_LONGEST_READ = 600
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-ÿ][\w'’-]+(?:\s+[^\W\d_a-zß-ÿ][\w'’-]+)*")
_ALIKE = 70
_BREAK = re.compile(r"(?<!\bdr)(?<!\bprof)[,.!;]", re.IGNORECASE)
_SURE_ENDS = ("is", "spricht", "under", "unter", "e", "en", "lg", "vg", "mfg", "s", "ly")
# Endings of things and of what people are, not of names.
_THINGS = tuple(
    "ung heit keit schaft tion termin antrag pass ausweis schein erin ant ent ist eller".split()
)
_NOBLE = frozenset("de van von di da dos del ter ten bin ibn abu".split())
_SPELLING = re.compile(
    r".{0,40}?\b(?:buchstabier\w*|spelled|spelt|spelling)\b[ ,:]*(?:ist|is|also|das|so)?[ ,:]*(?P<letters>\w)",
    re.IGNORECASE,
)
_SPELLS = re.compile(
    r"\W*(?:(?:ich )?buchstabier\w*|(?:das )?schreibt sich|geschrieben|(?:is )?(?:spelled|spelt)"
    r"|that['’]?s|also|mit)?\W*(?:so|as)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NameMatch:
    """A name with the words that introduce it; character offsets."""

    name: str
    start: int
    end: int


def find_name(text: str) -> NameMatch | None:
    """The name somebody introduces, whatever was asked: "ich heiße Erika von der Heide".

    What only may introduce a name ("hier ist …", "für meine Tochter …") needs a title, a
    known first name or two words that can stand in nothing else.
    """
    text = text[:_LONGEST_READ]
    return (
        _parted(text)
        or next(_sure(text), None)
        or _behind(text)
        or next(_of_kin(text), None)
        or next(_perhaps(text), None)
    )


def _sure(text: str) -> Iterator[NameMatch]:
    for lead in SURE.finditer(text):
        taken = without_titles(_without_of(name_words(text, lead.end())))
        letters = spelled(text, taken[-1].end() if taken else lead.end())
        if letters and not _SPELLS.fullmatch(
            text, taken[-1].end() if taken else lead.end(), letters.start()
        ):
            letters = None
        if letters:
            first = [written(word[0]) for word in taken[:-1]]
            yield NameMatch(
                " ".join([*first, spelled_name(letters[0])]), lead.start(), letters.end()
            )
        elif taken:
            turned = _family_first(text, taken) or _family_behind(text, taken)
            yield turned or _match(text, lead.start(), _in_full(text, taken))


def _without_of(taken: list[re.Match[str]]) -> list[re.Match[str]]:
    """Without the "von" that leads to a name: "von Erika Müller", not "von Stein"."""
    if len(taken) < 2 or form_of(taken[0][0]) not in ("von", "of"):
        return taken
    leads = len(taken) > 2 and form_of(taken[1][0]) not in PARTICLES
    return taken[1:] if leads or form_of(taken[1][0]) in words_of("first_names") else taken


def _in_full(text: str, taken: list[re.Match[str]]) -> list[re.Match[str]]:
    """The whole name: "James Bond" in "the name is Bond, James Bond"."""
    again = name_words(text, taken[-1].end() + 2) if text.startswith(", ", taken[-1].end()) else []
    same = len(again) > 1 and taken[-1][0] in (again[0][0], again[-1][0])
    return again if same else taken


def _family_first(text: str, taken: list[re.Match[str]]) -> NameMatch | None:
    """As in "Name: Pfeiffer, Lisa"."""
    if len(taken) != 1 or not text.startswith(", ", taken[0].end()):
        return None
    given = name_words(text, taken[0].end() + 2)
    first = form_of(given[0][0]).split("-")[0] if given else ""
    if len(given) != 1 or first not in words_of("first_names"):
        return None
    return NameMatch(written(f"{given[0][0]} {taken[0][0]}"), taken[0].start(), given[0].end())


def _family_behind(text: str, taken: list[re.Match[str]]) -> NameMatch | None:
    """As in "ich heiße Frank, Nachname Sommer"."""
    family = FAMILY.search(text, taken[-1].end())
    last = name_words(text, family.end()) if family else []
    if (
        len(taken) != 1
        or not last
        or not re.fullmatch(
            r"\W*(?:und|and)?\W*", text[taken[0].end() : family.start()] if family else "x"
        )
    ):
        return None
    name = written(" ".join(word[0] for word in (*taken, *last)))
    return NameMatch(name, taken[0].start(), last[-1].end())


def _match(text: str, start: int, taken: list[re.Match[str]]) -> NameMatch:
    return NameMatch(written(text[taken[0].start() : taken[-1].end()]), start, taken[-1].end())


def _parted(text: str) -> NameMatch | None:
    """As in "Vorname Mehmet, Nachname Kaya"."""
    given = GIVEN.search(text)
    family = FAMILY.search(text) or (LABEL.search(text) if given else None)
    if family is None or given is None:
        return None
    last, first = name_words(text, family.end()), name_words(text, given.end())
    if not last or not first:
        return None
    name = " ".join(written(" ".join(word[0] for word in each)) for each in (first, last))
    end = max(first[-1].end(), last[-1].end())
    return NameMatch(name, min(family.start(), given.start()), end)


def _behind(text: str) -> NameMatch | None:
    """As in "Krause ist mein Name", "Guten Tag, Krause hier"."""
    said = BEHIND.search(text)
    if said is None:
        return None
    begin = max((m.end() for m in _BREAK.finditer(text, 0, said.start())), default=0)
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    taken = without_titles(name_words(text[: said.start()], begin))
    if not taken or taken[-1].end() != said.start() or not _may_begin(taken[0][0]):
        return None
    if said["caller"] and not _is_caller(text, said, taken):
        return None
    return NameMatch(written(text[taken[0].start() : taken[-1].end()]), begin, said.end())


def _may_begin(word: str) -> bool:
    return form_of(word) not in PARTICLES or word[0].isupper()


def _is_caller(text: str, said: re.Match[str], taken: list[re.Match[str]]) -> bool:
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


def _is_alone(text: str, taken: list[re.Match[str]]) -> bool:
    """Whether names of any kind are all that is left of the sentence."""
    forms = [form_of(word[0]) for word in taken]
    is_last = not re.match(r"\s*[^\W\d_]", text[taken[-1].end() :])
    large = any(word[0][0].isupper() for word in taken)
    if forms[0].endswith(_THINGS) or is_word(forms[0]):
        large = large and text[: taken[0].start()].lower().rstrip(" :,").endswith(_SURE_ENDS)
    return large and is_last and not any(f in place_words() or is_frequent(f) for f in forms)


def _is_rare(word: str) -> bool:
    """Whether ``word`` is written large and no word of its own, as most first names are."""
    form = form_of(word)
    is_thing = form.endswith(_THINGS) or bool(find_services(word))
    return word[0].isupper() and len(word) > 2 and not is_thing and not _is_common(form)


def _is_common(form: str) -> bool:
    """Whether ``form`` is a place or a frequent word of its own."""
    return form in place_words() or (is_usual(form) and form not in words_of("first_names"))


def _of_kin(text: str) -> Iterator[NameMatch]:
    """As in "für meine Tochter Ayşe", "my wife is called Olga"."""
    for lead in relation().finditer(text):
        kept = without_titles(name_words(text, lead.end()))
        is_said = lead["led"] or lead["called"]
        alone = bool(is_said) and len(kept) == 1 and _is_rare(kept[0][0])
        if kept and (alone or _is_like_a_name(kept)):
            yield _match(text, lead.start(), kept)


def _perhaps(text: str) -> Iterator[NameMatch]:
    for lead in PERHAPS.finditer(text):
        taken = name_words(text, lead.end())
        kept = without_titles(taken)
        if kept and (len(kept) < len(taken) or _is_like_a_name(kept)):
            yield _match(text, lead.start(), kept)
    for lead in ALONE.finditer(text):
        taken = without_titles(name_words(text, lead.end()))
        if taken and (_is_like_a_name(taken) or _is_alone(text, taken)):
            yield _match(text, lead.start(), taken)
    for title in TITLE.finditer(text):
        taken = without_titles(name_words(text, title.end()))
        if taken and any(word[0][0].isupper() for word in taken):
            yield _match(text, title.start(), taken)
    for lead in BOOKED.finditer(text):
        taken = name_words(text, lead.end())
        if taken and form_of(taken[0][0]) not in place_words():
            yield _match(text, lead.start(), taken)


def _is_like_a_name(taken: list[re.Match[str]]) -> bool:
    """A known first name, or two words with capitals."""
    first = form_of(taken[0][0])
    known = first in words_of("first_names") or first.split("-")[0] in words_of("first_names")
    capitals = [word for word in taken if word[0][0].isupper()]
    by_article = "-" in first and first.split("-")[0] in PARTICLES
    if first in _NOBLE and len(taken) > 1 and taken[1][0][0].isupper():
        by_article = not any(_is_common(form_of(word[0])) for word in taken[1:])
    return known or by_article or (len(capitals) >= 2 and first not in PARTICLES)


def bare_name(text: str) -> str | None:
    """What is left of an answer to "your name?" without its introduction, or None where
    ordinary words show that it is something else."""
    text = text[:_LONGEST_READ]
    parted = _parted(text)
    if parted:
        return parted.name
    said = TRAIL.sub("", clean(LEAD.sub("", clean(text)))).strip(" ,!:;\"'")
    by_words = _spelled_by_words(said)
    if by_words:
        return by_words
    explained = WITH_LETTERS.search(said) is not None
    said = _said_once(said)
    letters = spelled(said)
    if letters:
        before = clean(_SPELLS.sub("", said[: letters.start()].split(",")[0])).strip(" ,.:;")
        parts = [part for part in before.split() if form_of(part) not in words_of("titles")]
        spelt = spelled_name(letters[0])
        if parts and fuzz.ratio(fold(parts[-1]), fold(spelt)) >= _ALIKE:
            parts.pop()
        said = " ".join([*parts, spelt])
    said = _turned(_without_dictation(said))
    forms = [word.form for word in words(said)]
    while forms and forms[0] in words_of("titles"):
        said = said.split(maxsplit=1)[1] if " " in said else ""
        forms = forms[1:]
    is_small_word = len(forms) == 1 and said.islower() and is_frequent(forms[0])
    is_plain = is_small_word and forms[0] not in words_of("first_names")
    if not forms or ((is_plain or _is_ordinary(forms)) and not (explained and len(forms) == 1)):
        kin = next(_of_kin(text), None)
        return kin.name if kin else None
    return written(said)


def _is_ordinary(forms: list[str]) -> bool:
    """Whether a word shows that this is no name; family names may be days and places."""
    never = never_in_a_name()
    if all(parse_number(form, "de") or parse_number(form, "en") for form in forms):
        return True
    if len(forms) > 1 and all(map(is_frequent, forms)) and forms[0] not in words_of("first_names"):
        return True
    behind = set(forms[1:]) & never
    if forms[0] in words_of("first_names") and len(forms) > 1:
        return bool(behind - words_of("also_family"))
    return forms[0] in never or bool(behind)


def _said_once(said: str) -> str:
    """The name of "Groß, mit scharfem S", "Smith with a y, Smyth", "Mary, Mary Poppins"."""
    explained = WITH_LETTERS.search(said)
    parts = [part.strip() for part in said.split(",")]
    if explained and explained.start():
        name = said[: explained.start()].strip(" ,")
        again = parts[-1] if len(parts) > 1 else ""
        return (
            again if again and again in said[explained.start() :] and _alike(again, name) else name
        )
    if len(parts) == 1:
        parts = [part.strip(" .") for part in said.split(". ")]
    if len(parts) == 2 and parts[0] and fold(parts[0]) in fold(parts[1]).split():
        return parts[1]
    return said


def _spelled_by_words(said: str) -> str | None:
    """The name that "buchstabiert Emil Richard Nordpol Siegfried Theodor" spells, in title case."""
    lead = _SPELLING.match(said)
    if lead is None:
        return None
    before = said[: lead.start("letters")]
    pieces = [p for p in read_pieces(said[lead.start("letters") :], "de") if not p.gap]
    if len(pieces) < 3 or any(len(p.chars) != 1 or not p.chars.isalpha() for p in pieces):
        return None
    spelt = "".join(p.chars for p in pieces).title()
    parts = [w for w in clean(_SPELLS.sub("", before)).split() if w[0].isupper()]
    if parts and _alike(parts[-1].strip(",.:"), spelt):
        parts.pop()
    return " ".join([*(part.strip(",.:") for part in parts), spelt])


def _without_dictation(said: str) -> str:
    """The name before "ich buchstabiere: Siegfried …"."""
    return re.split(r"[ ,:]*\b(?:ich buchstabiere|buchstabiert|spelled|spelt)\b", said)[0]


def _turned(said: str) -> str:
    """Turns "Schneider, Petra" into "Petra Schneider"."""
    parts = [part.strip() for part in said.split(",")]
    is_name = len(parts) == 2 and all(WORD.fullmatch(word) for p in parts for word in p.split())
    if not is_name or not all(parts) or any(len(part.split()) > 2 for part in parts):
        return said
    return f"{parts[1]} {parts[0]}"


def is_possible_name(name: str) -> bool:
    """Whether ``name`` is made as names are: 2 to 80 characters, letters, at most six words."""
    return (
        2 <= len(name) <= LONGEST_NAME
        and len(words(name)) <= MOST_WORDS
        and all(char.isalpha() or char in " .'’-," for char in name)
    )


def corrected_name(text: str, known: str) -> str | None:
    """``known`` as ``text`` puts it right: "nein, Hans Meyer", "Meyer mit y".

    A name that is said must be like the known one, or hold a part of it; a family name
    alone takes the place of the one it is like.
    """
    for said in _capitalised(text):
        if fold(said) in fold(known):
            continue
        parts, said_parts = known.split(), said.split()
        if len(said_parts) > 1 and (set(parts) & set(said_parts) or _alike(said, known)):
            return said
        like = [part for part in parts if len(said_parts) == 1 and _alike(said, part)]
        if len(like) == 1:
            return " ".join(said if part == like[0] else part for part in parts)
    return None


def _capitalised(text: str) -> Iterator[str]:
    for match in _CAPITALISED.finditer(text):
        words_of_name = [w for w in match.group().split() if fold(w) not in never_in_a_name()]
        if words_of_name:
            yield " ".join(words_of_name)


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(fold(one), fold(other)) >= _ALIKE
