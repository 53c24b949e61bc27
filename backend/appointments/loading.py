"""Loads services and offices from files when the database holds none yet."""

from pathlib import Path
from typing import Any

import structlog
import yaml
from sqlalchemy.orm import Session

from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.schemas import OfficeFacts, ServiceFacts
from backend.kit.migrations import lock_start

log = structlog.get_logger(__name__)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def load_when_empty(session: Session, folder: Path) -> None:
    """Fill the catalogue from `services.yml` and `offices.yml`.

    Raises ValueError when a file does not have the documented form or names unknown services.
    """
    lock_start(session.connection())
    repository = CatalogueRepository(session)
    if not repository.empty():
        return
    services = read_services(folder / "services.yml")
    offices = read_offices(folder / "offices.yml")
    unknown = {key for office in offices for key in office.services} - {s.key for s in services}
    if unknown:
        raise ValueError(f"offices.yml names unknown services: {sorted(unknown)}")
    repository.add_services([_service_row(i, each) for i, each in enumerate(services)])
    for i, office in enumerate(offices):
        repository.add_office(_office_row(i, office), office.counters)
    log.info("catalogue_loaded", services=len(services), offices=len(offices))


def read_services(path: Path) -> list[ServiceFacts]:
    """Services of a file."""
    content = _read(path)
    return [
        ServiceFacts.model_validate(each | {"sample": content["sample"]})
        for each in content["services"]
    ]


def read_offices(path: Path) -> list[OfficeFacts]:
    """Offices of a file; hours become `{"start", "end"}` for every weekday."""
    content = _read(path)
    return [
        OfficeFacts.model_validate(
            each
            | {
                "sample": content["sample"],
                "hours": {day: _ranges(each["hours"].get(day, [])) for day in WEEKDAYS},
            }
        )
        for each in content["offices"]
    ]


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _ranges(written: list[str]) -> list[dict[str, str]]:
    return [dict(zip(("start", "end"), each.split("-"), strict=True)) for each in written]


def _service_row(position: int, facts: ServiceFacts) -> dict[str, Any]:
    return {
        "key": facts.key,
        "position": position,
        "minutes": facts.minutes,
        "status": facts.status,
        "sample": facts.sample,
        "facts": facts.model_dump(mode="json"),
    }


def _office_row(position: int, facts: OfficeFacts) -> dict[str, Any]:
    return {
        "key": facts.key,
        "position": position,
        "hours": [[[r.start, r.end] for r in facts.hours[day]] for day in WEEKDAYS],
        "services": facts.services,
        "sample": facts.sample,
        "facts": facts.model_dump(mode="json"),
    }
