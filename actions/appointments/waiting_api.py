"""The waiting list over the backend's REST API."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from actions.appointments.ports import Appointment, Past, Slot, Unknown, Window
from actions.appointments.waiting_ports import CannotWait, Offered, OfferGone, Standing
from actions.backend import Backend, BackendError
from language.dates import OPEN_END

_BERLIN = ZoneInfo("Europe/Berlin")
_OF_APPOINTMENT: Mapping[str, type[Exception]] = {
    "appointment_not_found": Unknown,
    "appointment_past": Past,
    "appointment_cancelled": Past,
}
_GONE = frozenset({"offer_not_found", "offer_ended"})
_CANNOT_WAIT = {"waiting_too_late": "late", "unreachable": "unreachable"}


class WaitingListApi:
    """WaitingList, see there."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def standing(self, code: str) -> Standing:
        """See WaitingList."""
        try:
            return _standing(await self._backend.get(f"/appointments/{code}/waiting"))
        except BackendError as error:
            raise _refused(error) from error

    async def join(self, code: str, offices: list[str], window: Window | None) -> Standing:
        """See WaitingList."""
        body: dict[str, Any] = {"offices": offices}
        if window:
            body["start"] = f"{window.interval.start:%Y-%m-%dT%H:%M}"
            if window.interval.end != OPEN_END:
                body["until"] = f"{window.interval.end:%Y-%m-%dT%H:%M}"
            if window.daily:
                body["daily_from"], body["daily_until"] = window.daily
        try:
            return _standing(await self._backend.post(f"/appointments/{code}/waiting", body))
        except BackendError as error:
            raise _refused(error) from error

    async def leave(self, code: str) -> None:
        """See WaitingList."""
        try:
            await self._backend.delete(f"/appointments/{code}/waiting")
        except BackendError as error:
            raise _refused(error) from error

    async def accept(self, offer: str) -> Appointment:
        """See WaitingList."""
        try:
            answer: Appointment = await self._backend.post(
                f"/appointments/waiting-offers/{offer}/accept", key=offer
            )
        except BackendError as error:
            raise _refused(error) from error
        return answer

    async def decline(self, offer: str) -> None:
        """See WaitingList."""
        try:
            await self._backend.post(f"/appointments/waiting-offers/{offer}/decline")
        except BackendError as error:
            raise _refused(error) from error


def _refused(error: BackendError) -> Exception:
    if error.code in _OF_APPOINTMENT:
        return _OF_APPOINTMENT[error.code]()
    if error.code in _CANNOT_WAIT:
        return CannotWait(_CANNOT_WAIT[error.code])
    return OfferGone() if error.code in _GONE else error


def _standing(answer: Mapping[str, Any]) -> Standing:
    offer = answer.get("offer")
    if not offer:
        return Standing(bool(answer["waiting"]))
    until = datetime.fromisoformat(offer["until"]).astimezone(_BERLIN).replace(tzinfo=None)
    slot = Slot(offer["office"], datetime.fromisoformat(offer["start"]))
    return Standing(bool(answer["waiting"]), Offered(offer["id"], slot, until))
