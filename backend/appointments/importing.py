"""Stores what an operator wrote in files: all of it or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from backend.appointments.closures import closure
from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.ticks import DAY_TICKS, starts_of, tick_of, ticks_needed
from backend.appointments.files.problems import FilesRefused
from backend.appointments.files.reading import Files
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.repository.imports import ImportRepository


@dataclass
class Report:
    """What an import did; `notes` say what an operator should look after."""

    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def store(session: Session, files: Files, now: datetime) -> Report:
    """Put the files' content in place of what was there, in the caller's transaction.

    `now` is wall clock. Services and offices that the files no longer name are kept for the
    appointments they had and offered no more; an office or counter with future appointments is
    not taken away. Raises FilesRefused, after which the caller rolls back.
    """
    known, repository = CatalogueRepository(session), ImportRepository(session)
    offices, services = known.offices(), known.services()
    _check_names(files, set(services), set(offices))
    if not files.problems.found:
        _check_booked(files, repository, offices, now)
    if files.problems.found:
        raise FilesRefused(files.problems)
    report = Report()
    bookable = {key for key, service in services.items() if service.bookable}
    _put_services(files, repository, bookable, report)
    _put_offices(files, repository, offices, report)
    if files.closures:
        repository.put_closures([entry.stored() for _, entry in files.closures.entries])
        report.counts["closures"] = len(files.closures.entries)
    _note_affected(known.offices(), repository, now, report)
    return report


def _check_names(files: Files, services: set[str], offices: set[str]) -> None:
    """Every service and office that an entry names must exist afterwards."""
    if files.services:
        services = {entry.key for _, entry in files.services.entries}
        for line, service in files.services.entries:
            _unknown(files, files.services.path, line, "service", service.alternatives, services)
    if files.offices:
        offices = {entry.key for _, entry in files.offices.entries}
        for line, office in files.offices.entries:
            path = files.offices.path
            _unknown(files, path, line, "service", office.services, services)
            for number, rules in enumerate(office.rules(), 1):
                foreign = set(rules["services"] or ()) - set(office.services)
                if foreign:
                    names = ", ".join(sorted(foreign))
                    text = f"counter {number} gives services that the office does not: {names}"
                    files.problems.add(path, line, text)
    if files.closures:
        for line, closed in files.closures.entries:
            named = [closed.office] if closed.office else []
            _unknown(files, files.closures.path, line, "office", named, offices)


def _unknown(
    files: Files, path: Any, line: int, what: str, named: Iterable[str], known: set[str]
) -> None:
    for key in named:
        if key not in known:
            files.problems.add(path, line, f"there is no {what} {key}")


def _check_booked(
    files: Files, repository: ImportRepository, before: Mapping[str, Office], now: datetime
) -> None:
    """No counter with future appointments may vanish."""
    if not files.offices:
        return
    path, tick = files.offices.path, tick_of(now)
    left = {entry.key: (line, len(entry.rules())) for line, entry in files.offices.entries}
    for key in before:
        line, counters = left.get(key, (0, 0))
        if booked := repository.booked_at(key, counters, tick):
            what = f"the office {key}" if not counters else f"{key}: a counter beyond {counters}"
            text = f"{what} would go but has {booked} future appointments; move or cancel them"
            files.problems.add(path, line, text)


def _put_services(
    files: Files, repository: ImportRepository, before: set[str], report: Report
) -> None:
    if not files.services:
        return
    for position, (_, entry) in enumerate(files.services.entries):
        repository.put_service(
            {
                "key": entry.key,
                "position": position,
                "minutes": entry.minutes,
                "status": entry.status,
                "sample": entry.sample,
                "facts": entry.model_dump(mode="json"),
            }
        )
    for key in sorted(before - {entry.key for _, entry in files.services.entries}):
        repository.end_service(key)
        report.notes.append(f"service {key} is not in the file: no longer offered")
    report.counts["services"] = len(files.services.entries)


def _put_offices(
    files: Files, repository: ImportRepository, before: Mapping[str, Office], report: Report
) -> None:
    if not files.offices:
        return
    for position, (_, entry) in enumerate(files.offices.entries):
        row = {
            "key": entry.key,
            "position": position,
            "hours": entry.hours.stored(),
            "services": entry.services,
            "sample": entry.sample,
            "facts": entry.facts().model_dump(mode="json"),
        }
        repository.put_office(row, entry.rules())
    for key in sorted(before.keys() - {entry.key for _, entry in files.offices.entries}):
        repository.end_office(key)
        report.notes.append(f"office {key} is not in the file: gives no more appointments")
    report.counts["offices"] = len(files.offices.entries)


def _note_affected(
    offices: Mapping[str, Office], repository: ImportRepository, now: datetime, report: Report
) -> None:
    """Future appointments that the new data would not allow; they stay."""
    outside: dict[str, int] = {}
    for key, start, minutes, services in repository.booked(now):
        office = offices.get(key)
        if office is None:
            continue
        opened = office.opened(closure, start.date())
        fits = starts_of(opened, ticks_needed(minutes)) >> (tick_of(start) % DAY_TICKS) & 1
        if not fits or not office.offers(service for service, _ in services):
            outside[key] = outside.get(key, 0) + 1
    for key, number in sorted(outside.items()):
        text = f"{key}: {number} future appointments lie outside its hours or services and stay"
        report.notes.append(f"{text}; move or cancel them")
