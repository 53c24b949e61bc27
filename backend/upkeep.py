"""What the backend forgets and gives back by itself, whatever is switched on."""

from datetime import timedelta

from backend.appointments.jobs import RELEASE_EVERY_SECONDS, release_expired
from backend.channels.jobs import forget_old_updates
from backend.conversations.jobs import FORGET_EVERY_SECONDS, forget_erased, forget_old_gaps
from backend.kit.container import Container
from backend.kit.scheduler import Scheduler


def upkeep(container: Container) -> Scheduler:
    """A scheduler with the jobs of upkeep, not started yet."""
    scheduler = Scheduler()
    scheduler.every(
        RELEASE_EVERY_SECONDS,
        "appointments.release_expired",
        lambda: release_expired(container.database, container.clock),
    )
    # A day more than a token holds, whatever the time of day.
    erased = timedelta(days=container.settings.conversation_days + 1)
    scheduler.every(
        FORGET_EVERY_SECONDS,
        "conversations.forget_erased",
        lambda: forget_erased(container.database, container.clock, erased),
    )
    kept = timedelta(days=container.settings.gaps_kept_days)
    scheduler.every(
        FORGET_EVERY_SECONDS,
        "conversations.forget_old_gaps",
        lambda: forget_old_gaps(container.database, container.clock, kept),
    )
    scheduler.every(
        FORGET_EVERY_SECONDS,
        "channels.forget_old_updates",
        lambda: forget_old_updates(container.database, container.clock),
    )
    return scheduler
