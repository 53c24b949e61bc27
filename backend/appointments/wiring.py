"""Puts the service together for one request."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from backend.appointments.closures import closure
from backend.appointments.domain.offering import OfferRules
from backend.appointments.domain.rules import Rules
from backend.appointments.errors import NotSupported
from backend.appointments.provider.embedded import embedded
from backend.appointments.provider.ports import Provider
from backend.appointments.provider.zms.provider import ZmsProvider
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.repository.closures import ClosureRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.appointments.repository.waiting import WaitingRepository
from backend.appointments.service.agenda import Agenda
from backend.appointments.service.announcing import Announcing, Silent
from backend.appointments.service.booking import Booking
from backend.appointments.service.catalogue import Catalogue
from backend.appointments.service.closing import Closing
from backend.appointments.service.finding import Finding
from backend.appointments.service.moving import Moving
from backend.appointments.service.offering import Offering
from backend.appointments.service.offers import Offers
from backend.appointments.service.placing import Placing
from backend.appointments.service.returning import Chance, Returning, by_chance
from backend.appointments.service.search import SlotSearch
from backend.appointments.service.waiting import Waiting
from backend.appointments.settings import AppointmentSettings
from backend.kit.clock import Clock
from backend.kit.container import container_of
from backend.kit.ids import Ids
from backend.kit.sessions import Reading, Writing

AnnouncingOn = Callable[[Session], Announcing]
"""Who is told, on the session of the change (`app.state.announcing`)."""


DEFAULT_OFFERS = OfferRules()


@dataclass(frozen=True)
class Appointments:
    """The parts of the service around one session."""

    catalogue: Catalogue
    search: SlotSearch
    booking: Booking
    moving: Moving
    agenda: Agenda
    closing: Closing
    waiting: Waiting
    offering: Offering


def compose(
    session: Session,
    clock: Clock,
    ids: Ids,
    rules: Rules,
    announcing: Announcing | None = None,
    chance: Chance = by_chance,
    offer_rules: OfferRules = DEFAULT_OFFERS,
) -> Appointments:
    """The service on a session; it neither begins nor ends transactions."""
    occupancy = OccupancyRepository(session)
    stored = AppointmentRepository(session)
    catalogue = Catalogue(CatalogueRepository(session), rules.max_items)
    search = SlotSearch(occupancy, clock, rules, closure)
    shared: dict[str, Any] = {
        "catalogue": catalogue,
        "placing": Placing(catalogue, search, occupancy, clock, rules, closure),
        "finding": Finding(stored, clock),
        "appointments": stored,
        "occupancy": occupancy,
        "clock": clock,
        "returning": Returning(rules, clock, chance),
        "announcing": announcing or Silent(),
    }
    moving, waiting = Moving(**shared), WaitingRepository(session)
    offers = Offers(waiting, stored, occupancy, clock)
    return Appointments(
        catalogue=catalogue,
        search=search,
        booking=Booking(ids=ids, rules=rules, **shared),
        moving=moving,
        agenda=Agenda(catalogue, stored),
        closing=Closing(catalogue, ClosureRepository(session), stored, clock),
        waiting=Waiting(catalogue, shared["finding"], stored, waiting, offers, moving, clock),
        offering=Offering(
            catalogue=catalogue,
            appointments=stored,
            occupancy=occupancy,
            waiting=waiting,
            offers=offers,
            announcing=shared["announcing"],
            closures=closure,
            clock=clock,
            ids=ids,
            rules=rules,
            offer_rules=offer_rules,
        ),
    )


def offering_on(
    clock: Clock, ids: Ids, settings: AppointmentSettings, announcing_on: AnnouncingOn
) -> Callable[[Session], Offering]:
    """The waiting list's offers, for the job."""

    def on(session: Session) -> Offering:
        told, rules = announcing_on(session), settings.rules()
        parts = compose(session, clock, ids, rules, told, offer_rules=settings.offer_rules())
        return parts.offering

    return on


def _of(request: Request, session: Session) -> Appointments:
    container = container_of(request)
    rules: Rules = request.app.state.appointment_rules
    announcing_on: AnnouncingOn = request.app.state.announcing
    return compose(session, container.clock, container.ids, rules, announcing_on(session))


def _engine(request: Request, session: Session) -> Appointments:
    # What is not behind the provider's ports must neither write beside a city's own system nor
    # tell of appointments as if they were the engine's.
    if request.app.state.appointment_zms is not None:
        raise NotSupported
    return _of(request, session)


def _writing(request: Request, session: Writing) -> Appointments:
    return _engine(request, session)


def _reading(request: Request, session: Reading) -> Appointments:
    return _engine(request, session)


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
