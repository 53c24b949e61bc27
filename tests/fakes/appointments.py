"""The appointment service in memory: one counter an office, a slot every half hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from actions.appointments.ports import (
    Abilities,
    Appointment,
    ContactRefused,
    Found,
    Office,
    OpeningDay,
    Past,
    Service,
    Slot,
    Taken,
    Unknown,
    Wanted,
    Window,
)
from actions.backend import BackendError, BackendUnavailable
from language.dates import OPEN_END, Interval
from tests.fakes.catalogue import OFFICES, SERVICES

HORIZON = timedelta(days=84)
LEAD = timedelta(hours=1)
HOLD = timedelta(minutes=10)
MOST_ITEMS = 6
NEXT = 3
HALF_HOUR = timedelta(minutes=30)
HOLIDAYS = {
    date(2026, 4, 3): {"de": "Karfreitag", "en": "Good Friday"},
    date(2026, 4, 6): {"de": "Ostermontag", "en": "Easter Monday"},
}


@dataclass
class Booked:
    """A hold on its way to an appointment and to its end."""

    id: str
    wanted: tuple[Wanted, ...]
    slot: Slot
    expires: datetime
    state: str = "held"
    code: str = ""
    person: dict[str, Any] | None = None


class FakeAppointments:
    """Catalogue, Calendar and Appointments in one; ``now`` is moved by the test."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.down = False
        self.able = Abilities(moving=True, waiting_list=True)
        self.refuses_contact = ""
        self.booked: dict[str, Booked] = {}
        self._keys: dict[str, str] = {}

    # What tests look at and bring about.

    def open_holds(self) -> list[Booked]:
        """The holds that keep a slot from others."""
        return [b for b in self.booked.values() if b.state == "held" and self.now < b.expires]

    def confirmed(self) -> list[Booked]:
        """The appointments made."""
        return [b for b in self.booked.values() if b.state == "confirmed"]

    def occupy(self, office: str, start: datetime) -> str:
        """A rival books the slot; the code of the appointment."""
        taken = Booked("", (Wanted("passport", 1),), Slot(office, start), self.now)
        return self._confirm(self._add(taken), {"name": "Rivale"}).code

    # The ports.

    async def abilities(self) -> Abilities:
        self._answer()
        return self.able

    async def services(self) -> dict[str, Service]:
        self._answer()
        return SERVICES

    async def offices(self) -> dict[str, Office]:
        self._answer()
        return OFFICES

    async def search(
        self,
        wanted: Sequence[Wanted],
        offices: Sequence[str],
        window: Window,
        spread: bool,
        moving: str | None = None,
    ) -> Found:
        self._check(wanted)
        offering = [key for key in OFFICES if _offers(key, wanted)]
        places = [key for key in offering if not offices or key in offices]
        wish = window.interval
        if not places:
            return Found((), reason="not_offered", detail={"offices": offering}, next=())
        free = list(self._free(places, window, moving))
        if free:
            return Found(_first(free, spread), more=len(free) > NEXT)
        later = Window(Interval(max(wish.start, self.now), OPEN_END))
        nearest = tuple(_first(list(self._free(places, later, moving)), spread=False))
        if wish.end < self.now + LEAD:
            earliest = f"{self.now + LEAD:%Y-%m-%dT%H:%M}"
            return Found((), reason="past", detail={"earliest": earliest}, next=nearest)
        if wish.start.date() > (self.now + HORIZON).date():
            last = (self.now + HORIZON).date().isoformat()
            return Found((), reason="beyond_horizon", detail={"last_date": last}, next=nearest)
        if any(_grid(window, self.now)):
            return Found((), reason="full", next=nearest)
        holiday = HOLIDAYS.get(wish.start.date())
        return Found((), reason="closed", detail={"holiday": holiday}, next=nearest)

    async def opening(self, office: str, day: date) -> OpeningDay:
        self._answer()
        reason = HOLIDAYS.get(day)
        ranges = () if reason or day.weekday() > 4 else (("08:00", "16:00"),)
        after = next(
            moment
            for ahead in range(1, 8)
            for moment in [datetime.combine(day + timedelta(days=ahead), time(8))]
            if moment.weekday() <= 4 and moment.date() not in HOLIDAYS
        )
        return OpeningDay(ranges, reason, after)

    async def hold(
        self, wanted: Sequence[Wanted], slot: Slot, key: str, moving: str | None = None
    ) -> str:
        self._check(wanted)
        asked = Booked("", tuple(wanted), slot, self.now + HOLD)
        if key in self._keys:
            known = self.booked[self._keys[key]]
            if (known.wanted, known.slot) != (asked.wanted, asked.slot):
                raise BackendError("idempotency_key_reused")
            return known.id
        self._place(slot, moving)
        self._keys[key] = self._add(asked).id
        return self._keys[key]

    async def confirm(self, hold: str, person: dict[str, Any]) -> Appointment:
        self._answer()
        held = self.booked.get(hold)
        if held is None or held.state == "released":
            raise Taken(())
        if self.refuses_contact:
            raise ContactRefused(self.refuses_contact)
        if held.state == "held":
            if self.now >= held.expires:
                self._place(held.slot)
            self._confirm(held, person)
        return _shown(held)

    async def release(self, hold: str) -> None:
        self._answer()
        held = self.booked.get(hold)
        if held and held.state in ("confirmed", "cancelled"):
            raise BackendError("hold_confirmed")
        if held:
            held.state = "released"

    async def reschedule(self, code: str, hold: str, key: str) -> Appointment:
        booked, held = self._by_code(code), self.booked.get(hold)
        if booked.state != "confirmed" or booked.slot.start <= self.now:
            raise Past
        if held is not None and held.state == "moved":
            return _shown(booked)
        if held is None or held.state != "held" or self.now >= held.expires:
            raise Taken(())
        held.state, booked.slot = "moved", held.slot
        return _shown(booked)

    async def find(self, code: str) -> Appointment:
        return _shown(self._by_code(code))

    async def cancel(self, code: str) -> Appointment:
        booked = self._by_code(code)
        if booked.state == "confirmed" and booked.slot.start <= self.now:
            raise Past
        booked.state = "cancelled"
        return _shown(booked)

    # Inside.

    def _answer(self) -> None:
        if self.down:
            raise BackendUnavailable("switched off by the test")

    def _check(self, wanted: Sequence[Wanted]) -> None:
        self._answer()
        if sum(w.count for w in wanted) > MOST_ITEMS:
            raise BackendError("too_many_items", {"max": MOST_ITEMS})
        if any(SERVICES[w.key]["status"] == "discontinued" for w in wanted):
            raise BackendError("service_discontinued")

    def _place(self, slot: Slot, moving: str | None = None) -> None:
        """Refuse a slot that cannot be had."""
        if slot.start < self.now + LEAD:
            raise Taken(())
        then = Window(Interval(slot.start, slot.start))
        if slot not in self._free([slot.office], then, moving):
            everything = Window(Interval(self.now, OPEN_END))
            raise Taken(_first(list(self._free([slot.office], everything)), spread=False))

    def _add(self, booked: Booked) -> Booked:
        booked.id = f"hold-{len(self.booked) + 1}"
        self.booked[booked.id] = booked
        return booked

    def _confirm(self, held: Booked, person: dict[str, Any]) -> Booked:
        number = len(self.confirmed()) + 2
        held.state, held.person, held.code = "confirmed", person, f"K7MP-WQX{number}"
        return held

    def _by_code(self, code: str) -> Booked:
        self._answer()
        found = [b for b in self.booked.values() if b.code and b.code == code]
        if not found:
            raise Unknown
        return found[0]

    def _free(
        self, offices: Sequence[str], window: Window, moving: str | None = None
    ) -> Iterator[Slot]:
        kept = [
            b for b in (*self.open_holds(), *self.confirmed()) if not moving or b.code != moving
        ]
        taken = {booked.slot for booked in kept}
        for start in _grid(window, self.now):
            yield from (Slot(o, start) for o in offices if Slot(o, start) not in taken)


