"""Appointments of an office on a day; times when offices are shut."""

import asyncio
from datetime import date, datetime
from typing import Annotated
from urllib.parse import urlencode
from uuid import uuid4

from fastapi import Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from connectors.console.backend import Backend, segment
from connectors.console.errors import Refused
from connectors.console.guard import Api, guarded_router
from connectors.console.render import pages_of

router = guarded_router()

Key = Annotated[str, Form(pattern=r"^[a-z0-9_]{1,64}$")]


@router.get("/appointments")
async def appointments(
    request: Request,
    api: Api,
    office: Annotated[str, Query(pattern=r"^[a-z0-9_]{0,64}$")] = "",
    on: date | None = None,
) -> Response:
    """Who comes; by default today at the first office."""
    return await _page(request, api, office, on)


@router.post("/appointments/{code}/move")
async def move(
    code: str,
    request: Request,
    api: Api,
    office: Key,
    start: Annotated[datetime, Form()],
    key: Annotated[str, Form(max_length=200)],
) -> Response:
    """Move it to a time the office is open; the person is told."""
    try:
        await api.call(
            "POST",
            f"/appointments/staff/{segment(code)}/reschedule",
            json={"office": office, "start": start.isoformat(timespec="minutes")},
            # With the form's own key, sending it twice moves once.
            headers={"Idempotency-Key": key},
        )
    except Refused as refusal:
        return await _page(request, api, office, start.date(), refusal)
    return _back(office, start.date())


@router.post("/appointments/{code}/cancel")
async def cancel(
    code: str, request: Request, api: Api, office: Key, on: Annotated[date, Form()]
) -> Response:
    """Cancel it; the person is told."""
    try:
        await api.post(f"/appointments/staff/{segment(code)}/cancel")
    except Refused as refusal:
        return await _page(request, api, office, on, refusal)
    return _back(office, on)


@router.post("/closures")
async def close(
    request: Request,
    api: Api,
    office: Annotated[str, Form(pattern=r"^[a-z0-9_]{0,64}$")],
    start: Annotated[datetime, Form()],
    until: Annotated[datetime, Form()],
    reason_de: Annotated[str, Form(max_length=200)] = "",
    reason_en: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Give no new appointments in a time; those there are stay and are listed."""
    reason = {"de": reason_de or reason_en, "en": reason_en or reason_de}
    body = {
        "office": office or None,
        "start": start.isoformat(timespec="minutes"),
        "until": until.isoformat(timespec="minutes"),
        "reason": reason if reason_de or reason_en else None,
    }
    try:
        await api.post("/appointments/staff/closures", body)
    except Refused as refusal:
        return await _page(request, api, office, start.date(), refusal)
    return _back(office, start.date())


@router.post("/closures/{number}/remove")
async def reopen(number: int, request: Request, api: Api) -> Response:
    """Take a closure back."""
    try:
        await api.delete(f"/appointments/staff/closures/{number}")
    except Refused as refusal:
        return await _page(request, api, "", None, refusal)
    return RedirectResponse("/console/appointments", 303)


def _back(office: str, on: date) -> Response:
    query = urlencode({"office": office, "on": on.isoformat()})
    return RedirectResponse(f"/console/appointments?{query}", 303)


async def _page(
    request: Request, api: Backend, office: str, on: date | None, refusal: Refused | None = None
) -> Response:
    offices = (await api.get("/appointments/offices"))["offices"]
    keys = [each["key"] for each in offices]
    chosen = office if office in keys else (keys[0] if keys else "")
    services, found, closures = await asyncio.gather(
        api.get("/appointments/services"),
        api.get(f"/appointments/staff/offices/{chosen}/appointments", on=on and on.isoformat()),
        api.get("/appointments/staff/closures"),
    )
    return pages_of(request).page(
        request,
        "appointments.html",
        refusal.status if refusal else 200,
        offices=offices,
        names={each["key"]: each["name"] for each in services["services"]},
        office_names={each["key"]: each["short_name"] for each in offices},
        office=chosen,
        on=found["day"],
        ranges=found["ranges"],
        appointments=found["appointments"],
        closures=closures["closures"],
        words=refusal.words if refusal else "",
        new_key=lambda: str(uuid4()),
    )
