"""Names given as an answer to "your name?"."""

import re

from language.answer_frames import WITH_LETTERS
from language.dictation import read_pieces
from language.evidence import is_everyday, is_frequent, is_usual
from language.name_corrections import put_right
from language.name_frames import framed_name, led_name, parts_of, stands_alone, unframed
from language.name_likeness import are_alike, is_likely
from language.name_parts import find_parted
from language.name_words import (
    MOST_WORDS,
    PARTICLES,
    SPELLS_LAST,
    WORD,
    form_of,
    is_particle,
    never_in_a_name,
    spelled,
    spelled_name,
    words_of,
    written,
)
from language.names import find_name, find_of_kin
from language.numbers import parse_number
from language.places import place_words
from language.text import clean, fold, words

LONGEST_NAME = 80
_LONGEST_READ = 600
# An answer is short: who tells a story answers nothing by the names in it.
_MOST_AROUND = 16
# A title that is kept: without it "Familie Yıldız" would be one person.
_HOUSEHOLD = frozenset({"familie", "family"})
_SPELLING = re.compile(
    r".{0,40}?\b(?:buchstabier\w*|spelled|spelt|spelling)\b[ ,:]*(?:ist|is|also|das|so)?"
    r"[ ,:]*(?P<letters>\w)",
    re.IGNORECASE,
)


def bare_name(text: str) -> str | None:
    """What is left of an answer to "your name?" without its introduction, or None where
    ordinary words show that it is something else."""
    text = text[:_LONGEST_READ]
    changed = put_right(text)
    if changed and (name := _changed(*changed)):
        return name
    name = _said_alone(text) or framed_name(text) or _said_in_part(text) or led_name(text)
    if name:
        return name
    introduced = find_name(text) if len(words(text)) <= _MOST_AROUND else None
    return introduced.name if introduced else None


def _changed(before: str, behind: str) -> str | None:
    """The name that takes the place of the one said before: "Doris, nein, Dörte Lammers"."""
    said = words(behind)
    if not said or said[0].form in place_words():
        return None
    if not any(map(_said_alone, (before, *parts_of(before)))):
        return None
    return _said_alone(behind) or framed_name(behind) or _said_in_part(behind)


def _said_in_part(text: str) -> str | None:
    """The name of "Same as before, Wallace", the longest where several parts hold one."""
    found = [
        name for part in parts_of(text) if (name := _said_alone(part)) and stands_alone(name, text)
    ]
    return max(found, key=lambda name: len(name.split()), default=None)


def _said_alone(text: str) -> str | None:
    parted = find_parted(text)
    if parted:
        return parted.name
    answer = unframed(text)
    if answer is None:
        return None
    said = answer.said
    by_words = _spelled_by_words(said)
    if by_words:
        return by_words
    explained = answer.explained or WITH_LETTERS.search(said) is not None
    said = _said_once(said)
    letters = spelled(said)
    if letters:
        before = clean(SPELLS_LAST.sub("", said[: letters.start()].split(",")[0])).strip(" ,.:;")
        parts = [part for part in before.split() if form_of(part) not in words_of("titles")]
        spelt = spelled_name(letters[0])
        if parts and are_alike(parts[-1], spelt):
            parts.pop()
        said = " ".join([*parts, spelt])
    said = _turned(_without_dictation(said))
    forms = [word.form for word in words(said)]
    while forms and forms[0] in words_of("titles") - _HOUSEHOLD:
        said = said.split(maxsplit=1)[1] if " " in said else ""
        forms = forms[1:]
    is_said = is_usual if answer.led else is_frequent
    is_small_word = len(forms) == 1 and said.islower() and is_said(forms[0])
    is_plain = is_small_word and forms[0] not in words_of("first_names")
    if (
        not forms
        or (answer.led and any(char.isdigit() for char in said))
        or ((is_plain or _is_ordinary(forms, said)) and not (explained and len(forms) == 1))
        or (answer.doubtful and not is_likely(said, alone=answer.alone))
    ):
        kin = next(find_of_kin(text), None)
        return kin.name if kin else None
    return written(said)


