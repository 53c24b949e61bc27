"""Recurring work of the staff service."""

from datetime import timedelta

from backend.kit.database import Database
from backend.kit.scheduler import Scheduler
from backend.staff.repository.access import AccessRepository
from backend.staff.repository.audit import AuditRepository
from backend.staff.wiring import Staff

_FORGET_EVERY_SECONDS = 3600


def schedule(scheduler: Scheduler, database: Database, staff: Staff, kept: timedelta) -> None:
    """Register the job that forgets what is over."""
    scheduler.every(
        _FORGET_EVERY_SECONDS, "staff.forget", lambda: forget_old(database, staff, kept)
    )


def forget_old(database: Database, staff: Staff, kept: timedelta) -> None:
    """Delete sessions and tokens that are over, and audit entries older than `kept`."""
    now = staff.clock.now()
    with database.writing() as session:
        AccessRepository(session).forget(now, now - staff.rules.session_idle)
        AuditRepository(session).forget_before(now - kept)
