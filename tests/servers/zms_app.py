"""Routes of the ZMS double: routes, parameters and checks of `zmscitizenapi`."""

import asyncio
import re
from datetime import datetime, timedelta
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from backend.kit.clock import BERLIN
from tests.servers.zms_city import (
    HORIZON,
    RESERVED,
    SLOT_MINUTES,
    STATUS,
    Process,
    Refused,
    ZmsCity,
)
from tests.servers.zms_shapes import (
    day_of,
    errors_shape,
    numbers_of,
    office_shape,
    service_shape,
    thinned,
)


def zms_app(city: ZmsCity) -> FastAPI:
    """The routes."""
    app = FastAPI(redirect_slashes=False)

    @app.middleware("http")
    async def faults(request: Request, answer: Any) -> Response:
        route = request.url.path.strip("/").rpartition("/")[2]
        city.requests.append(route)
        fault = city.faults.get(route) or city.faults.get("*")
        if fault == "slow":
            await asyncio.sleep(city.slow_seconds)
        if fault == "html":
            return Response("<h1>Fatal error</h1>", 500, media_type="text/html")
        if fault == "malformed":
            return Response('{"processId": 1', media_type="application/json")
        if fault == "foreign":
            return JSONResponse({"hello": ["world"]})
        if fault in STATUS:
            return errors_shape((fault,))
        response: Response = await answer(request)
        return Response(status_code=502) if fault == "lost" else response

    @app.exception_handler(Refused)
    def refused(request: Request, error: Refused) -> JSONResponse:
        return errors_shape(error.codes)

    @app.get("/api/offices-and-services/")
    def offices_and_services() -> Any:
        return {
            "offices": [office_shape(city, number) for number in city.offices],
            "services": [service_shape(city, number) for number in city.services],
            "relations": [
                {
                    "officeId": office,
                    "serviceId": service,
                    "slots": city.services[service].minutes // SLOT_MINUTES,
                    "public": True,
                    "maxQuantity": 5,
                }
                for office in city.offices
                for service in sorted(city.done_at(office))
            ],
        }

    @app.get("/api/available-calendar/")
    def available_calendar(request: Request) -> Any:
        query = request.query_params
        plural = "" if city.older_names else "s"
        first, last = day_of(query.get("startDate")), day_of(query.get("endDate"))
        offices = numbers_of(query.get(f"officeId{plural}"))
        services = numbers_of(query.get(f"serviceId{plural}"))
        counts = numbers_of(query.get(f"serviceCount{plural}"))
        checks = {
            "invalidStartDate": first,
            "invalidEndDate": last,
            "invalidOfficeId": offices,
            "invalidServiceId": services,
            "invalidServiceCount": counts and max(counts) <= 25,
        }
        if wrong := [code for code, good in checks.items() if not good]:
            raise Refused(*wrong)
        if any(not set(services) <= city.done_at(office) for office in offices):
            raise Refused("invalidLocationAndServiceCombination")
        slots = city.slots_of(dict(zip(services, counts, strict=True)))
        days = []
        with city.lock:
            while first <= min(last, (city.clock.local() + HORIZON).date()):
                free = {office: city.free(office, first, slots) for office in offices}
                here = [office for office in offices if free[office]]
                if here:
                    days.append(
                        {
                            "date": first.isoformat(),
                            "providerIDs": ",".join(map(str, here)),
                            "offices": [
                                {"officeId": str(o), "appointments": free[o]} for o in here
                            ],
                        }
                    )
                first += timedelta(days=1)
        return {
            "startDate": query["startDate"],
            "endDate": query["endDate"],
            "slotsStartDate": query["startDate"],
            "slotsEndDate": query["endDate"],
            "prevBookableDate": None,
            "nextBookableDate": None,
            "availableDays": days,
        }

    @app.post("/api/reserve-appointment/")
    def reserve(body: dict[str, Any]) -> Any:
        office, services, counts = body.get("officeId"), body.get("serviceId"), body["serviceCount"]
        start = body.get("timestamp")
        checks = {
            "invalidOfficeId": str(office or "").isdigit(),
            "invalidServiceId": isinstance(services, list) and services,
            "invalidTimestamp": isinstance(start, int) and start > city.clock.now().timestamp(),
            "invalidServiceCount": isinstance(counts, list) and counts,
        }
        if wrong := [code for code, good in checks.items() if not good]:
            raise Refused(*wrong)
        if not set(services) <= city.done_at(office):
            raise Refused("invalidLocationAndServiceCombination")
        wanted = dict(zip(services, counts, strict=True))
        slots = city.slots_of(wanted)
        with city.lock:
            day = datetime.fromtimestamp(start, BERLIN).date()
            if start not in city.free(office, day, slots):
                raise Refused("appointmentNotAvailable")
            number = 101001 + len(city.processes)
            until = city.clock.now() + RESERVED
            made = Process(
                number, f"{number * 7919 % 65536:04x}", office, start, wanted, slots, until
            )
            city.processes[number] = made
        return thinned(city, made)

    @app.post("/api/update-appointment/")
    def update(body: dict[str, Any]) -> Any:
        checks = {
            "invalidFamilyName": str(body.get("familyName") or "").strip(),
            "invalidTelephone": re.fullmatch(
                r"\+?[1-9]\d{6,14}", body.get("telephone", "+4920399")
            ),
            "invalidEmail": "@" in body.get("email", "@"),
        }
        if wrong := [code for code, good in checks.items() if not good]:
            raise Refused(*wrong)
        found = city.process(body.get("processId"), body.get("authKey"))
        email = body.get("email")
        if city.email_required and not email:
            raise Refused("emailIsRequired")
        same = [p for p in city.confirmed() if email and p.person.get("email") == email]
        if len(same) >= city.per_mail:
            raise Refused("tooManyAppointmentsWithSameMail")
        found.person = {k: body[k] for k in ("familyName", "email", "telephone") if k in body}
        return thinned(city, found)

    @app.post("/api/preconfirm-appointment/")
    def preconfirm(body: dict[str, Any]) -> Any:
        found = city.process(body.get("processId"), body.get("authKey"))
        if found.status != "reserved":
            raise Refused("processNotReservedAnymore")
        found.status = "preconfirmed"
        return thinned(city, found)

    @app.post("/api/confirm-appointment/")
    def confirm(body: dict[str, Any]) -> Any:
        found = city.process(body.get("processId"), body.get("authKey"))
        if found.status not in ("reserved", "preconfirmed"):
            raise Refused("processNotPreconfirmedAnymore")
        found.status = "confirmed"
        return thinned(city, found)

    @app.post("/api/cancel-appointment/")
    def cancel(body: dict[str, Any]) -> Any:
        found = city.process(body.get("processId"), body.get("authKey"))
        if found.start <= city.clock.now().timestamp():
            raise Refused("appointmentCanNotBeCanceled")
        found.status = "deleted"
        return thinned(city, found)

    @app.get("/api/appointment/")
    def appointment(request: Request) -> Any:
        query = request.query_params
        return thinned(city, city.process(query.get("processId"), query.get("authKey")))

    @app.api_route("/{rest:path}", methods=["GET", "POST", "PUT", "DELETE"])
    def unknown(rest: str) -> JSONResponse:
        return errors_shape(("notFound",))

    return app