def _is_ordinary(forms: list[str], said: str) -> bool:
    """Whether a word shows that this is no name; family names may be days and places."""
    never = never_in_a_name()
    if all(parse_number(form, "de") or parse_number(form, "en") for form in forms):
        return True
    if forms[0] in words_of("also_first") and _goes_on_as_a_name(forms, said):
        return False
    if _goes_on_in_small(said) or (len(forms) > 1 and _is_of_a_place(forms)):
        return True
    small = {form_of(word) for word in said.split() if word[0].islower()} - PARTICLES
    if not said.islower() and any(map(is_everyday, small - words_of("first_names"))):
        return True
    if len(forms) > 1 and said.islower() and forms[0] not in words_of("first_names"):
        others = set(forms) - words_of("also_family") - PARTICLES
        if any(map(is_everyday, others)):
            return True
    if len(forms) > 1 and all(map(is_frequent, forms)) and forms[0] not in words_of("first_names"):
        return True
    behind = set(forms[1:]) & never
    if forms[0] in words_of("first_names") and len(forms) > 1:
        return bool(behind - words_of("also_family"))
    return forms[0] in never or bool(behind)


def _is_of_a_place(forms: list[str]) -> bool:
    """Whether a usual word and a place say what is asked about: "Öffnungszeiten Meiderich"."""
    if forms[-1] not in place_words() or forms[0] in place_words() or not is_usual(forms[0]):
        return False
    return forms[0] not in words_of("first_names") and forms[0] not in words_of("also_first")


def _goes_on_in_small(said: str) -> bool:
    """Whether usual words written small follow one written large: "Ausweis beantragen"."""
    parts = said.split()
    if not parts or not parts[0][0].isupper() or "," in said:
        return False
    small = [form_of(word) for word in parts[1:] if word[0].islower() and not is_particle(word)]
    usual = [form for form in small if is_usual(form) and form not in words_of("first_names")]
    is_name = form_of(parts[0]).split("-")[0] in words_of("first_names")
    return len(usual) > 1 or (bool(usual) and not is_name and is_usual(form_of(parts[0])))


def _goes_on_as_a_name(forms: list[str], said: str) -> bool:
    """Whether "April" and "Summer" are first names: "April Johnson", not "April passt"."""
    rest = forms[1:]
    if not rest or len(rest) > 2 or any(is_frequent(form) for form in rest):
        return False
    if set(rest) & (never_in_a_name() - words_of("also_family")):
        return False
    behind = said.split()[1:]
    small = bool(behind) and behind[0][0].islower()
    return not (small and any(map(is_usual, rest)))


def _said_once(said: str) -> str:
    """The name of "Groß, mit scharfem S", "Smith with a y, Smyth", "Mary, Mary Poppins"."""
    explained = WITH_LETTERS.search(said)
    parts = [part.strip() for part in said.split(",")]
    if explained and explained.start():
        name = _whole_once(said[: explained.start()].strip(" ,"))
        again = parts[-1] if len(parts) > 1 else ""
        return (
            again
            if again and again in said[explained.start() :] and are_alike(again, name)
            else name
        )
    if len(parts) == 1:
        parts = [part.strip(" .") for part in said.split(". ")]
    if len(parts) == 2 and parts[0] and f" {fold(parts[1])} ".find(f" {fold(parts[0])} ") >= 0:
        return parts[1]
    return said


def _whole_once(name: str) -> str:
    """The name of "Stephen Clarke, Clarke (with an e)"."""
    whole, _, again = name.rpartition(",")
    return (
        whole
        if whole and set(fold(again).split()) - words_of("frame") <= set(fold(whole).split())
        else name
    )


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
    parts = [w for w in clean(SPELLS_LAST.sub("", before)).split() if w[0].isupper()]
    if parts and are_alike(parts[-1].strip(",.:"), spelt):
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
