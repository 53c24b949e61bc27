"""Recurring work of the identity service."""

from datetime import timedelta

import structlog

from backend.identity.repository.challenges import ChallengeRepository
from backend.identity.repository.counters import CounterRepository
from backend.identity.repository.proofs import ProofRepository
from backend.identity.wiring import Identity
from backend.kit.database import Database
from backend.kit.scheduler import Scheduler

log = structlog.get_logger(__name__)

SEND_EVERY_SECONDS = 1
FORGET_EVERY_SECONDS = 300


def schedule(
    scheduler: Scheduler, database: Database, identity: Identity, events_kept: timedelta
) -> None:
    """Register the jobs."""
    scheduler.every(
        SEND_EVERY_SECONDS, "identity.send_codes", lambda: send_codes(database, identity)
    )
    scheduler.every(
        FORGET_EVERY_SECONDS,
        "identity.forget_old",
        lambda: forget_old(database, identity, events_kept),
    )


def send_codes(database: Database, identity: Identity) -> None:
    """Make the codes that were asked for and hand them to the outbox, each by itself.

    One that fails is tried again by the next run until it is too late for it.
    """
    if identity.outbox is None:
        return
    with database.reading() as session:
        due = identity.sending(session, identity.outbox).due()
    for challenge_id in due:
        try:
            with database.writing() as session:
                identity.sending(session, identity.outbox).send(challenge_id)
        # Any failure is caught: it must not keep others from their codes.
        except Exception as error:
            log.error("code_not_sent", challenge=challenge_id, kind=type(error).__name__)


def forget_old(database: Database, identity: Identity, events_kept: timedelta) -> None:
    """Delete challenges, proofs and counters that are over, and old events."""
    now = identity.clock.now()
    with database.writing() as session:
        # A challenge stays as long as its proof, so that a repeated answer gets it again.
        gone = ChallengeRepository(session).forget(
            now - identity.rules.proof_life, now - events_kept
        )
        ProofRepository(session).forget(now)
        CounterRepository(session).forget(now)
    if gone:
        log.info("challenges_forgotten", count=gone)
