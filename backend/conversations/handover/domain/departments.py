"""Departments that take conversations, and when they are there. Naive Europe/Berlin wall clock."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_DAYS_LOOKED_AHEAD = 30

Week = tuple[tuple[tuple[time, time], ...], ...]
"""Ranges per weekday, Monday first; two ranges leave a lunch break between them."""


@dataclass(frozen=True)
class Department:
    """`topics` are the intents whose conversations it takes."""

    key: str
    name: tuple[str, str]
    hours: Week
    topics: frozenset[str] = frozenset()
    sample: bool = False


@dataclass(frozen=True)
class Departments:
    """All of them, the first taking what no other does; `is_holiday` knows days without service."""

    all: Sequence[Department]
    is_holiday: Callable[[date], bool]

    def get(self, key: str) -> Department | None:
        """The department with a key."""
        return next((each for each in self.all if each.key == key), None)

    def for_topics(self, topics: Collection[str]) -> Department:
        """The first department that takes one of the topics."""
        return next((each for each in self.all if each.topics & set(topics)), self.all[0])

    def is_open(self, department: Department, now: datetime) -> bool:
        """Whether it is within hours."""
        return any(start <= now.time() < end for start, end in self._on(department, now.date()))

    def opens_at(self, department: Department, now: datetime) -> datetime | None:
        """When hours begin next after a moment; None if not within a month."""
        for ahead in range(_DAYS_LOOKED_AHEAD):
            day = now.date() + timedelta(days=ahead)
            for start, _ in self._on(department, day):
                opening = datetime.combine(day, start)
                if opening > now:
                    return opening
        return None

    def _on(self, department: Department, day: date) -> Sequence[tuple[time, time]]:
        return () if self.is_holiday(day) else department.hours[day.weekday()]
