"""Shapes of the entries of the files; see docs/city-data.md."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from backend.appointments.schemas import Key, OfficeFacts, ServiceFacts, Shape, Text

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _ranges(written: Any) -> Any:
    if not isinstance(written, list):
        raise ValueError('opening hours are a list such as ["08:00-12:00", "14:00-16:00"]')
    ranges = [_range(each) for each in written]
    if any(later[0] < earlier[1] for earlier, later in pairwise(ranges)):
        raise ValueError("opening hours overlap or are not in order")
    return ranges


def _range(written: Any) -> tuple[time, time]:
    try:
        start, end = (datetime.strptime(each.strip(), "%H:%M") for each in written.split("-"))
    except (AttributeError, ValueError):
        raise ValueError(f"{written!r} is not of the form 08:00-12:00") from None
    if start >= end:
        raise ValueError(f"{written!r} ends before it begins")
    return start.time(), end.time()


Day = Annotated[tuple[tuple[time, time], ...], BeforeValidator(_ranges)]


class WeekShape(Shape):
    """Opening hours by weekday; a day that is not named is closed."""

    mon: Day = ()
    tue: Day = ()
    wed: Day = ()
    thu: Day = ()
    fri: Day = ()
    sat: Day = ()
    sun: Day = ()

    def stored(self) -> list[list[list[str]]]:
        """Ranges per weekday, Monday first, as the database keeps them."""
        return [
            [[start.isoformat("minutes"), end.isoformat("minutes")] for start, end in ranges]
            for ranges in (getattr(self, day) for day in WEEKDAYS)
        ]


class CounterShape(Shape):
    """A counter that differs from its office."""

    hours: WeekShape | None = None
    services: Annotated[list[Key], Field(min_length=1)] | None = None

    def stored(self) -> dict[str, Any]:
        """Columns of the counter."""
        return {"hours": self.hours.stored() if self.hours else None, "services": self.services}


class OfficeShape(Shape):
    """An office as the file writes it."""

    key: Key
    name: Text
    short_name: Text
    address: str
    postcode: str
    city: str
    district: Key
    counters: Annotated[int, Field(gt=0, le=500)] | list[CounterShape]
    hours: WeekShape
    accessibility: Text
    services: list[Key]
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    sample: bool = False

    @model_validator(mode="after")
    def _has_counters(self) -> Self:
        if not self.rules():
            raise ValueError("an office needs at least one counter")
        return self

    def rules(self) -> list[dict[str, Any]]:
        """Own columns of each counter."""
        if isinstance(self.counters, int):
            return [CounterShape().stored() for _ in range(self.counters)]
        return [each.stored() for each in self.counters]

    def facts(self) -> OfficeFacts:
        """What people are told."""
        week = zip(WEEKDAYS, self.hours.stored(), strict=True)
        hours = {day: [{"start": s, "end": e} for s, e in ranges] for day, ranges in week}
        own = {"counters": len(self.rules()), "hours": hours}
        return OfficeFacts.model_validate({**self.model_dump(), **own})


class ServiceShape(ServiceFacts):
    """A service as the file writes it."""


def _first(written: Any) -> Any:
    return _moment(written, timedelta())


def _end(written: Any) -> Any:
    # A day as the end means the whole of it.
    return _moment(written, timedelta(days=1))


def _moment(written: Any, of_a_day: timedelta) -> datetime:
    if isinstance(written, str):
        try:
            text = written.strip()
            written = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
        except ValueError:
            raise ValueError(f"{written!r} is neither 2026-05-04 nor 2026-05-04T10:00") from None
    if isinstance(written, datetime):
        return written.replace(tzinfo=None)
    if isinstance(written, date):
        return datetime.combine(written, time(0)) + of_a_day
    raise ValueError("a date or a time of a date is missing")


class ClosureShape(Shape):
    """A closure as the file writes it; without `office` all offices are shut."""

    office: Key | None = None
    start: Annotated[datetime, BeforeValidator(_first)] = Field(alias="from")
    until: Annotated[datetime, BeforeValidator(_end)]
    reason: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.start >= self.until:
            raise ValueError("until lies before from")
        return self

    def stored(self) -> dict[str, Any]:
        """Columns of the closure."""
        return {
            "office": self.office,
            "start": self.start,
            "until": self.until,
            "reason": self.reason.model_dump() if self.reason else None,
        }
