"""What time does to an open handover. Pure: asked again and again by a job."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from backend.conversations.handover.domain.handover import Handover


class Due(StrEnum):
    """What has to be done now."""

    WARN_STAFF = "warn_staff"
    STAFF_SILENT = "staff_silent"
    STAFF_GONE = "staff_gone"
    WARN_PERSON = "warn_person"
    PERSON_GONE = "person_gone"
    CLOSED = "closed"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Rules:
    """Patience. `staff_gone` and `nobody` count from the last sign of life of a console."""

    staff_warned: timedelta
    staff_silent: timedelta
    staff_gone: timedelta
    person_warned: timedelta
    person_gone: timedelta
    nobody: timedelta


@dataclass(frozen=True)
class There:
    """Who is there: `within_hours` of the department, when its staff, and when the one who has
    this handover, gave a sign of life last.
    """

    within_hours: bool
    anybody_at: datetime | None
    staff_seen_at: datetime | None


def due(handover: Handover, there: There, now: datetime, rules: Rules) -> Due | None:
    """The next thing to do about an open handover, or None."""
    if handover.staff_id is None:
        return _while_waiting(handover, there, now, rules)
    signs = there.staff_seen_at, handover.taken_at, handover.staff_at
    if _is_over(max(filter(None, signs), default=None), now, rules.staff_gone):
        return Due.STAFF_GONE
    if _staff_owes(handover):
        return _of_staff(handover, now, rules)
    return _of_person(handover, now, rules)


def _while_waiting(handover: Handover, there: There, now: datetime, rules: Rules) -> Due | None:
    if not there.within_hours:
        return Due.CLOSED
    last = max(there.anybody_at or handover.queued_at, handover.requested_at)
    return Due.NOBODY if _is_over(last, now, rules.nobody) else None


def _staff_owes(handover: Handover) -> bool:
    """Whether the person spoke last, or nobody of staff has since it was taken."""
    if handover.staff_at is None or handover.taken_at is None:
        return True
    if handover.staff_at < handover.taken_at:
        return True
    return handover.person_at is not None and handover.person_at > handover.staff_at


def _of_staff(handover: Handover, now: datetime, rules: Rules) -> Due | None:
    since = max(filter(None, (handover.taken_at, handover.person_at)))
    if _is_over(since, now, rules.staff_silent):
        return Due.STAFF_SILENT
    warned = handover.staff_warned_at is not None and handover.staff_warned_at >= since
    return Due.WARN_STAFF if _is_over(since, now, rules.staff_warned) and not warned else None


def _of_person(handover: Handover, now: datetime, rules: Rules) -> Due | None:
    since = handover.staff_at
    if handover.person_warned_at is not None and since and handover.person_warned_at >= since:
        over = _is_over(handover.person_warned_at, now, rules.person_gone)
        return Due.PERSON_GONE if over else None
    return Due.WARN_PERSON if _is_over(since, now, rules.person_warned) else None


def _is_over(since: datetime | None, now: datetime, patience: timedelta) -> bool:
    return since is not None and now - since >= patience
