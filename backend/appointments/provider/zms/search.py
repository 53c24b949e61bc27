"""Chooses among the free starts ZMS has named; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from backend.appointments.domain import choice
from backend.appointments.domain.slots import FreeDay, Slot
from backend.appointments.domain.ticks import DAY_TICKS, MINUTES, tick_of, ticks_needed
from backend.appointments.domain.window import Window


@dataclass(frozen=True)
class Free:
    """Free starts as (start, office), in order of start and then of the offices."""

    starts: Sequence[tuple[datetime, str]]
    minutes: int

    def within(self, window: Window) -> "Free":
        """Those that a wish allows."""
        return Free([each for each in self.starts if fits(window, each[0])], self.minutes)

    def choose(self, limit: int, spread: bool) -> list[Slot]:
        """The earliest, or some that differ."""
        pick = choice.spread_out if spread else choice.earliest
        days, exact = _days(self.starts)
        return self._exactly(pick(days, limit, ticks_needed(self.minutes)), exact)

    def last(self, limit: int) -> list[Slot]:
        """The last ones, in order of start."""
        days, exact = _days(self.starts)
        return self._exactly(choice.latest(days, limit, ticks_needed(self.minutes)), exact)

    def nearest(self, window: Window, limit: int) -> list[Slot]:
        """Around a wish that cannot be met, or the last ones before the horizon."""
        if window.beyond_horizon:
            return self.last(limit)
        before: list[Slot] = []
        if window.single_day:
            same_day = self.within(window.any_time())
            earlier = [each for each in same_day.starts if each[0] < window.start]
            before = Free(earlier, self.minutes).last(1)
        for candidate in window.alternatives():
            found = self.within(candidate).choose(limit, not window.exact)
            if found:
                return (before + found)[:limit]
        return self.within(window.beforehand()).last(limit)

    def _exactly(
        self, slots: Iterable[Slot], exact: dict[tuple[str, datetime], datetime]
    ) -> list[Slot]:
        length = timedelta(minutes=self.minutes)
        starts = [(slot.office, exact[slot.office, slot.start]) for slot in slots]
        return [Slot(office, start, start + length) for office, start in starts]


def fits(window: Window, start: datetime) -> bool:
    """Whether a wish allows a start; unlike day masks, to the minute."""
    inside = window.start <= start < window.until or window.start == start == window.until
    low, high, now = window.daily_from, window.daily_until, start.time()
    daily = low <= now < high or low == now == high
    return inside and daily and start >= window.not_before and start.date() <= window.last_day


def _days(
    starts: Sequence[tuple[datetime, str]],
) -> tuple[list[FreeDay], dict[tuple[str, datetime], datetime]]:
    """Day masks, and which start each tick stands for; ZMS need not start at full ticks."""
    days: list[FreeDay] = []
    exact: dict[tuple[str, datetime], datetime] = {}
    for day, here in groupby(starts, key=lambda each: each[0].date()):
        masks: dict[str, int] = {}
        for start, office in here:
            index = tick_of(start) % DAY_TICKS
            masks[office] = masks.get(office, 0) | 1 << index
            exact.setdefault((office, _tick_start(day, index)), start)
        days += [FreeDay(day, office, mask) for office, mask in masks.items()]
    return days, exact


def _tick_start(day: date, index: int) -> datetime:
    midnight = datetime(day.year, day.month, day.day)
    return midnight + timedelta(minutes=index * MINUTES)
