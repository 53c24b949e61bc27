"""When a person would like to come."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from backend.appointments.domain.ticks import DAY_TICKS, MINUTES, between, index_from

Reason = Literal["past", "beyond_horizon", "closed", "full", "not_offered"]
"""Why a wish finds no slots."""

OPEN_END = datetime(9999, 12, 31, 23, 59)
"""The end of a wish without end."""


@dataclass(frozen=True)
class Window:
    """A wish for the start of an appointment.

    Starts lie at `start` or later and before `until`; `start == until` means that exact moment.
    The daily bounds narrow every day in the same way, equal bounds meaning that exact time.
    `not_before` is the first moment that can be booked at all and `last_day` the last day.
    """

    start: datetime
    until: datetime
    not_before: datetime
    last_day: date
    daily_from: time = time(0)
    daily_until: time = time.max

    @property
    def past(self) -> bool:
        """Whether the wish lies wholly before what can be booked."""
        return self.until < self.not_before or self.start < self.until == self.not_before

    @property
    def beyond_horizon(self) -> bool:
        """Whether the wish lies wholly after what can be booked."""
        return self.start.date() > self.last_day

    @property
    def exact(self) -> bool:
        """Whether the wish names one moment."""
        return self.start == self.until

    @property
    def single_day(self) -> bool:
        """Whether the wish names one day or part of it."""
        return self.start.date() == self.until.date()

    @property
    def days(self) -> range:
        """Ordinals of the days it touches and that can be booked."""
        first = max(self.start, self.not_before).date()
        last = min(self.until.date(), self.last_day)
        return range(first.toordinal(), last.toordinal() + 1)

    def allowed(self, day: date) -> int:
        """Day mask of the starts it allows."""
        if day.toordinal() not in self.days:
            return 0
        mask = _bounds(self.daily_from, self.daily_until, self.daily_from == self.daily_until)
        low = self.start.time() if day == self.start.date() else time(0)
        high = self.until.time() if day == self.until.date() else time.max
        mask &= _bounds(low, high, self.exact)
        if day == self.not_before.date():
            mask &= between(index_from(self.not_before.time()), DAY_TICKS)
        return mask

    def any_time(self) -> "Window":
        """The same days at any time of day."""
        start, until = datetime.combine(self.start, time(0)), datetime.combine(self.until, time.max)
        return replace(self, start=start, until=until).unbounded()

    def unbounded(self) -> "Window":
        """The same without daily bounds."""
        return replace(self, daily_from=time(0), daily_until=time.max)

    def alternatives(self) -> Iterator["Window"]:
        """Later or looser wishes, the nearest to this one first."""
        later = self.afterwards()
        if not self.single_day:
            if self != self.unbounded():
                yield self.unbounded()
            yield later
        yield later.unbounded()

    def beforehand(self) -> "Window":
        """From now to the beginning of the wish, at any time of day."""
        start = min(self.not_before, self.start)
        return replace(self, start=start, until=self.start).unbounded()

    def afterwards(self) -> "Window":
        """From the end of the wish to the last day that can be booked."""
        return replace(self, start=max(self.until, self.not_before), until=self._end)

    def last_days(self, days: int) -> "Window":
        """The last days that can be booked."""
        start = datetime.combine(self.last_day - timedelta(days=days), time(0))
        return replace(self, start=start, until=self._end)

    @property
    def _end(self) -> datetime:
        return datetime.combine(self.last_day, time.max)


def _bounds(low: time, high: time, exact: bool) -> int:
    first = index_from(low)
    if exact:
        on_tick = low.minute % MINUTES == 0 and low.second == 0 and low.microsecond == 0
        return between(first, first + 1) if on_tick else 0
    return between(first, min(index_from(high), DAY_TICKS))


def chunks(days: range, first: int = 7) -> Iterator[range]:
    """A first portion of days and the rest in growing ones, so that a search can stop early."""
    size = first
    while days:
        yield days[:size]
        days = days[size:]
        size *= 8