def _grid(window: Window, now: datetime) -> Iterator[datetime]:
    """Half hours on weekdays from eight to four that can be booked and lie in the window."""
    first, last = window.daily or ("00:00", "23:59")
    begin = max(now, window.interval.start).date()
    end = min(now + HORIZON, window.interval.end).date()
    start = datetime.combine(begin, time(8))
    while start.date() <= end:
        open_now = start.weekday() < 5 and 8 <= start.hour < 16 and start.date() not in HOLIDAYS
        wished = window.interval.start <= start <= window.interval.end
        if open_now and wished and start >= now + LEAD and first <= f"{start:%H:%M}" <= last:
            yield start
        start += HALF_HOUR


def _first(free: Sequence[Slot], spread: bool) -> tuple[Slot, ...]:
    """The first slots; ``spread`` takes one a day where there are several days."""
    days = {slot.start.date(): slot for slot in reversed(free)}
    chosen = sorted(days.values(), key=lambda slot: slot.start) if spread else free
    return tuple((chosen if len(chosen) >= NEXT else free)[:NEXT])


def _offers(office: str, wanted: Sequence[Wanted]) -> bool:
    return {w.key for w in wanted} <= set(OFFICES[office]["services"])


def _shown(booked: Booked) -> Appointment:
    return {
        "code": booked.code,
        "office": booked.slot.office,
        "start": f"{booked.slot.start:%Y-%m-%dT%H:%M}",
        "services": [{"key": w.key, "count": w.count} for w in booked.wanted],
        "status": booked.state,
        "ics_path": f"/api/appointments/{booked.code}/calendar.ics",
    }
