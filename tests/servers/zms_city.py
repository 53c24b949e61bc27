"""What stands in the ZMS double: offices, hours and processes, as its README tells their states."""

import threading
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import yaml

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
            start = unix(day, hours.start)
            last = unix(day, hours.end) - slots * SLOT_MINUTES * 60
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


def unix(day: date, clock_time: str) -> int:
    return int(datetime.fromisoformat(f"{day}T{clock_time}").replace(tzinfo=BERLIN).timestamp())
