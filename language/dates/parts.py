"""Parts of day: their bounds, and how a clock time is read beside them.

Times of day are minutes since midnight; from 1440 on they belong to the next day.
"""

from __future__ import annotations

from typing import NamedTuple

HOUR = 60
DAY = 24 * HOUR
LAST_MINUTE = DAY - 1

PARTS: dict[str, tuple[int, int]] = {
    name: (first * HOUR, last * HOUR)
    for name, first, last in (
        ("first", 6, 10),
        ("morning", 6, 12),
        ("late_morning", 9, 12),
        ("noon", 11, 14),
        ("afternoon", 12, 18),
        ("early_afternoon", 12, 15),
        ("late_afternoon", 15, 18),
        ("evening", 17, 22),
        ("early_evening", 17, 19),
        ("late_evening", 20, 22),
        ("night", 22, 30),
    )
}
SHADED = {
    ("early", "morning"): "first",
    ("late", "morning"): "late_morning",
    ("early", "afternoon"): "early_afternoon",
    ("late", "afternoon"): "late_afternoon",
    ("early", "evening"): "early_evening",
    ("late", "evening"): "late_evening",
}


class Clock(NamedTuple):
    """A time as said: `fixed` if the 24-hour reading is sure, else a twelve-hour face."""

    hour: int
    minute: int = 0
    fixed: bool = False

    @property
    def possible(self) -> bool:
        """Whether a clock can show it ("25 Uhr" it cannot)."""
        return 0 <= self.hour * HOUR + self.minute <= DAY and self.minute < HOUR


NOON = Clock(12, 0, True)


def minutes_of(clock: Clock, part: str | None = None) -> int:
    """The time meant: by the part of day, or else in office hours (7–12, 1–6 p.m.)."""
    hour = clock.hour
    if not clock.fixed and 1 <= hour <= 12:
        hour = _office_hour(hour) if part is None else _hour_in(hour, part)
    return hour * HOUR + clock.minute


def _office_hour(hour: int) -> int:
    return hour + 12 if hour <= 6 else hour


def _hour_in(hour: int, part: str) -> int:
    if part in ("first", "morning", "late_morning"):
        return hour
    if part == "night":
        return hour if hour < 6 else hour + 12
    if part == "noon" and hour >= 10:
        return hour
    if hour == 12:
        return 24 if part.endswith("evening") else 12
    return hour + 12


def range_of(first: Clock, last: Clock, part: str | None = None) -> tuple[int, int]:
    """Both ends of "from … to …"; one that names its half of the day settles the other.

    The end comes after the start where the face allows it ("9 to 5" → 9:00–17:00).
    """
    start, end = minutes_of(first, part), minutes_of(last, part)
    half = 12 * HOUR
    if not first.fixed and last.fixed and first.hour <= 12:
        start = first.hour % 12 * HOUR + first.minute
        if start + half < end:
            start += half
    elif start >= end and not last.fixed and end + half > start and last.hour < 12:
        end += half
    return start, end
