"""Until when somebody may think about a slot that is kept for them."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class OfferRules:
    """How long offers to people on the waiting list stand; wall clock throughout.

    `minutes`: the time to answer, of which only what lies between `day_from` and `day_until`
    counts, so that no offer comes and goes in the night. `least_minutes`: with less than this no
    offer is made. `before_minutes`: an offer ends at least this long before the slot.
    """

    minutes: int = 120
    least_minutes: int = 30
    before_minutes: int = 60
    day_from: time = time(8)
    day_until: time = time(20)

    def earliest(self, now: datetime) -> datetime:
        """The first start that can still be offered."""
        return self._after(now, self.least_minutes) + self._before

    def until(self, now: datetime, start: datetime) -> datetime:
        """The end of an offer made now of a slot at `start`."""
        return min(self._after(now, self.minutes), start - self._before)

    @property
    def _before(self) -> timedelta:
        return timedelta(minutes=self.before_minutes)

    def _after(self, now: datetime, minutes: int) -> datetime:
        # To the full minute, so that the deadline people read is the one that counts.
        moment = now.replace(second=0, microsecond=0)
        if moment < now:
            moment += _MINUTE
        left = timedelta(minutes=minutes)
        while True:
            begin = max(moment, datetime.combine(moment, self.day_from))
            room = datetime.combine(moment, self.day_until) - begin
            if left <= room:
                return begin + left
            left -= max(room, timedelta(0))
            moment = datetime.combine(moment.date() + timedelta(days=1), time(0))
