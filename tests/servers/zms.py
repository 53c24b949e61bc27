"""A ZMS citizen API of the tests' own, on loopback.

Built from what is published: routes and parameters of `zmscitizenapi/routing.php`, answers of
`zmsentities/schema/citizenapi`, checks of `ValidationService`, codes and statuses of
`ErrorMessages`, the states of its README (https://github.com/it-at-m/eappointment). It goes by the
clock of the test. Offices and hours are those of the city's sample files.
"""

import asyncio
import re
import threading
import time as real_time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
import yaml
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from backend.appointments.closures import closure
from backend.appointments.files.reading import read_folder
from backend.appointments.files.shapes import WEEKDAYS
from backend.kit.clock import BERLIN, Clock
from backend.kit.settings import REPOSITORY

CITY = REPOSITORY / "data" / "city"
SLOT_MINUTES = 5
RESERVED = timedelta(minutes=10)
HORIZON = timedelta(days=180)
STATUS = {
    "notFound": 404,
    "invalidRequest": 400,
    "invalidLocationAndServiceCombination": 400,
    "invalidStartDate": 400,
    "invalidEndDate": 400,
    "invalidOfficeId": 400,
    "invalidServiceId": 400,
    "invalidServiceCount": 400,
    "invalidProcessId": 400,
    "invalidAuthKey": 400,
    "invalidTimestamp": 400,
    "invalidFamilyName": 400,
    "invalidEmail": 400,
    "invalidTelephone": 400,
    "captchaMissing": 400,
    "preconfirmationExpired": 400,
    "appointmentNotAvailable": 404,
    "appointmentNotFound": 404,
    "noAppointmentForThisScope": 404,
    "appointmentCanNotBeCanceled": 406,
    "authKeyMismatch": 406,
    "emailIsRequired": 406,
    "telephoneIsRequired": 406,
    "tooManyAppointmentsWithSameMail": 406,
    "processNotReservedAnymore": 409,
    "processNotPreconfirmedAnymore": 409,
    "processAlreadyCalled": 409,
    "rateLimitExceeded": 429,
    "internalError": 500,
    "serviceUnavailable": 503,
}


class Refused(Exception):
    """Leaves as `{"errors": [...]}`."""

    def __init__(self, *codes: str) -> None:
        super().__init__(*codes)
        self.codes = codes


@dataclass
class Process:
    """An appointment in any state."""

    id: int
    auth_key: str
    office: int
    start: int
    services: dict[int, int]
    slots: int
    expires: datetime
    status: str = "reserved"
    person: dict[str, str] = field(default_factory=dict)


