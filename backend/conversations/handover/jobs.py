"""Recurring work of the handover."""

from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy.orm import Session

from backend.conversations.handover.ports import Elsewhere
from backend.conversations.handover.service.watching import Watching
from backend.conversations.handover.wiring import Handovers
from backend.kit.database import Database
from backend.kit.scheduler import Scheduler

log = structlog.get_logger(__name__)

FORGET_EVERY_SECONDS = 3600
_FORGOTTEN_AT_ONCE = 500


def schedule(
    scheduler: Scheduler,
    handovers: Handovers,
    tick_seconds: float,
    kept: timedelta,
    elsewhere: Callable[[Session], Elsewhere],
) -> None:
    """Register the jobs; what goes with a conversation ``elsewhere`` is forgotten with it."""
    database = handovers.container.database
    scheduler.every(tick_seconds, "handover.watch", lambda: watch(database, handovers))
    if handovers.courier:
        scheduler.every(tick_seconds, "handover.deliver", handovers.courier.send_due)
    scheduler.every(
        FORGET_EVERY_SECONDS,
        "handover.forget",
        lambda: forget_old(database, handovers, kept, elsewhere),
    )


def watch(database: Database, handovers: Handovers) -> int:
    """Do what time has made due, each by itself; how much that was.

    Several processes may run it: each looks again once it has the conversation for itself.
    """
    with database.reading() as session:
        due = Watching(handovers.desk(session)).due()
    done = 0
    for conversation in due:
        try:
            with database.writing() as session:
                done += Watching(handovers.desk(session)).attend(conversation) is not None
        # Any failure is caught: it must not keep others waiting.
        except Exception as error:
            log.error("handover_not_watched", kind=type(error).__name__)
    return done


def forget_old(
    database: Database,
    handovers: Handovers,
    kept: timedelta,
    elsewhere: Callable[[Session], Elsewhere],
) -> int:
    """Erase conversations that are over for longer than ``kept``, what other services keep because
    of them, and callbacks done before.
    """
    now = handovers.container.clock.now()
    before = now - kept
    with database.writing() as session:
        desk = handovers.desk(session)
        old = desk.listing.idle_since(before, _FORGOTTEN_AT_ONCE)
        others = elsewhere(session)
        for conversation in old:
            desk.conversations.erase(conversation)
            others.forget(conversation, now)
        callbacks = desk.callbacks.forget(before)
    if old or callbacks:
        log.info("conversations_forgotten", count=len(old), callbacks=callbacks)
    return len(old)
