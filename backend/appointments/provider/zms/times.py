"""Asks ZMS for free starts, and for a short while not again."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from threading import Lock

from backend.appointments.provider.zms.client import ZmsClient
from backend.appointments.provider.zms.moments import moment_of
from backend.appointments.provider.zms.refusals import TAKEN, Refusal
from backend.kit.clock import Clock

# One turn of a conversation asks several times; the API allows a client 60 requests a minute.
_FRESH = timedelta(seconds=20)
_MOST_KEPT = 64

_Key = tuple[tuple[int, ...], tuple[tuple[int, int], ...], date, date]
Starts = list[tuple[int, datetime]]
"""Free starts as (office id, start)."""


class FreeTimes:
    """Shared by all requests; forgets everything when we change something ourselves."""

    def __init__(self, client: ZmsClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._lock = Lock()
        self._kept: dict[_Key, tuple[datetime, Starts]] = {}
        self._changes = 0

    def between(
        self, offices: Sequence[int], wanted: Mapping[int, int], first: date, last: date
    ) -> Starts:
        """Free starts from the first to the last day. Raises the errors of `Refusal.meaning`."""
        if not offices or first > last:
            return []
        key = (tuple(offices), tuple(wanted.items()), first, last)
        now = self._clock.now()
        with self._lock:
            changes = self._changes
            asked, starts = self._kept.get(key, (now - _FRESH, []))
        if now - asked < _FRESH:
            return starts
        starts = self._ask(offices, wanted, first, last)
        with self._lock:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            if changes == self._changes:
                self._kept[key] = (now, starts)
        return starts

    def forget(self) -> None:
        """Ask again next time."""
        with self._lock:
            self._kept.clear()
            self._changes += 1

    def _ask(
        self, offices: Sequence[int], wanted: Mapping[int, int], first: date, last: date
    ) -> Starts:
        try:
            answer = self._client.calendar(offices, wanted, first, last)
        except Refusal as refusal:
            if refusal.among(TAKEN):
                return []
            raise refusal.meaning() from None
        return [
            (times.office, moment_of(each))
            for day in answer.days
            for times in day.offices
            for each in times.appointments
        ]
