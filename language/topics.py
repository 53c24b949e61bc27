"""What a wish is about: topics, target groups, accessibility and the words for data sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from language.gazetteer import Gazetteer
from language.text import words
from language.vocabulary import load

_SHORT = 4
_ALWAYS_DATA = frozenset({"population", "defibrillators"})


@dataclass(frozen=True)
class TopicMatch:
    """``kind`` is topic, target_group, accessibility or dataset; ``value`` its key."""

    kind: str
    value: str
    start: int
    end: int


@cache
def _gazetteer(kind: str) -> Gazetteer:
    vocabulary = load("topics")
    return Gazetteer(vocabulary[kind], vocabulary["ordinary"])


@cache
def _cues(key: str) -> frozenset[str]:
    return frozenset(load("topics")[key])


@cache
def _known_words() -> Gazetteer:
    return Gazetteer({cue: [cue] for cue in (*_cues("data_cues"), *_cues("cues"))})


def find_topics(text: str) -> list[TopicMatch]:
    """All of them in order, each once.

    "Bäume" are a data set where data is spoken of and a topic where voluntary work or an
    idea is, or where hardly anything else is said; elsewhere they are just trees.
    """
    tokens = words(text)
    forms = {known for token in tokens for known in (_known_words().meant(token.form))}
    joined = " ".join(token.form for token in tokens)
    data = bool(forms & _cues("data_cues")) or any(cue in joined for cue in _cues("counting"))
    about = bool(forms & _cues("cues"))
    short = len(tokens) <= _SHORT and "?" not in text
    found = [TopicMatch("accessibility", *place) for place in _found("accessibility", text)]
    datasets = [TopicMatch("dataset", *place) for place in _found("dataset", text)]
    found += [match for match in datasets if data or match.value in _ALWAYS_DATA]
    if (about or short) and not data:
        for kind in ("target_group", "topic"):
            found += [TopicMatch(kind, *place) for place in _found(kind, text)]
    return sorted(_each_once(found), key=lambda match: match.start)


def _found(kind: str, text: str) -> Iterator[tuple[str, int, int]]:
    for found in _gazetteer(kind).find(text):
        yield found.key, found.start, found.end


def _each_once(found: list[TopicMatch]) -> Iterator[TopicMatch]:
    seen: set[tuple[str, str]] = set()
    kept: list[TopicMatch] = []
    for match in found:
        overlaps = any(match.start < other.end and other.start < match.end for other in kept)
        if (match.kind, match.value) not in seen and not overlaps:
            seen.add((match.kind, match.value))
            kept.append(match)
            yield match
