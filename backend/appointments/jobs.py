"""Recurring work of the appointments service."""

from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy.orm import Session

from backend.appointments.errors import SlotTaken
from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.appointments.service.offering import Offering
from backend.kit.clock import Clock
from backend.kit.database import Database

log = structlog.get_logger(__name__)

RELEASE_EVERY_SECONDS = 60

# As long as this, an expired hold can still be confirmed and its idempotency key is known.
_REMEMBERED = timedelta(hours=24)

# How often one run looks again when rivals were faster.
_ROUNDS = 5


def release_expired(database: Database, clock: Clock) -> None:
    """Give back the slots of expired holds and forget the old ones.

    Only tidies up: searches and bookings disregard expired holds by themselves.
    """
    now = clock.now()
    with database.writing() as session:
        ticks = OccupancyRepository(session).free_expired(now)
        forgotten = AppointmentRepository(session).delete_unconfirmed(now - _REMEMBERED)
    if ticks or forgotten:
        log.info("holds_released", ticks=ticks, forgotten=forgotten)


def offer_free_slots(database: Database, offering: Callable[[Session], Offering]) -> int:
    """Give free slots to those who wait; returns how many were offered.

    Looks without a write lock, then stores each offer by itself. When one does not fit any more
    all is looked at anew, so that nobody is passed over.
    """
    offered = 0
    for _ in range(_ROUNDS):
        with database.reading() as session:
            over = offering(session).over()
        if over:
            with database.writing() as session:
                offering(session).tidy()
        with database.reading() as session:
            matches = offering(session).matches()
        for each in matches:
            try:
                with database.writing() as session:
                    fits = offering(session).offer(each)
            except SlotTaken:
                fits = False
            if not fits:
                break
            offered += 1
        else:
            break
    if offered:
        log.info("slots_offered", count=offered)
    return offered