@dataclass
class ZmsCity:
    """What stands in the system; tests look at it and bring things about.

    `faults` by route: "slow", "html" (500), "malformed", "foreign" (JSON of another form), or an
    error code. A fault named "lost" carries out the request, then fails.
    """

    clock: Clock
    slow_seconds: float = 3.0
    older_names: bool = False
    email_required: bool = False
    per_mail: int = 1000
    faults: dict[str, str] = field(default_factory=dict)
    processes: dict[int, Process] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        numbers = yaml.safe_load((CITY / "zms.yml").read_text(encoding="utf-8"))
        files = read_folder(CITY)
        assert files.offices
        assert files.services
        self.offices = {
            numbers["offices"][office.key]: office.facts() for _, office in files.offices.entries
        }
        self.services = {
            numbers["services"][service.key]: service
            for _, service in files.services.entries
            if service.key in numbers["services"]
        }
        self.numbers = numbers["services"]

    def done_at(self, office: int) -> set[int]:
        """Services of an office."""
        return {self.numbers[key] for key in self.offices[office].services}

    def slots_of(self, services: dict[int, int]) -> int:
        """Slots an appointment takes."""
        minutes = sum(self.services[number].minutes * n for number, n in services.items())
        return minutes // SLOT_MINUTES

    def free(self, office: int, day: date, slots: int) -> list[int]:
        """Free starts of a day in Unix seconds."""
        if closure(day) or office not in self.offices:
            return []
        found = []
        taken = self._taken(office)
        for hours in self.offices[office].hours[WEEKDAYS[day.weekday()]]:
            start = _unix(day, hours.start)
            last = _unix(day, hours.end) - slots * SLOT_MINUTES * 60
            while start <= last:
                room = all(
                    taken.get(start + i * SLOT_MINUTES * 60, 0) < self.offices[office].counters
                    for i in range(slots)
                )
                if room and start > self.clock.now().timestamp():
                    found.append(start)
                start += SLOT_MINUTES * 60
        return found

    def _taken(self, office: int) -> dict[int, int]:
        taken: dict[int, int] = {}
        for process in self.processes.values():
            if process.office == office and self.lives(process):
                for i in range(process.slots):
                    tick = process.start + i * SLOT_MINUTES * 60
                    taken[tick] = taken.get(tick, 0) + 1
        return taken

    def lives(self, process: Process) -> bool:
        """Whether it keeps its time from others."""
        if process.status in ("reserved", "preconfirmed"):
            return self.clock.now() < process.expires
        return process.status == "confirmed"

    def move(self, process: Process, start: datetime) -> None:
        """The office gives another time (wall clock)."""
        process.start = int(start.replace(tzinfo=BERLIN).timestamp())

    def confirmed(self) -> list[Process]:
        """Appointments made."""
        return [each for each in self.processes.values() if each.status == "confirmed"]

    def process(self, number: Any, key: Any) -> Process:
        """The process with this number and key."""
        wrong = []
        if not str(number or "").isdigit():
            wrong.append("invalidProcessId")
        if not isinstance(key, str) or not key.strip():
            wrong.append("invalidAuthKey")
        if wrong:
            raise Refused(*wrong)
        found = self.processes.get(int(number))
        if found is None or not (self.lives(found)):
            raise Refused("appointmentNotFound")
        if found.auth_key != key:
            raise Refused("authKeyMismatch")
        return found


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
            return _errors((fault,))
        response: Response = await answer(request)
        return Response(status_code=502) if fault == "lost" else response

    @app.exception_handler(Refused)
    def refused(request: Request, error: Refused) -> JSONResponse:
        return _errors(error.codes)

    @app.get("/api/offices-and-services/")
    def offices_and_services() -> Any:
        return {
            "offices": [_office(city, number) for number in city.offices],
            "services": [_service(city, number) for number in city.services],
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
        first, last = _day(query.get("startDate")), _day(query.get("endDate"))
        offices = _numbers(query.get(f"officeId{plural}"))
        services = _numbers(query.get(f"serviceId{plural}"))
        counts = _numbers(query.get(f"serviceCount{plural}"))
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
        return _thinned(city, made)

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
        return _thinned(city, found)

    @app.post("/api/preconfirm-appointment/")
    def preconfirm(body: dict[str, Any]) -> Any:
        found = city.process(body.get("processId"), body.get("authKey"))
        if found.status != "reserved":
            raise Refused("processNotReservedAnymore")
        found.status = "preconfirmed"
        return _thinned(city, found)

    @app.post("/api/confirm-appointment/")
    def confirm(body: dict[str, Any]) -> Any:
        found = city.process(body.get("processId"), body.get("authKey"))
        if found.status not in ("reserved", "preconfirmed"):
            raise Refused("processNotPreconfirmedAnymore")
        found.status = "confirmed"
        return _thinned(city, found)

    @app.post("/api/cancel-appointment/")
    def cancel(body: dict[str, Any]) -> Any:
        found = city.process(body.get("processId"), body.get("authKey"))
        if found.start <= city.clock.now().timestamp():
            raise Refused("appointmentCanNotBeCanceled")
        found.status = "deleted"
        return _thinned(city, found)

    @app.get("/api/appointment/")
    def appointment(request: Request) -> Any:
        query = request.query_params
        return _thinned(city, city.process(query.get("processId"), query.get("authKey")))

    @app.api_route("/{rest:path}", methods=["GET", "POST", "PUT", "DELETE"])
    def unknown(rest: str) -> JSONResponse:
        return _errors(("notFound",))

    return app


@dataclass(frozen=True)
class ZmsServer:
    """A running one."""

    url: str
    city: ZmsCity


@contextmanager
def zms_server(clock: Clock) -> Iterator[ZmsServer]:
    """Serve on a free port until the block ends."""
    city = ZmsCity(clock)
    config = uvicorn.Config(zms_app(city), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = real_time.monotonic() + 10
    while not server.started:
        if real_time.monotonic() > deadline:
            raise TimeoutError("ZMS double: not within 10 s")
        real_time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield ZmsServer(f"http://127.0.0.1:{port}/api", city)
    finally:
        server.should_exit = True
        thread.join(10)


def mapping_file() -> Path:
    """The sample mapping, which the double speaks."""
    return CITY / "zms.yml"


def _errors(codes: tuple[str, ...]) -> JSONResponse:
    errors = [
        {"errorCode": c, "errorMessage": "…", "statusCode": STATUS[c], "errorType": "error"}
        for c in codes
    ]
    return JSONResponse({"errors": errors}, max(STATUS[code] for code in codes))


def _unix(day: date, clock_time: str) -> int:
    return int(datetime.fromisoformat(f"{day}T{clock_time}").replace(tzinfo=BERLIN).timestamp())


def _day(text: str | None) -> Any:
    return date.fromisoformat(text) if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


def _numbers(text: str | None) -> Any:
    parts = (text or "").split(",")
    return [int(part) for part in parts] if all(part.isdigit() for part in parts) else None


def _scope(city: ZmsCity, office: int) -> dict[str, Any]:
    return {
        "id": office % 1000,
        "provider": {"id": office, "name": city.offices[office].name.de, "source": "unittest"},
        "shortName": city.offices[office].short_name.de,
        "emailRequired": city.email_required,
        "telephoneActivated": True,
        "telephoneRequired": False,
        "captchaActivatedRequired": False,
        "reservationDuration": int(RESERVED.total_seconds() // 60),
    }


def _office(city: ZmsCity, number: int) -> dict[str, Any]:
    office = city.offices[number]
    return {
        "id": number,
        "name": office.name.de,
        "address": {"street": office.address, "postal_code": office.postcode},
        "geo": {"lat": office.latitude, "lon": office.longitude},
        "slotTimeInMinutes": SLOT_MINUTES,
        "scope": _scope(city, number),
    }


def _service(city: ZmsCity, number: int) -> dict[str, Any]:
    common: dict[str, list[int]] = {}
    for other in city.services:
        offices = [o for o in city.offices if {number, other} <= city.done_at(o)]
        if offices:
            common[str(other)] = offices
    name = city.services[number].name.de
    return {"id": number, "name": name, "maxQuantity": 5, "combinable": common or []}


def _thinned(city: ZmsCity, process: Process) -> dict[str, Any]:
    main, *others = process.services.items()
    return {
        "processId": process.id,
        "timestamp": str(process.start),
        "authKey": process.auth_key,
        "familyName": process.person.get("familyName"),
        "customTextfield": "",
        "email": process.person.get("email"),
        "telephone": process.person.get("telephone"),
        "officeName": None,
        "officeId": process.office,
        "scope": _scope(city, process.office),
        "subRequestCounts": [{"id": i, "name": None, "count": n} for i, n in others],
        "serviceId": main[0],
        "serviceCount": main[1],
        "status": process.status,
        "slotCount": process.slots,
        "createTimestamp": datetime.now(UTC).isoformat(),
    }
