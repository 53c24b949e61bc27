"""Recurring work of the notifications service."""

from datetime import timedelta

import structlog

from backend.kit.clock import Clock
from backend.kit.database import Database
from backend.notifications.domain import Way
from backend.notifications.repository import NoticeRepository

log = structlog.get_logger(__name__)

FORGET_EVERY_SECONDS = 3600


def set_aside(database: Database, clock: Clock, way: Way) -> None:
    """Set aside what is due by a way that is switched off."""
    now = clock.now()
    with database.reading() as session:
        if not NoticeRepository(session).is_any_ready(way, now):
            return
    with database.writing() as session:
        count = NoticeRepository(session).switch_off(way, now)
    log.warning("notices_switched_off", way=way.value, count=count)


def forget_old(database: Database, clock: Clock, kept: timedelta) -> None:
    """Delete content and recipient of notices finished longer ago than `kept`."""
    with database.writing() as session:
        count = NoticeRepository(session).forget(clock.now() - kept)
    if count:
        log.info("notices_forgotten", count=count)
