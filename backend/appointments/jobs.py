"""Recurring work of the appointments service."""

from datetime import timedelta

import structlog

from backend.appointments.repository.appointments import AppointmentRepository
from backend.appointments.repository.occupancy import OccupancyRepository
from backend.kit.clock import Clock
from backend.kit.database import Database

log = structlog.get_logger(__name__)

RELEASE_EVERY_SECONDS = 60

# As long as this, an expired hold can still be confirmed and its idempotency key is known.
_REMEMBERED = timedelta(hours=24)


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
