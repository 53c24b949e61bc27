"""Names of associations: "Hand in Hand e.V.", "our charity Helping Hands"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from language.name_words import form_of, never_in_a_name, words_of
from language.places import district_names
from language.vocabulary import load

_LONGEST_READ = 600
_MOST_WORDS = 6
_REGISTERED = re.compile(r"\s(?:e\.\s?V\.|eV\b|e\.V\b|gGmbH\b|gemeinnützige GmbH)")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.&-](?=[^\W_]))*")
_CAPITAL = r"[^\W\d_a-zß-ÿ][\w'’-]*"
_CAPITALISED = re.compile(
    rf"{_CAPITAL}(?:[ ](?:{_CAPITAL}|\d{{2,4}}\b|in|für|und|der|des|and|of|for|&)(?![\w'’-]))*"
)
_BY_END = re.compile(
    rf"(?<![\w-])((?:{_CAPITAL} ){{1,4}}(?:Club|Association|Foundation|Society|Trust|Choir))\b"
)
_LINKS = frozenset("in fuer und der des and of for &".split())
_STARTS = frozenset("verein organisation initiative".split())
_NAMED = (
    r"(?:\s+(?:heißt|heisst|namens|nennt sich|mit dem namen|is called|called|named))?"
    r"\s*:?\s+[\"„»]?"
)


@dataclass(frozen=True)
class OrganisationMatch:
    """An association's name; character offsets."""

    name: str
    start: int
    end: int


def find_organisation(text: str) -> OrganisationMatch | None:
    """The association named in ``text``, or None; a bare "unser Verein" names none."""
    return next(_candidates(text[:_LONGEST_READ]), None)


def _candidates(text: str) -> Iterator[OrganisationMatch]:
    for registered in _REGISTERED.finditer(text):
        begin = _begin(text, registered.start())
        if begin < registered.start():
            name = text[begin : registered.end()].rstrip(",")
            yield OrganisationMatch(name, begin, registered.end())
    for pattern in (_club(), _compound(), _known(), _by_type(), _BY_END):
        for match in pattern.finditer(text):
            name = _trimmed(match[1])
            if name:
                yield OrganisationMatch(name, match.start(1), match.start(1) + len(name))


def _begin(text: str, end: int) -> int:
    """Where the name that ends with "e.V." begins: behind the word that leads to it."""
    begin = end
    for word in reversed(list(_WORD.finditer(text, 0, end))[-_MOST_WORDS:]):
        form = form_of(word[0])
        leads = (
            form in _STARTS
            or form in words_of("association_types")
            or form in {"der", "die", "das", "vom", "von", "the", "of", "fuer"}
        )
        if form == "fuer" and _is_inside(text, word.start()):
            leads = False
        separated = re.search(r"[,:;!?]", text[word.end() : begin])
        if leads or separated or (word[0].islower() and form in never_in_a_name() - _LINKS):
            break
        begin = word.start()
    while (link := _WORD.match(text, begin, end)) and form_of(link[0]) in _LINKS:
        begin = link.end() + 1
    return begin


def _is_inside(text: str, at: int) -> bool:
    """Whether the "für" at ``at`` stands in a name: "Kultur für Alle"."""
    before = [word[0] for word in _WORD.finditer(text, 0, at)][-1:]
    form = form_of(before[0]) if before else ""
    return bool(before) and before[0][0].isupper() and form not in _STARTS | never_in_a_name()


def _trimmed(name: str) -> str:
    """``name`` up to the first ordinary word ("sucht"), without a link at its end."""
    kept: list[str] = []
    for word in name.split(" "):
        form = form_of(word)
        if form in words_of("ends") and form not in _LINKS:
            break
        kept.append(word)
    while kept and form_of(kept[-1]) in _LINKS:
        kept.pop()
    if not kept or (len(kept) == 1 and form_of(kept[0]) in never_in_a_name()):
        return ""
    return " ".join(kept)


@cache
def _known() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in load("names")["associations"])
    places = "|".join(re.escape(name) for name in district_names())
    where = rf"(?: (?:Duisburg\b(?:[- ](?:{places}))?|{places}))?"
    return re.compile(rf"(?<![\w-])((?:{names}){where})(?![\w-])")


@cache
def _club() -> re.Pattern[str]:
    """Sports clubs: "SV Hamborn 07"."""
    clubs = "|".join(load("names")["association_clubs"])
    return re.compile(
        rf"(?<![\w-])((?:{clubs})(?: (?:{_CAPITAL}|\d{{2,4}}(?![\w:.]))){{1,4}})(?![\w-])"
    )


@cache
def _compound() -> re.Pattern[str]:
    heads = "|".join(load("names")["association_compounds"])
    return re.compile(
        rf"\b([A-ZÄÖÜ][\w-]{{2,}}(?:{heads})(?=[ ][A-ZÄÖÜ\d])[ ]{_CAPITALISED.pattern})"
    )


@cache
def _by_type() -> re.Pattern[str]:
    types = "|".join(load("names")["association_types"])
    return re.compile(rf"\b(?i:{types}){_NAMED}({_CAPITALISED.pattern})")
