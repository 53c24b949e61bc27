"""Names of people, introduced in a sentence: "ich heiße …", "for my son …"."""

import re
from collections.abc import Iterator

from language.evidence import is_word
from language.introductions import (
    ALONE,
    BEHIND,
    BOOKED,
    FAMILY,
    FOR,
    HOUSEHOLD,
    PERHAPS,
    SURE,
    TITLE,
    relation,
)
from language.name_corrections import PUT_RIGHT
from language.name_likeness import (
    is_alone,
    is_caller,
    is_foreign,
    is_like_a_name,
    is_rare,
    is_whole,
)
from language.name_match import NameMatch
from language.name_parts import find_parted
from language.name_words import (
    PARTICLES,
    SPELLS,
    form_of,
    name_words,
    spelled,
    spelled_name,
    without_titles,
    words_of,
    written,
)
from language.places import place_words

_LONGEST_READ = 600
_LISTED = re.compile(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+)(?=\W*(?:$|[,.;]))")
# Behind a name typed small: "… aus Hamborn", "…, ich brauche".
_ON = re.compile(r"\s+(?:aus|from)\s+\w|\s*,?\s*(?:(?:und|and)\s+)?(?:ich|i)\b", re.IGNORECASE)
_GOING_ON = frozenset("aus from und and ich i".split())
_FEWEST, _SHORTEST = 3, 4
_BREAK = re.compile(r"(?<!\bdr)(?<!\bprof)[,.!;]", re.IGNORECASE)


def find_name(text: str) -> NameMatch | None:
    """The name somebody introduces, whatever was asked: "ich heiße Erika von der Heide".

    What only may introduce a name ("hier ist …", "für meine Tochter …") needs a title, a
    known first name or two words that can stand in nothing else.
    """
    text = text[:_LONGEST_READ]
    return (
        find_parted(text)
        or next(_sure(text), None)
        or _behind(text)
        or next(find_of_kin(text), None)
        or next(_perhaps(text), None)
    )


def _sure(text: str) -> Iterator[NameMatch]:
    for lead in SURE.finditer(text):
        taken = without_titles(_without_of(name_words(text, lead.end())))
        letters = spelled(text, taken[-1].end() if taken else lead.end())
        if letters and not SPELLS.fullmatch(
            text, taken[-1].end() if taken else lead.end(), letters.start()
        ):
            letters = None
        if letters:
            first = [written(word[0]) for word in taken[:-1]]
            yield NameMatch(
                " ".join([*first, spelled_name(letters[0])]), lead.start(), letters.end()
            )
        elif taken and (again := _again(text, taken[-1].end())):
            yield _match(text, lead.start(), again)
        elif taken:
            turned = _family_first(text, taken) or _family_behind(text, taken)
            yield turned or _match(text, lead.start(), _in_full(text, taken))
        elif listed := _listed(text, lead.end()):
            yield listed


def _again(text: str, at: int) -> list[re.Match[str]]:
    """The name that takes the place of the one ending at ``at``: "Doris, nein, Dörte Lammers"."""
    changed = PUT_RIGHT.match(text, at)
    if changed is None:
        return []
    lead = SURE.match(text, changed.end())
    again = without_titles(name_words(text, lead.end() if lead else changed.end()))
    return again if again and (lead or is_like_a_name(again) or is_rare(again[0][0])) else []


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


def _listed(text: str, at: int) -> NameMatch | None:
    """As in "Name: Weiß, Nina", where the family name is a word of its own."""
    found = _LISTED.match(text, at)
    if found is None or form_of(found[2]).split("-")[0] not in words_of("first_names"):
        return None
    return NameMatch(written(f"{found[2]} {found[1]}"), found.start(), found.end())


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
    if said["caller"] and not is_caller(text, said, taken):
        return None
    return NameMatch(written(text[taken[0].start() : taken[-1].end()]), begin, said.end())


def _goes_on(text: str, taken: list[re.Match[str]], *, surely: bool) -> list[re.Match[str]]:
    """What no list of words has, where the sentence goes on as one does behind a name:
    "hier ist gülizar aus hamborn". ``surely``: only a name can stand here, so of two words the last
    is enough, and the sentence may end: "hier spricht traute mallmann"."""
    held = [word for word in taken[:_FEWEST] if form_of(word[0]) not in _GOING_ON]
    if not held or held != taken[: len(held)]:
        return []
    ends = surely and not text[held[-1].end() :].strip(" .!,")
    goes_on = ends or _ON.match(text, held[-1].end()) is not None
    forms = [form_of(word[0]) for word in (held[-1:] if surely else held)]
    unheard = all(len(f) >= _SHORTEST and not is_word(f) and f not in place_words() for f in forms)
    return held if goes_on and unheard else []


def _is_open(taken: list[re.Match[str]]) -> bool:
    """Whether no preposition leads to a place: "Grüße vom Rhein"."""
    return form_of(taken[0][0]) not in ("vom", "zum", "zur") or taken[0][0][0].isupper()


def _may_begin(word: str) -> bool:
    return form_of(word) not in PARTICLES or word[0].isupper()


def find_of_kin(text: str) -> Iterator[NameMatch]:
    """Names of relatives, as in "für meine Tochter Ayşe", "my wife is called Olga"."""
    for lead in relation().finditer(text):
        kept = without_titles(name_words(text, lead.end()))
        is_said = lead["led"] or lead["called"]
        alone = bool(is_said) and len(kept) == 1 and is_rare(kept[0][0])
        if kept and (alone or is_like_a_name(kept)):
            yield _match(text, lead.start(), kept)


def _perhaps(text: str) -> Iterator[NameMatch]:
    for lead in PERHAPS.finditer(text):
        taken = name_words(text, lead.end())
        kept = without_titles(taken)
        if kept and (len(kept) < len(taken) or is_like_a_name(kept)):
            yield _match(text, lead.start(), kept)
        elif unheard := _goes_on(text, kept, surely="spricht" in lead[0].lower()):
            yield _match(text, lead.start(), unheard)
    for lead in HOUSEHOLD.finditer(text):
        taken = name_words(text, lead.end())
        if len(taken) > 1 and form_of(taken[1][0]) not in place_words():
            yield _match(text, lead.start(), taken)
    for lead in FOR.finditer(text):
        kept = without_titles(name_words(text, lead.end()))
        name = text[kept[0].start() : kept[-1].end()] if kept else ""
        if is_whole(name) or (lead[0].lower().startswith(("for", "under")) and is_foreign(name)):
            yield _match(text, lead.start(), kept)
    for lead in ALONE.finditer(text):
        taken = without_titles(name_words(text, lead.end()))
        if taken and (is_like_a_name(taken) or is_alone(text, taken)) and _is_open(taken):
            yield _match(text, lead.start(), taken)
    for title in TITLE.finditer(text):
        taken = without_titles(name_words(text, title.end()))
        if taken and any(word[0][0].isupper() for word in taken):
            yield _match(text, title.start(), taken)
    for lead in BOOKED.finditer(text):
        taken = name_words(text, lead.end())
        if taken and form_of(taken[0][0]) not in place_words():
            yield _match(text, lead.start(), taken)
