"""Time, passed in wherever it matters so that tests and demonstrations can set it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")


class Clock(Protocol):
    """Tells the time in the two forms the backend uses."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        ...

    def local(self) -> datetime:
        """The present wall clock in Duisburg, naive."""
        ...


def wall_clock(instant: datetime) -> datetime:
    """The naive Europe/Berlin wall clock at an aware instant."""
    return instant.astimezone(BERLIN).replace(tzinfo=None)


def as_instant(moment: datetime) -> datetime:
    """An aware UTC instant; a naive moment is read as Europe/Berlin."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=BERLIN)
    return aware.astimezone(UTC)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant, aware, UTC."""
        return datetime.now(UTC)

    def local(self) -> datetime:
        """The present wall clock in Duisburg, naive."""
        return wall_clock(self.now())


class OffsetClock:
    """Starts at a given instant and ticks on in real time (`FRONTDOOR_NOW`)."""

    def __init__(self, start: datetime, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._start = as_instant(start)
        self._monotonic = monotonic
        self._began = monotonic()

    def now(self) -> datetime:
        """The start plus the real time gone by since then, aware, UTC."""
        return self._start + timedelta(seconds=self._monotonic() - self._began)

    def local(self) -> datetime:
        """The same as wall clock in Duisburg, naive."""
        return wall_clock(self.now())


class FixedClock:
    """Stands still until it is moved; for tests."""

    def __init__(self, moment: datetime) -> None:
        self._instant = as_instant(moment)

    def set(self, moment: datetime) -> None:
        """Move to a moment; a naive one means Europe/Berlin."""
        self._instant = as_instant(moment)

    def advance(self, step: timedelta) -> None:
        """Move on by elapsed time."""
        self._instant += step

    def now(self) -> datetime:
        """The instant it stands at, aware, UTC."""
        return self._instant

    def local(self) -> datetime:
        """The same as wall clock in Duisburg, naive."""
        return wall_clock(self._instant)


def clock_from(now: datetime | None) -> Clock:
    """The clock for a `FRONTDOOR_NOW` setting."""
    return OffsetClock(now) if now is not None else SystemClock()
