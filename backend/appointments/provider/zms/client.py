"""Requests to a ZMS citizen API."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import httpx
import structlog
from pydantic import BaseModel, ValidationError

from backend.appointments.errors import ProviderUnavailable
from backend.appointments.provider.zms import wire
from backend.appointments.provider.zms.refusals import Refusal
from backend.appointments.repository.processes import Process

log = structlog.get_logger(__name__)
_Answer = TypeVar("_Answer", bound=BaseModel)

Wanted = Mapping[int, int]
"""Service ids with counts."""


class ZmsClient:
    """One method a route; each raises Refusal and ProviderUnavailable.

    Nothing is sent twice: after a time-out nobody knows what became of the first request.
    """

    def __init__(self, url: str, timeout_seconds: float) -> None:
        self._http = httpx.Client(
            base_url=url, timeout=timeout_seconds, headers={"Accept": "application/json"}
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def offices_and_services(self) -> wire.OfficesAndServices:
        """What can be booked where."""
        return self._send("GET", "offices-and-services", wire.OfficesAndServices)

    def calendar(
        self, offices: Sequence[int], wanted: Wanted, first: date, last: date
    ) -> wire.AvailableCalendar:
        """Free starts on the days from `first` to `last`."""
        places = ",".join(map(str, offices))
        services, counts = ",".join(map(str, wanted)), ",".join(map(str, wanted.values()))
        params = {
            "startDate": first.isoformat(),
            "endDate": last.isoformat(),
            # Releases differ in these names and skip the other ones.
            "officeIds": places,
            "serviceIds": services,
            "serviceCounts": counts,
            "officeId": places,
            "serviceId": services,
            "serviceCount": counts,
        }
        return self._send("GET", "available-calendar", wire.AvailableCalendar, params=params)

    def reserve(self, office: int, wanted: Wanted, timestamp: int) -> wire.Process:
        """Reserve a start."""
        body = {
            "timestamp": timestamp,
            "officeId": office,
            "serviceId": list(wanted),
            "serviceCount": list(wanted.values()),
        }
        return self._send("POST", "reserve-appointment", wire.Process, json=body)

    def update(self, process: Process, person: Mapping[str, str]) -> wire.Process:
        """Say who comes: `familyName`, `email`, `telephone`."""
        return self._change("update-appointment", process, person)

    def preconfirm(self, process: Process) -> wire.Process:
        """From reserved to preconfirmed."""
        return self._change("preconfirm-appointment", process)

    def confirm(self, process: Process) -> wire.Process:
        """From preconfirmed or reserved to confirmed."""
        return self._change("confirm-appointment", process)

    def cancel(self, process: Process) -> None:
        """End it in any state."""
        self._change("cancel-appointment", process)

    def appointment(self, process: Process) -> wire.Process:
        """The process as it stands."""
        params = {"processId": process.id, "authKey": process.auth_key}
        return self._send("GET", "appointment", wire.Process, params=params)

    def _change(
        self, route: str, process: Process, person: Mapping[str, str] | None = None
    ) -> wire.Process:
        body = {"processId": process.id, "authKey": process.auth_key, **(person or {})}
        return self._send("POST", route, wire.Process, json=body)

    def _send(self, method: str, route: str, shape: type[_Answer], **parts: Any) -> _Answer:
        try:
            response = self._http.request(method, f"{route}/", **parts)
            body = response.json()
        except (httpx.HTTPError, ValueError) as error:
            # Neither address nor body is logged: both hold keys or personal data.
            log.warning("zms_unavailable", route=route, kind=type(error).__name__)
            raise ProviderUnavailable from None
        _raise_refusal(route, response, body)
        try:
            return shape.model_validate(body)
        except ValidationError as error:
            fields = [".".join(map(str, each["loc"])) for each in error.errors()]
            log.warning("zms_not_understood", route=route, fields=fields)
            raise ProviderUnavailable from None


def _raise_refusal(route: str, response: httpx.Response, body: Any) -> None:
    refused = isinstance(body, dict) and body.get("errors")
    if response.is_success and not refused:
        return
    try:
        codes = [each.code for each in wire.Errors.model_validate(body).errors]
    except ValidationError:
        codes = []
    log.info("zms_refused", route=route, status=response.status_code, codes=codes)
    if not codes or response.is_server_error:
        raise ProviderUnavailable
    raise Refusal(codes)
