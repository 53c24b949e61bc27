"""Everything a message names: one list of entities, in the order of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from language.alternatives import find_alternative
from language.availability import asks_whether_free
from language.commands import find_command
from language.contacts import find_contacts
from language.dates import DateMatch, Interval, find_dates, parse_date
from language.fields import find_field
from language.impossible import find_impossible
from language.lost_codes import lacks_code
from language.names import find_name
from language.one_time_codes import find_one_time_code
from language.ordinals import find_ordinal
from language.organisations import find_organisation
from language.people import find_people
from language.places import find_places
from language.regions import find_region
from language.services import find_services
from language.stations import find_station
from language.taken_back import takes_back
from language.text import fold
from language.topics import find_topics
from language.vessels import find_vessel
from language.waiting_lists import find_waiting_wish

_MINUTES = "%Y-%m-%dT%H:%M"
_LONGEST_READ = 4000
_WHEN_AND_WHERE = frozenset({"time", "district", "office", "region", "alternative"})
# Times see to it themselves (language.dates.corrections).
_CORRECTABLE = (("service",), ("district", "office", "region"), ("email",), ("phone",), ("code",))
_NEGATION = re.compile(
    r"\b(?:nicht|kein\w*|statt|anstatt|ausser|not|no|except|instead of)"
    r"(?: (?:in|im|nach|bei|am|at|to|fuer|for|der|die|den|das|ein\w*|the|an?))*\s*$"
)


@dataclass(frozen=True)
class Entity:
    """A value found in a text.

    ``kind`` is one of service, district, office, people, time, code, email, phone,
    invalid_phone, iban, card, ordinal, name, vessel, organisation, station, topic,
    target_group, accessibility, dataset, command, alternative, available, impossible, field,
    region, one_time_code, no_code, waiting;
    ``value`` its canonical form (service or office key, "start/end", "K7MP-3WQX");
    ``details`` what else is known, ready for JSON (count, office, daily, negated).
    """

    kind: str
    value: str | int
    start: int
    end: int
    details: dict[str, Any] = field(default_factory=dict)


def find_entities(text: str, language: str, reference: datetime) -> list[Entity]:
    """All entities in ``text``; where two overlap, the one listed first below wins.

    ``reference`` is the naive Berlin wall clock the text was said at.
    """
    text = text[:_LONGEST_READ]
    found: list[Entity] = []
    introduced = list(_introduced(text))
    times = _times(text, language, reference)
    groups = (
        _commands(text),
        _contacts(text, language),
        _one_time_code(text),
        introduced,
        _alternatives(text),
        times,
        _named(text),
    )
    for candidates in groups:
        for entity in candidates:
            if not any(entity.start < other.end and other.start < entity.end for other in found):
                found.append(entity)
    found += [*_available(text, found), *_unsaid(text)]
    found = _corrected(text, found)
    return sorted(found, key=lambda entity: (entity.start, entity.end))


def _corrected(text: str, found: Sequence[Entity]) -> list[Entity]:
    """``found``, with what a later value of its kind puts right marked as negated."""
    wrong = {
        (kinds, span)
        for kinds in _CORRECTABLE
        for span in takes_back(text, [(e.start, e.end) for e in found if e.kind in kinds])
    }
    return [
        replace(entity, details={**entity.details, "negated": True})
        if any(entity.kind in kinds and (entity.start, entity.end) == at for kinds, at in wrong)
        else entity
        for entity in found
    ]


def _available(text: str, found: Sequence[Entity]) -> Iterator[Entity]:
    spans = [(e.start, e.end) for e in found if e.kind in _WHEN_AND_WHERE]
    if asks_whether_free(text, spans):
        yield Entity("available", "asked", 0, 0)


def _unsaid(text: str) -> Iterator[Entity]:
    """What the whole of ``text`` tells; no words of it are the value."""
    if lacks_code(text):
        yield Entity("no_code", "lost", 0, 0)
    waiting = find_waiting_wish(text)
    if waiting:
        yield Entity("waiting", waiting, 0, 0)


def _one_time_code(text: str) -> Iterator[Entity]:
    code = find_one_time_code(text)
    if code:
        yield Entity("one_time_code", code.digits, code.start, code.end)


def _commands(text: str) -> Iterator[Entity]:
    command = find_command(text)
    if command:
        yield Entity("command", command.command, command.start, command.end)


def _contacts(text: str, language: str) -> Iterator[Entity]:
    for match in find_contacts(text, language):
        yield Entity(match.kind, match.value, match.start, match.end)


def _times(text: str, language: str, reference: datetime) -> Iterator[Entity]:
    for match in find_dates(text, language, reference):
        details = _time_details(match, language, reference)
        yield Entity("time", format_interval(match.interval), match.begin, match.finish, details)
    wrong = find_impossible(text)
    if wrong:
        yield Entity("impossible", wrong.said, wrong.start, wrong.end, {"of": wrong.kind})


def _time_details(match: DateMatch, language: str, reference: datetime) -> dict[str, Any]:
    details: dict[str, Any] = {}
    if _is_clock_only(match.text, language, reference):
        details["clock_only"] = True
    if match.daily:
        details["daily"] = [bound.strftime("%H:%M") for bound in match.daily]
    if match.negated:
        details["negated"] = True
    return details


def _is_clock_only(text: str, language: str, reference: datetime) -> bool:
    """Whether no day was named, so that only the hour of asking decides which day is meant."""
    first, last = (
        parse_date(text, language, reference.replace(hour=hour, minute=minute))
        for hour, minute in ((0, 0), (23, 59))
    )
    if first is None or last is None or first == last:
        return False
    return first.start.time() == last.start.time() and first.end.time() == last.end.time()


def _introduced(text: str) -> Iterator[Entity]:
    """Names go before what their words mean otherwise (Freitag, Buchholz, MS Ruhrort)."""
    vessel = find_vessel(text)
    if vessel:
        yield Entity("vessel", vessel.name, vessel.start, vessel.end)
    organisation = find_organisation(text)
    if organisation:
        yield Entity("organisation", organisation.name, organisation.start, organisation.end)
    name = find_name(text)
    if name:
        yield Entity("name", name.name, name.start, name.end)
    station = find_station(text)
    if station:
        yield Entity("station", station.number, station.start, station.end)


def _alternatives(text: str) -> Iterator[Entity]:
    """Other times than those on offer; "on the same day" in it is no day of its own."""
    alternative = find_alternative(text)
    if alternative:
        known: dict[str, Any] = {"same_day": True} if alternative.same_day else {}
        if alternative.minutes:
            known["minutes"] = alternative.minutes
        yield Entity("alternative", alternative.value, alternative.start, alternative.end, known)


def _negated(text: str, start: int) -> dict[str, Any]:
    """The detail of a value that a "not" stands before."""
    return {"negated": True} if _NEGATION.search(fold(text[:start])) else {}


def _named(text: str) -> Iterator[Entity]:
    for place in find_places(text):
        value = place.office if place.kind == "office" else place.name
        details: dict[str, Any] = {"office": place.office}
        if place.landmark:
            details["landmark"] = place.landmark
        details |= _negated(text, place.start)
        yield Entity(place.kind, value, place.start, place.end, details)
    region = find_region(text)
    if region:
        details = {"offices": list(region.offices)} | _negated(text, region.start)
        yield Entity("region", region.region, region.start, region.end, details)
    for service in find_services(text):
        known: dict[str, Any] = {"count": service.count} if service.count else {}
        known |= _negated(text, service.start)
        yield Entity("service", service.key, service.start, service.end, known)
    ordinal = find_ordinal(text)
    if ordinal:
        yield Entity("ordinal", ordinal.place, ordinal.start, ordinal.end)
    field_named = find_field(text)
    if field_named:
        yield Entity("field", field_named.field, field_named.start, field_named.start)
    people = find_people(text)
    if people:
        yield Entity("people", people.count, people.start, people.end)
    for topic in find_topics(text):
        yield Entity(topic.kind, topic.value, topic.start, topic.end)


def format_interval(interval: Interval) -> str:
    """``interval`` as "2026-12-01T00:00/2026-12-01T23:59"."""
    return f"{interval.start.strftime(_MINUTES)}/{interval.end.strftime(_MINUTES)}"


def parse_interval(value: str) -> Interval:
    """The interval written by :func:`format_interval`."""
    start, end = value.split("/")
    return Interval(datetime.strptime(start, _MINUTES), datetime.strptime(end, _MINUTES))
