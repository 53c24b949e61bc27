"""Names of ships: "MS Ruhrort", "die Greta", "our barge Lady Anne"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from language.evidence import is_word
from language.name_words import PARTICLES, form_of, never_in_a_name, words_of, written
from language.places import place_words
from language.text import words

_LONGEST_READ = 600
_MOST_WORDS = 4
_LINKS = PARTICLES | {"of"}
_COMMON_ENDINGS = tuple(
    "ung ungen saeule saeulen station stationen anlage karte nacht zeit woche rechnung quittung"
    " app heit keit"
    " schaft tion dose dosen stelle gebuehr kosten abrechnung buchse nummer seite strasse bruecke"
    " schleuse"
    " versorgung leitung liegestelle hafen kai ufer pfad steiger".split()
)
_PART = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=[^\W_]))*|\d{1,3}(?![\d.:,])")
_ROMAN = re.compile(r"[ivx]{1,4}")
_NUMBERED = re.compile(r"\b(?:mit der|die|the) [^\W\d_][\w'’-]+ (?:II|III|IV)\b")
_GAP = re.compile(r"[ \t]+(?:&[ \t]+(?=[^\W\d_]))?|(?<=[^\W_])[ \t]*(?=\d)")
_QUOTED = re.compile(r"[\"„“»«'‚]([^\W\d_][^\"„“”»«]{1,40}?)[\"“”»«'‘]")
_NO_HOUR = re.compile(r"\s*(?:uhr|h\b|am\b|pm\b|:)", re.IGNORECASE)
_BY_LEAD = re.compile(
    r"\b(?:name des schiff(?:e?)s|schiffsname|vessel name|ship'?s name"
    r"|name of the (?:ship|vessel|boat))(?: ist| is|:)?[ :]+(?:die |the |das )?",
    re.IGNORECASE,
)
_IS_THE = re.compile(
    r"\b(?:schiff|boot|yacht|kahn|ship|boat|vessel|barge|tanker)(?: ist| is)? (?:die|das|the) +",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:die|der|das|the)\s+", re.IGNORECASE)
# Ships are feminine in German: "für die Poseidon", "mit der Concordia", "die Nixe legt an".
_SHE = re.compile(
    r"\b(?:für die|fuer die|mit der|auf der|an der|von der|ist die|bin die|sind die"
    r"|unsere|meine)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class VesselMatch:
    """A ship's name as it would be written; character offsets of all that names it."""

    name: str
    start: int
    end: int


def find_vessel(text: str) -> VesselMatch | None:
    """The ship named in ``text``, or None; a bare "mein Schiff" names none."""
    text = text[:_LONGEST_READ]
    return next(_candidates(text), None)


def _candidates(text: str) -> Iterator[VesselMatch]:
    for match in ships().finditer(text):
        if match[1].upper() != match[1] and match[1].lower() != match[1]:
            continue  # "Ms Foster" is a person.
        quoted = _QUOTED.match(text, match.end())
        if quoted:
            yield VesselMatch(f"{match[1].upper()} {quoted[1]}", match.start(), quoted.end())
        named = _name(text, match.end(), small=match[1].islower(), sure=match[1].isupper())
        if named:
            yield VesselMatch(f"{match[1].upper()} {named[0]}", match.start(), named[1])
    for match in _BY_LEAD.finditer(text):
        named = _name(text, match.end(), small=True)
        if named:
            yield VesselMatch(named[0], match.start(), named[1])
    for match in _IS_THE.finditer(text):
        named = _name(text, match.end(), small=False)
        if named:
            yield VesselMatch(named[0], match.start(), named[1])
    for match in _type().finditer(text):
        named = _name(text, match.end(), small=bool(match["called"]))
        if named:
            yield VesselMatch(named[0], match.start(), named[1])
    if _NUMBERED.search(text) or any(w.form in words_of("shore_power") for w in words(text)):
        yield from _spoken_of(text)


def _spoken_of(text: str) -> Iterator[VesselMatch]:
    """Where mooring is spoken of: a ship's name in quotes, or "die Greta"."""
    for quoted in _QUOTED.finditer(text):
        yield VesselMatch(quoted[1], quoted.start(), quoted.end())
    for the in _THE.finditer(text):
        named = _name(text, the.end(), small=False)
        if named and _is_ship(text, the, named[0]):
            yield VesselMatch(named[0], the.start(), named[1])


def _is_ship(text: str, the: re.Match[str], name: str) -> bool:
    """Whether "the …" is a ship's name where mooring is spoken of: a first name, in English
    what is written large, in German what is no word of its own behind "für die", "mit der".
    """
    forms = [form_of(word) for word in name.split() if word[0].isalpha()]
    if forms[0] in words_of("first_names") or forms[0] in words_of("ship_names"):
        return True
    if any(form in place_words() or form.endswith(_COMMON_ENDINGS) for form in forms):
        return False
    if the[0].strip().lower() == "the":
        return not all(form in words_of("no_ship") for form in forms)
    if not _SHE.search(text[: the.start()] + the[0]):
        return False
    numbered = name.split()[-1] in ("I", "II", "III", "IV", "V") or name[-1].isdigit()
    return numbered or not any(is_word(form) for form in forms)


@cache
def ships() -> re.Pattern[str]:
    """What ships' names begin with: "MS ", "MV "."""
    prefixes = "|".join(sorted(words_of("ship_prefixes"), key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?<!\d )({prefixes})[ \t]+", re.IGNORECASE)


@cache
def _type() -> re.Pattern[str]:
    kinds = "|".join(sorted(words_of("ship_types"), key=len, reverse=True))
    called = "heißt|heisst|namens|mit namen|is called|called|named|is named"
    return re.compile(
        rf"\b(?:{kinds})(?: (?P<called>{called}))?[ ,:]+(?:die |the |der |das )?", re.IGNORECASE
    )


def _name(text: str, at: int, *, small: bool, sure: bool = False) -> tuple[str, int] | None:
    """The ship's name from ``at`` on and its end; with capitals unless ``small``."""
    held: list[re.Match[str]] = []
    capitals = text[at : at + 1].isupper()
    if not (small or capitals):
        return None
    while len(held) < _MOST_WORDS and (word := _PART.match(text, at)):
        form = form_of(word[0])
        number = form.isdigit() or bool(_ROMAN.fullmatch(form) and held)
        large = sure and word[0][0].isupper() and form not in words_of("ends")
        large = large or (bool(held) and form_of(held[-1][0]) in ("von", "of"))
        ends = not number and not large and _ends(form, bool(held))
        is_small = capitals and word[0][0].islower() and form not in _LINKS and not number
        if ends or is_small or (number and (not held or _NO_HOUR.match(text, word.end()))):
            break
        held.append(word)
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    while held and form_of(held[-1][0]) in _LINKS:
        held.pop()
    if not held or len(held[0][0]) < 2:
        return None
    name = text[held[0].start() : held[-1].end()]
    return _written(name), held[-1].end()


def _ends(form: str, behind: bool) -> bool:
    if form in _LINKS:
        return not behind
    known = form in words_of("first_names")
    known = known or form in words_of("also_ship")
    return not known and (form in words_of("ends") or form in never_in_a_name())


def _written(name: str) -> str:
    numerals = {"Ii": "II", "Iii": "III", "Iv": "IV", "Vi": "VI", "Vii": "VII"}
    return " ".join(numerals.get(word, word) for word in written(name).split())
