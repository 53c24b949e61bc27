"""Recurring work of the channels service."""

from datetime import timedelta

import structlog

from backend.channels.repository import ChannelRepository
from backend.kit.clock import Clock
from backend.kit.database import Database

log = structlog.get_logger(__name__)

# Telegram repeats an update for a day at most.
KEPT = timedelta(days=7)


def forget_old_updates(database: Database, clock: Clock, kept: timedelta = KEPT) -> None:
    """Delete the numbers of updates finished longer ago than `kept`."""
    with database.writing() as session:
        count = ChannelRepository(session).forget(clock.now() - kept)
    if count:
        log.info("channel_updates_forgotten", count=count)
