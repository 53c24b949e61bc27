"""The appointment ports over the backend's REST API."""

import time
from collections.abc import Iterable, Sequence
from datetime import date, datetime
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
    TooManyBooked,
    Unknown,
    Wanted,
    Window,
)
from actions.backend import Backend, BackendError

_OFFERED = 3
_REMEMBERED_SECONDS = 60.0
_GONE = frozenset(
    {
        *("slot_taken", "slot_past", "slot_beyond_horizon", "office_closed", "hold_not_found"),
        # An offer of before, pressed after the service had been changed.
        "service_not_offered",
    }
)
_CONTACT = {
    "email_required": "email",
    "phone_required": "phone",
    "provider_contact_limit": "limit",
}


class AppointmentsApi:
    """Catalogue, Calendar and Appointments in one."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._answers: dict[str, tuple[float, Any]] = {}

    async def abilities(self) -> Abilities:
        """See Catalogue."""
        return Abilities(**await self._remembered("/appointments/abilities"))

    async def services(self) -> dict[str, Service]:
        """See Catalogue."""
        answer = await self._remembered("/appointments/services")
        return {service["key"]: service for service in answer["services"]}

    async def offices(self) -> dict[str, Office]:
        """See Catalogue."""
        answer = await self._remembered("/appointments/offices")
        return {office["key"]: office for office in answer["offices"]}

    async def _remembered(self, path: str) -> Any:
        """What changes by the hour at most, asked for once a minute."""
        asked, answer = self._answers.get(path, (-_REMEMBERED_SECONDS, None))
        if time.monotonic() - asked < _REMEMBERED_SECONDS:
            return answer
        answer = await self._backend.get(path)
        self._answers[path] = (time.monotonic(), answer)
        return answer

    async def search(
        self,
        wanted: Sequence[Wanted],
        offices: Sequence[str],
        window: Window,
        spread: bool,
        moving: str | None = None,
    ) -> Found:
        """See Calendar."""
        params: list[tuple[str, str | int]] = [("service", f"{w.key}:{w.count}") for w in wanted]
        params += [("office", office) for office in offices]
        params += [
            ("from", _minute(window.interval.start)),
            ("until", _minute(window.interval.end)),
        ]
        if window.daily:
            params += [("daily_from", window.daily[0]), ("daily_until", window.daily[1])]
        params += [("limit", _OFFERED), ("spread", str(spread).lower())]
        params += [("moving", moving)] if moving else []
        answer = await self._backend.get("/appointments/slots", params)
        return Found(
            slots=_slots(answer["slots"]),
            more=answer["more"],
            reason=answer["reason"],
            detail=answer["reason_detail"] or {},
            next=_slots(answer["next"]),
        )

    async def opening(self, office: str, day: date) -> OpeningDay:
        """See Catalogue."""
        answer = await self._backend.get(f"/appointments/offices/{office}/days/{day.isoformat()}")
        upcoming = answer["next_opening"]
        return OpeningDay(
            tuple((each["start"], each["end"]) for each in answer["ranges"]),
            answer["closed"],
            datetime.fromisoformat(upcoming) if upcoming else None,
        )

    async def hold(
        self, wanted: Sequence[Wanted], slot: Slot, key: str, moving: str | None = None
    ) -> str:
        """See Calendar."""
        body = {
            "services": [{"key": w.key, "count": w.count} for w in wanted],
            "office": slot.office,
            "start": _minute(slot.start),
            **({"moving": moving} if moving else {}),
        }
        try:
            answer = await self._backend.post("/appointments/holds", body, key)
        except BackendError as error:
            raise _taken(error) from error
        return str(answer["hold_id"])

    async def confirm(self, hold: str, person: dict[str, Any]) -> Appointment:
        """See Calendar."""
        try:
            answer: Appointment = await self._backend.post(
                f"/appointments/holds/{hold}/confirm", person, hold
            )
        except BackendError as error:
            if error.code in _CONTACT:
                raise ContactRefused(_CONTACT[error.code]) from error
            raise _taken(error) from error
        return answer

    async def reschedule(self, code: str, hold: str, key: str) -> Appointment:
        """See Appointments."""
        try:
            answer: Appointment = await self._backend.post(
                f"/appointments/{code}/reschedule", {"hold_id": hold}, key
            )
        except BackendError as error:
            raise _taken(_gone(error)) from error
        return answer

    async def release(self, hold: str) -> None:
        """See Appointments."""
        await self._backend.delete(f"/appointments/holds/{hold}")

    async def find(self, code: str) -> Appointment:
        """See Appointments."""
        try:
            answer: Appointment = await self._backend.get(f"/appointments/{code}")
        except BackendError as error:
            raise _gone(error) from error
        return answer

    async def cancel(self, code: str) -> Appointment:
        """See Appointments."""
        try:
            answer: Appointment = await self._backend.post(f"/appointments/{code}/cancel", key=code)
        except BackendError as error:
            raise _gone(error) from error
        return answer


def _taken(error: Exception) -> Exception:
    if not isinstance(error, BackendError):
        return error
    if error.code == "contact_limit":
        return TooManyBooked(error.details.get("max", 0))
    return Taken(_slots(error.details.get("next", []))) if error.code in _GONE else error


def _gone(error: BackendError) -> Exception:
    return {
        "appointment_not_found": Unknown(),
        "appointment_past": Past(),
        "appointment_cancelled": Past(),
    }.get(error.code, error)


def _slots(entries: Iterable[dict[str, Any]]) -> tuple[Slot, ...]:
    return tuple(Slot(e["office"], datetime.fromisoformat(e["start"])) for e in entries)


def _minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")
