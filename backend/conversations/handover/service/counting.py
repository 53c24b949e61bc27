"""The figures of a period, and the queue now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from backend.conversations.handover.domain.figures import Counted, count
from backend.conversations.handover.domain.staff import there
from backend.conversations.handover.service.desk import Desk
from backend.kit.clock import as_instant, wall_clock

_TOTAL = "total"


@dataclass(frozen=True)
class Now:
    """How many wait, talk with staff, and of staff are there."""

    waiting: int
    with_staff: int
    staff: int


@dataclass(frozen=True)
class Counting:
    """Days are those of the wall clock in Duisburg. Covers what is still kept."""

    desk: Desk

    def figures(
        self, first: date, last: date, department: str | None
    ) -> tuple[list[Counted], Counted]:
        """By day, and as a whole. A department's conversations are those handed over to it."""
        start, end = _midnight(first), _midnight(last + timedelta(days=1))
        handovers = self.desk.handovers.between(start, end, department)
        begun = self.desk.listing.begun_between(start, end)
        if department:
            own = {each.conversation_id for each in handovers}
            begun = [each for each in begun if each[0] in own]
        callbacks = self.desk.callbacks.asked_between(start, end, department)
        ratings = self.desk.belongings.rated_between(start, end)
        counted = [
            count(
                day.isoformat(),
                [name for name, at in begun if _day(at) == day],
                [each for each in handovers if _day(each.requested_at) == day],
                sum(_day(at) == day for at in callbacks),
                [each.stars for each in ratings if _day(each.at) == day],
            )
            for day in _days(first, last)
        ]
        stars = [each.stars for each in ratings]
        names = [name for name, _ in begun]
        return counted, count(_TOTAL, names, handovers, len(callbacks), stars)

    def now(self, department: str | None) -> Now:
        """How it is at this moment."""
        found = [
            each for each in self.desk.handovers.all_open() if department in (None, each.department)
        ]
        waiting = sum(each.staff_id is None for each in found)
        staff = there(self.desk.presence.all(), self.desk.clock.now(), self.desk.policy.present)
        serving = [each for each in staff if department is None or each.serves(department)]
        return Now(waiting, len(found) - waiting, len(serving))


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))


def _midnight(day: date) -> datetime:
    return as_instant(datetime(day.year, day.month, day.day))


def _day(moment: datetime) -> date:
    return wall_clock(moment).date()
