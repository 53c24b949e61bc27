"""Puts the service together for one request."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from backend.appointments.closures import closure
from backend.appointments.domain.rules import Rules
from backend.appointments.errors import NotSupported
from backend.appointments.provider.embedded import embedded
from backend.appointments.provider.ports import Provider
from backend.appointments.provider.zms.provider import ZmsProvider
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.appointments.service.announcing import Announcing, Silent
from backend.appointments.service.booking import Booking
from backend.appointments.service.catalogue import Catalogue
from backend.appointments.service.placing import Placing
from backend.appointments.service.search import SlotSearch
from backend.kit.clock import Clock
from backend.kit.container import container_of
from backend.kit.ids import Ids
from backend.kit.sessions import Reading, Writing


@dataclass(frozen=True)
class Appointments:
    """The parts of the service around one session."""

    catalogue: Catalogue
    search: SlotSearch
    booking: Booking


def compose(
    session: Session, clock: Clock, ids: Ids, rules: Rules, announcing: Announcing | None = None
) -> Appointments:
    """The service on a session; it neither begins nor ends transactions."""
    occupancy = OccupancyRepository(session)
    catalogue = Catalogue(CatalogueRepository(session), rules.max_items)
    search = SlotSearch(occupancy, clock, rules, closure)
    placing = Placing(catalogue, search, occupancy, clock, rules, closure)
    booking = Booking(
        catalogue=catalogue,
        placing=placing,
        appointments=AppointmentRepository(session),
        occupancy=occupancy,
        clock=clock,
        ids=ids,
        rules=rules,
        announcing=announcing or Silent(),
    )
    return Appointments(catalogue, search, booking)


def _of(request: Request, session: Session) -> Appointments:
    container = container_of(request)
    rules: Rules = request.app.state.appointment_rules
    return compose(session, container.clock, container.ids, rules)


def _writing(request: Request, session: Writing) -> Appointments:
    # What is not yet behind the provider's ports must not write beside a city's own system.
    if request.app.state.appointment_zms is not None:
        raise NotSupported
    return _of(request, session)


def _reading(request: Request, session: Reading) -> Appointments:
    return _of(request, session)


def _provider(request: Request, session: Session) -> Provider:
    zms: ZmsProvider | None = request.app.state.appointment_zms
    if zms is not None:
        # Opens short transactions of its own, so that none waits for another system.
        return zms.provider()
    engine = _of(request, session)
    return embedded(engine.catalogue, engine.search, engine.booking)


def _writing_provider(request: Request, session: Writing) -> Provider:
    return _provider(request, session)


def _reading_provider(request: Request, session: Reading) -> Provider:
    return _provider(request, session)


WritingAppointments = Annotated[Appointments, Depends(_writing, scope="function")]
ReadingAppointments = Annotated[Appointments, Depends(_reading, scope="function")]
WritingProvider = Annotated[Provider, Depends(_writing_provider, scope="function")]
ReadingProvider = Annotated[Provider, Depends(_reading_provider, scope="function")]
