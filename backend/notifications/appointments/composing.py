"""Writes the notices about appointments."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.domain.catalogue import Item, Office, Service
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.service.announcing import Event
from backend.appointments.service.calendar import calendar_file
from backend.kit.clock import wall_clock
from backend.kit.database import Database
from backend.kit.texts import Texts
from backend.notifications.appointments.announcing import OFFER, REMINDER
from backend.notifications.appointments.facts import (
    Offered,
    offices_in,
    read_appointment,
    read_offer,
)
from backend.notifications.domain import Notice
from backend.notifications.letter import CalendarEntry, Choice, Letter, Points
from backend.notifications.service.ports import Permanent
from language.writing import write_day, write_moment, write_time

_WITH_CALENDAR = frozenset(f"appointment.{event.value}" for event in Event)
_KINDS = _WITH_CALENDAR | {REMINDER, OFFER}


@dataclass(frozen=True)
class AppointmentComposer:
    """Implements `Composer`; offices and services are looked up when the notice leaves.

    Moving is offered where appointments are `movable`.
    """

    database: Database
    texts: Texts
    public_url: str
    movable: bool = True

    def letter(self, notice: Notice) -> Letter:
        """See Composer."""
        if notice.kind not in _KINDS:
            raise Permanent("unknown_kind")
        with self.database.reading() as session:
            catalogue = CatalogueRepository(session)
            services = catalogue.services()
            places = {key: catalogue.former_office(key) for key in offices_in(notice.facts)}
        offices = {key: place for key, place in places.items() if place}
        if len(offices) < len(places):
            raise Permanent("unknown_office")
        found = read_appointment(notice.facts)
        page = _Page(notice, found, services, offices, self.texts, self.movable)
        return page.letter(self.public_url)


@dataclass(frozen=True)
class _Page:
    """One notice being written."""

    notice: Notice
    appointment: Appointment
    services: Mapping[str, Service]
    offices: Mapping[str, Office]
    texts: Texts
    movable: bool

    def letter(self, public_url: str) -> Letter:
        is_over = self.appointment.status is Status.CANCELLED
        offer = read_offer(self.notice.facts) if self.notice.kind == OFFER else None
        return Letter(
            subject=self._say(f"{self.notice.kind}.subject", **self._values(offer)),
            lead=self._say(f"{self.notice.kind}.lead", **self._values(offer)),
            rows=tuple(self._rows(offer)),
            points=() if is_over or offer else tuple(self._documents()),
            closing=tuple(self._closing(offer, is_over, public_url)),
            choices=() if is_over else self._choices(offer),
            calendar=self._calendar() if self.notice.kind in _WITH_CALENDAR else None,
        )

    def _say(self, key: str, **values: Any) -> str:
        return self.texts.say(f"notifications.{key}", self.notice.language, values)

    def _label(self, key: str) -> str:
        return self._say(f"appointment.label.{key}")

    def _values(self, offer: Offered | None) -> dict[str, str]:
        start, language = self.appointment.start, self.notice.language
        values = {"day": write_day(start.date(), language), "time": write_time(start, language)}
        return values | ({"until": self._until(offer)} if offer else {})

    def _until(self, offer: Offered) -> str:
        return self._moment(wall_clock(offer.until))

    def _moment(self, moment: datetime) -> str:
        return write_moment(moment, self.notice.language)

    def _rows(self, offer: Offered | None) -> Iterable[tuple[str, str]]:
        if offer:
            yield self._label("offered"), self._moment(offer.slot.start)
            yield self._label("where"), self._place(offer.slot.office)
            yield self._label("until"), self._until(offer)
            yield self._label("so_far"), self._moment(self.appointment.start)
        else:
            yield self._label("when"), self._moment(self.appointment.start)
            yield self._label("where"), self._place(self.appointment.office)
        yield self._label("what"), ", ".join(map(self._counted, self.appointment.services))
        yield self._label("code"), str(self.appointment.code)

    def _place(self, key: str) -> str:
        facts = self.offices[key].facts
        name, street = facts["name"][self.notice.language], facts["address"]
        return f"{name}, {street}, {facts['postcode']} {facts['city']}"

    def _counted(self, item: Item) -> str:
        name = str(self.services[item.key].facts["name"][self.notice.language])
        return name if item.count == 1 else f"{item.count} × {name}"

    def _documents(self) -> Iterable[Points]:
        documents = dict.fromkeys(
            str(document[self.notice.language])
            for item in self.appointment.services
            for document in self.services[item.key].facts["documents"]
        )
        if documents:
            yield Points(self._label("documents"), tuple(documents))

    def _closing(self, offer: Offered | None, is_over: bool, public_url: str) -> Iterable[str]:
        changed = "change" if self.movable else "cancel"
        how = "accept" if offer else "again" if is_over else changed
        yield self._say(
            f"appointment.how.{how}", code=self.appointment.code, chat=public_url or "115"
        )
        if any(self.services[item.key].facts["sample"] for item in self.appointment.services):
            yield self.texts.say("appointments.calendar.sample", self.notice.language, {})

    def _choices(self, offer: Offered | None) -> tuple[Choice, ...]:
        code = self.appointment.code
        if offer:
            return (
                self._choice("accept", f'{{"code": "{code}", "offer": "{offer.id}"}}'),
                self._choice("keep", f'{{"code": "{code}", "waiting": "decline"}}'),
            )
        names = ("move", "cancel") if self.movable else ("cancel",)
        return tuple(self._choice(name, f'{{"code": "{code}"}}') for name in names)

    def _choice(self, name: str, values: str) -> Choice:
        return Choice(self._say(f"appointment.choice.{name}"), f"/{_INTENTS[name]}{values}")

    def _calendar(self) -> CalendarEntry:
        language, found = self.notice.language, self.appointment
        content = calendar_file(
            found, self.offices[found.office], self.services, language, self.texts
        )
        name = "termin" if language == "de" else "appointment"
        method = "CANCEL" if found.status is Status.CANCELLED else "PUBLISH"
        return CalendarEntry(f"{name}-{found.code}.ics", method, content)


_INTENTS = {
    "move": "reschedule_appointment",
    "cancel": "cancel_appointment",
    "accept": "reschedule_appointment",
    "keep": "inform",
}
