"""Lists of what people say beside what it means, and how each line is read now."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from language.detection import detect, wished_language
from language.entities import Entity, find_entities
from language.name_answers import bare_name
from language.numbers import parse_number, parse_ordinal
from language.people import find_people
from language.places import find_places
from language.services import find_services

DATA = Path(__file__).parent / "data"
MESSAGES = Path(__file__).parents[2] / "nlu"
MONDAY = datetime(2026, 3, 2, 9, 0)
# Made-up numbers of a list are read, too, where nobody has one like it.
CONTACTS = ("code", "email", "phone", "invalid_phone", "iban", "card")


@dataclass(frozen=True)
class Reading:
    """One line of a list: where it stands, what is said, what it means and how it was read."""

    place: str
    said: str
    expected: list[str]
    read: list[str]

    @property
    def is_right(self) -> bool:
        return self.expected == self.read


def rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """(file and line, columns) of each row; lines with # are comments."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield f"{path.name}:{number}", line.split("\t")


def _several(value: str) -> list[str]:
    return [] if value == "-" else value.split(";")


def values(path: Path) -> Iterator[Reading]:
    for place, (language, kind, said, expected) in rows(path):
        yield Reading(place, said, _several(expected), _value(kind, said, language))


def _value(kind: str, said: str, language: str) -> list[str]:
    if kind in ("number", "ordinal"):
        parse = parse_number if kind == "number" else parse_ordinal
        read = parse(said, language)
        return [] if read is None else [str(read)]
    found = find_entities(said, language, MONDAY)
    return [str(e.value) for e in found if e.kind in CONTACTS]


def places(path: Path) -> Iterator[Reading]:
    for place, (said, expected) in rows(path):
        read = [f"{p.kind}={_name(p)}@{p.office}" for p in find_places(said)]
        yield Reading(place, said, _several(expected), read)


def _name(place: object) -> str:
    kind, name, office = place.kind, place.name, place.office  # type: ignore[attr-defined]
    return str(office if kind == "office" else name)


def services(path: Path) -> Iterator[Reading]:
    for place, (said, expected) in rows(path):
        read = [f"{s.key}×{s.count}" if s.count else s.key for s in find_services(said)]
        yield Reading(place, said, _several(expected), read)


def names(path: Path) -> Iterator[Reading]:
    for place, (kind, said, expected) in rows(path):
        if kind == "answer":
            name = bare_name(said)
            read = [name] if name else []
        else:
            found = [e for language in ("de", "en") for e in find_entities(said, language, MONDAY)]
            read = list(dict.fromkeys(str(e.value) for e in found if e.kind == kind))
        yield Reading(place, said, _several(expected), read)


def people(path: Path) -> Iterator[Reading]:
    for place, (said, expected) in rows(path):
        found = find_people(said)
        yield Reading(place, said, _several(expected), [str(found.count)] if found else [])


def languages(path: Path) -> Iterator[Reading]:
    for place, (expected, said) in rows(path):
        wished = wished_language(said)
        if expected.startswith("wish-"):
            yield Reading(place, said, [expected], [f"wish-{wished or 'none'}"])
            continue
        read = {current: wished or detect(said, current) for current in ("de", "en")}
        if expected == "keep":
            yield Reading(place, said, ["de", "en"], list(read.values()))
        else:
            yield Reading(place, said, [expected] * 2, list(read.values()))


def messages(path: Path) -> Iterator[Reading]:
    """Whole messages; the order of the entities does not count."""
    for place, (language, _, said, expected) in rows(path):
        read = [shown(entity) for entity in find_entities(said, language, MONDAY)]
        yield Reading(place, said, sorted(_several(expected)), sorted(read))


def shown(entity: Entity) -> str:
    """An entity as the list of messages writes it."""
    value = _short(str(entity.value)) if entity.kind == "time" else entity.value
    count = entity.details.get("count")
    ruled_out = "~" if entity.details.get("negated") else ""
    return f"{entity.kind}={ruled_out}{value}" + (f"×{count}" if count else "")


def _short(interval: str) -> str:
    start, end = interval.split("/")
    if start == end:
        return start
    day = start[:10]
    if (start, end) == (f"{day}T00:00", f"{day}T23:59"):
        return day
    return interval.replace("T00:00/", "/")


LISTS: dict[str, Callable[[Path], Iterator[Reading]]] = {
    "values": values,
    "places": places,
    "services": services,
    "names": names,
    "people": people,
    "languages": languages,
}


def score(readings: list[Reading]) -> float:
    """The share of lines read exactly."""
    return sum(reading.is_right for reading in readings) / len(readings)


def f1(readings: list[Reading]) -> float:
    """Of single values over all lines: harmonic mean of precision and recall."""
    right = wanted = found = 0
    for reading in readings:
        right += sum((Counter(reading.expected) & Counter(reading.read)).values())
        wanted += len(reading.expected)
        found += len(reading.read)
    return 2 * right / (wanted + found)
