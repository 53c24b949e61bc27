"""Offices and wishes for domain tests."""

from datetime import date, datetime, time

from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import OpenRange, WeeklyHours
from backend.appointments.domain.names import Bilingual
from backend.appointments.domain.window import OPEN_END, Window

MONDAY = date(2026, 3, 2)
HOURS: WeeklyHours = (
    *(((OpenRange(time(8), time(12)), OpenRange(time(14), time(16))),) * 5),
    (),
    (),
)


def office(key: str = "a", counters: tuple[int, ...] = (1,)) -> Office:
    return Office(key, counters, HOURS, frozenset({"passport"}), {})


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute)


def window(
    start: datetime | None = None,
    until: datetime | None = None,
    daily: tuple[time, time] = (time(0), time.max),
) -> Window:
    return Window(start or at(0), until or OPEN_END, at(0), date(2026, 5, 25), *daily)


def never_closed(day: date) -> Bilingual | None:
    return None


def closed_on_monday(day: date) -> Bilingual | None:
    return Bilingual("Feiertag", "holiday") if day == MONDAY else None
