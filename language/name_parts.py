"""Names said in parts: "Vorname Mehmet, Nachname Kaya", "Kaya ist der Nachname"."""

import re

from language.introductions import FAMILY, GIVEN, LABEL, PART_BEHIND
from language.name_match import NameMatch
from language.name_words import WORD, form_of, name_words, without_titles, words_of, written

_AND = re.compile(r"(?:(?:und|and|ja|also|äh+m*|uh+m*)[ ,]+)+", re.IGNORECASE)


def find_parted(text: str) -> NameMatch | None:
    """The name said in parts, as in "Vorname Mehmet, Nachname Kaya"."""
    given = GIVEN.search(text)
    behind = _parts_behind(text)
    family = FAMILY.search(text) or (LABEL.search(text) if given else None)
    parts = {
        "given": _part(text, given) or behind.get("given"),
        "family": _part(text, family) or behind.get("family"),
    }
    if behind:
        parts |= behind
    parts |= _unsaid(text, given if not family else None, "family")
    parts |= _unsaid(text, family if not given else None, "given")
    first, last = parts["given"], parts["family"]
    if not first or not last:
        return None
    name = " ".join(written(" ".join(word[0] for word in each)) for each in (first, last))
    end = max(first[-1].end(), last[-1].end())
    leads = [lead.start() for lead in (given, family) if lead]
    return NameMatch(name, min(first[0].start(), last[0].start(), *leads), end)


def _part(text: str, lead: re.Match[str] | None) -> list[re.Match[str]]:
    return name_words(text, lead.end()) if lead else []


def _unsaid(text: str, lead: re.Match[str] | None, key: str) -> dict[str, list[re.Match[str]]]:
    """The other part where it needs no word of its own: "Rahimi, Vorname Nasrin"."""
    before = (
        re.fullmatch(r"\W*([^\W\d_][\w'’-]*)\s*[,;]\s*(?:der )?", text[: lead.start()])
        if lead
        else None
    )
    taken = name_words(text[: before.end(1)], before.start(1)) if before else []
    return {key: taken} if taken else {}


def _parts_behind(text: str) -> dict[str, list[re.Match[str]]]:
    """As in "Brockhoff ist der Nachname, Günter der Vorname"."""
    parts = {}
    for said in PART_BEHIND.finditer(text):
        lead = _AND.match(text, said.start("name"))
        taken = without_titles(name_words(text, lead.end() if lead else said.start("name")))
        alone = WORD.fullmatch(text, said.start("name"), said.end("name"))
        if not taken and alone and form_of(alone[0]) in words_of("also_family"):
            taken = [alone]
        if taken and taken[-1].end() == said.end("name"):
            parts["family" if said["family"] else "given"] = taken
    return parts
