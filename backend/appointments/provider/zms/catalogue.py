"""Our facts about services and offices, cut down to what ZMS gives appointments for."""

from dataclasses import dataclass, replace

from backend.appointments.domain.catalogue import Office, Service
from backend.appointments.provider.zms.directory import Directory
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.kit.database import Database


@dataclass(frozen=True)
class ZmsShelf:
    """See `service.catalogue.Shelf`. Texts, fees, documents and hours are the city's own files'.

    An office that ZMS does not know stays, so that people are told its hours, without services.
    """

    database: Database
    directory: Directory

    def services(self) -> dict[str, Service]:
        """All services, as long as ZMS says."""
        minutes = self.directory.offers().minutes
        with self.database.reading() as session:
            known = CatalogueRepository(session).services()
        return {key: _lasting(service, minutes.get(key)) for key, service in known.items()}

    def offices(self) -> dict[str, Office]:
        """All offices with what can be booked there."""
        at = self.directory.offers().at
        with self.database.reading() as session:
            known = CatalogueRepository(session).offices()
        return {key: _offering(office, at.get(key, frozenset())) for key, office in known.items()}

    def former_office(self, key: str) -> Office | None:
        """An office as the city's files have it, without asking ZMS."""
        with self.database.reading() as session:
            return CatalogueRepository(session).former_office(key)


def _lasting(service: Service, minutes: int | None) -> Service:
    if minutes is None or minutes == service.minutes:
        return service
    return replace(service, minutes=minutes, facts={**service.facts, "minutes": minutes})


def _offering(office: Office, services: frozenset[str]) -> Office:
    told = [key for key in office.facts["services"] if key in services]
    told += sorted(services.difference(told))
    facts = {**office.facts, "services": told}
    # How many counters there are and what each gives is for ZMS to know: one that gives all of it
    # stands for them.
    return replace(office, services=services, facts=facts, counters=(0,), own={})
