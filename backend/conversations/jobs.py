"""Recurring work of the conversations service."""

from datetime import timedelta

import structlog

from backend.conversations.gap_repository import GapRepository
from backend.conversations.repository import ConversationRepository
from backend.kit.clock import Clock
from backend.kit.database import Database

log = structlog.get_logger(__name__)

FORGET_EVERY_SECONDS = 3600


def forget_old_gaps(database: Database, clock: Clock, kept: timedelta) -> None:
    """Delete the knowledge gaps older than ``kept``."""
    with database.writing() as session:
        count = GapRepository(session).forget_before(clock.now() - kept)
    if count:
        log.info("knowledge_gaps_forgotten", count=count)


def forget_erased(database: Database, clock: Clock, kept: timedelta) -> None:
    """Delete the notes of conversations erased longer ago than ``kept``, the life of a token."""
    with database.writing() as session:
        ConversationRepository(session).forget_erased(clock.now() - kept)
