"""One date expression as said: its days, its times and how they are bounded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from language.dates.durations import Length
from language.dates.lexemes import Kind
from language.dates.parts import NOON, PARTS, SHADED, Clock
from language.dates.spans import Days, merged, weekday_frame

_ONWARD = (Kind.ONWARD_FROM, Kind.EARLIEST, Kind.FROM)
_LOWER = (*_ONWARD, Kind.AFTER)
_UPPER = (Kind.BEFORE, Kind.UNTIL, Kind.LATEST)
_HOUR = 60


@dataclass
class Wish:
    """What was said so far; `begin` and `finish` are character offsets.

    `bound` is the relation to the days ("ab", "bis", "nach", "vor"), `at` an exact time,
    `after` and `before` its bounds, `until` the other end of a range with days of its own,
    `inside` the week or month a weekday was said to lie in.
    """

    begin: int
    finish: int
    days: Days | None = None
    bound: Kind | None = None
    part: str | None = None
    shade: str = ""
    at: Clock | None = None
    after: Clock | None = None
    before: Clock | None = None
    earliest: bool = False
    deadline: bool = False
    instant: datetime | None = None
    soon: bool = False
    length: Length | None = None
    until: Wish | None = None
    negated: bool = False
    inside: Days | None = None

    @property
    def timed(self) -> bool:
        """Whether a time of day was said."""
        return self.clocked or self.part is not None

    @property
    def clocked(self) -> bool:
        """Whether a clock time was said."""
        return not (self.at is None and self.after is None and self.before is None)

    @property
    def empty(self) -> bool:
        """Whether nothing was said that stands for a time by itself."""
        return not (self.days or self.timed or self.instant or self.soon)

    def add_days(self, days: Days, bound: Kind | None) -> bool:
        """Takes up days; False if they contradict those already said."""
        if self.days is not None:
            both = merged(self.days, days)
            if both is None:
                return False
            self.inside = weekday_frame(self.days, days) or self.inside
            days = both
        if self.deadline and self.days is None and bound is None:
            bound = Kind.UNTIL  # "by noon tomorrow" is a deadline, "tomorrow by noon" a morning.
        self.days = days
        self.bound = bound or self.bound
        return True

    def add_clock(self, clock: Clock, bound: Kind | None) -> bool:
        """Takes up a time; False if there is one already."""
        if bound is Kind.SINCE:
            if self.clocked:
                return False
            self.at, self.bound = clock, bound
        elif bound in _LOWER:
            if self.at or self.after:
                return False
            self.after, self.earliest = clock, bound is Kind.EARLIEST
        elif bound in _UPPER:
            if self.at or self.before:
                return False
            self.before, self.deadline = clock, bound is not Kind.BEFORE
        elif self.clocked:
            return False
        else:
            self.at = clock
        return True

    def add_range(self, first: Clock, last: Clock) -> bool:
        """Takes up "from … to …"; False if there is a time already."""
        if self.clocked:
            return False
        self.after, self.before = first, last
        return True

    def add_part(self, part: str, bound: Kind | None) -> bool:
        """Takes up a part of day; False if there is one already."""
        if bound is not None and part == "noon":
            return self.add_clock(NOON, bound)
        if bound in _LOWER or bound in _UPPER:
            inner = bound in (*_ONWARD, Kind.BEFORE)
            minutes = PARTS[part][0 if inner else 1]
            return self.add_clock(Clock(min(minutes // _HOUR, 24), 0, True), bound)
        if self.part is not None:
            return False
        self.part = SHADED.get((self.shade, part), part)
        return True

    def bound_again(self, bound: Kind) -> None:
        """Applies a relation that stands behind: "Monday at the latest", "15 Uhr oder später"."""
        if self.at is not None:
            clock, self.at = self.at, None
            self.add_clock(clock, bound)
        elif self.days is not None and not self.timed:
            self.bound = bound


@dataclass(frozen=True)
class Found:
    """A wish and the lexemes it was read from: `begin` up to but not including `end`."""

    wish: Wish
    begin: int
    end: int
