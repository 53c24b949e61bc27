"""Which of the offices' services a sentence names, and how many of each."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from language.counts import count_of
from language.gazetteer import Gazetteer
from language.same_service import without_same
from language.service_groups import find_together, is_something_else
from language.service_match import ServiceMatch
from language.service_objects import is_done_to_a_thing
from language.shares import with_shares
from language.text import Word, words
from language.vocabulary import load

_SHORTEST_STEM = 4
_PREFIXES = frozenset("ab an um".split())
_VERBS = ("melden", "meldung", "gemeldet", "zumelden")
_HYPHENS = ("-", "–", "‑")
_BEFORE_A_VERB = frozenset(
    "that this not to i you we they he she it will can could did does must please".split()
)


@cache
def _gazetteer() -> Gazetteer:
    names = {key: entry["names"] for key, entry in load("services").items()}
    return Gazetteer(names, load("service_words")["ordinary"])


@cache
def _alone() -> Gazetteer:
    names = {key: entry["alone"] for key, entry in load("services").items() if "alone" in entry}
    return Gazetteer(names, load("service_words")["ordinary"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("service_words")["endings"])


def plain_name(key: str) -> str:
    """The ordinary German word for a service: "Personalausweis" for what people call Perso."""
    return str(load("services")[key]["names"][0])


def find_services(text: str) -> list[ServiceMatch]:
    """All services named in ``text``, in order, each once.

    Words that belong together only across the sentence outrank the single word:
    "Auto anmelden" is a vehicle registration, not a registration of residence.
    """
    tokens = [part for word in _whole(_completed(words(text), text)) for part in _parts(word)]
    together = find_together(tokens, text)
    taken = {index for match in together for index in match.at}
    found = [_apart(tokens, match.key, sorted(match.at)) for match in together]
    free = [
        word
        for index, word in enumerate(tokens)
        if index not in taken and not _is_verb(tokens, index)
    ]
    found += _single(_gazetteer(), tokens, free)
    if not found:
        found = [
            match
            for match in _single(_alone(), tokens, free)
            if not is_something_else(match.key, tokens)
            and not is_done_to_a_thing(tokens, [t.start for t in tokens].index(match.start))
        ]
    found = without_same(found, [match.key for match in together], tokens, text)
    unique: dict[str, ServiceMatch] = {}
    for match in sorted(found, key=lambda match: match.start):
        known = unique.setdefault(match.key, match)
        # "Zeugnisse beglaubigen, also drei Beglaubigungen".
        unique[match.key] = replace(known, count=known.count or match.count)
    return with_shares(list(unique.values()), text)


def _is_verb(tokens: Sequence[Word], at: int) -> bool:
    """Whether "pass" is the English verb: "does not pass", "can you pass it on"."""
    return (
        tokens[at].form in ("pass", "passes") and at > 0 and tokens[at - 1].form in _BEFORE_A_VERB
    )


def _completed(tokens: list[Word], text: str) -> list[Word]:
    """Makes "ab-" of "ab- und anmelden" the whole verb."""
    found = []
    for index, token in enumerate(tokens):
        if token.form in _PREFIXES and text[token.end : token.end + 1] in _HYPHENS:
            later = (w.form for w in tokens[index + 1 :])
            stem = next((form for form in later if form.endswith(_VERBS)), "")
            verb = next((verb for verb in _VERBS if stem.endswith(verb)), "")
            token = Word(token.form + verb, token.start, token.end)
        found.append(token)
    return found


def _whole(tokens: list[Word]) -> list[Word]:
    """Makes "de-register" and "ab melden" one word."""
    whole: list[Word] = []
    for token in tokens:
        before = whole[-1].form if whole else ""
        if (before == "de" and token.form.startswith("regist")) or (
            before in _PREFIXES and token.form in _VERBS
        ):
            whole[-1] = Word(f"{before}{token.form}", whole[-1].start, token.end)
        else:
            whole.append(token)
    return whole


def _parts(word: Word) -> list[Word]:
    """A compound's two parts, both at the place of the whole: "Persoantrag", "3Pässe"."""
    for ending in _endings():
        stem = word.form.removesuffix(ending)
        if stem != word.form and len(stem) >= _SHORTEST_STEM:
            for form in (stem, stem.removesuffix("s"), stem.removesuffix("en")):
                if form in _stems():
                    return [Word(form, word.start, word.end), Word(ending, word.start, word.end)]
    return [word]


@cache
def _stems() -> frozenset[str]:
    named = [name for entry in load("services").values() for name in entry["names"]]
    named += load("service_words")["sets"]["vehicle"]
    forms = [[word.form for word in words(name)] for name in named]
    return frozenset(form[0] for form in forms if len(form) == 1)


def _apart(tokens: Sequence[Word], key: str, at: Sequence[int]) -> ServiceMatch:
    first, last = tokens[at[0]], tokens[at[-1]]
    count = count_of(tokens, at[0], at[-1])
    if count is None and len(at) > 1:
        count = count_of(tokens, at[1], at[1])
    neighbours = at[-1] - at[0] < len(at)
    return ServiceMatch(key, count, first.start, last.end if neighbours else first.end)


def _single(
    gazetteer: Gazetteer, tokens: Sequence[Word], free: Sequence[Word]
) -> list[ServiceMatch]:
    place = {(word.start, word.form): index for index, word in enumerate(tokens)}
    matches = []
    for found in gazetteer.find_in(free):
        covered = [w for w in free if found.start <= w.start and w.end <= found.end]
        first, last = (place[(w.start, w.form)] for w in (covered[0], covered[-1]))
        count = count_of(tokens, first, last)
        matches.append(ServiceMatch(found.key, count, found.start, found.end))
    return matches
