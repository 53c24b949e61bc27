"""Writes an appointment as a calendar file."""

from collections.abc import Mapping
from datetime import date, datetime

from icalendar import Calendar, Event

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.domain.catalogue import Office, Service
from backend.kit.clock import BERLIN
from backend.kit.texts import Texts

_PRODUCT = "-//Stadt Duisburg//Duisburg Front Door//DE"


def calendar_file(
    appointment: Appointment,
    office: Office,
    services: Mapping[str, Service],
    language: str,
    texts: Texts,
) -> bytes:
    """An .ics file with one event; the same UID before and after changes."""
    event = Event()
    event.add("uid", f"{appointment.hold_id}@duisburg-front-door")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.changed_at)
    event.add("dtstart", _zoned(appointment.start))
    event.add("dtend", _zoned(appointment.end))
    cancelled = appointment.status is Status.CANCELLED
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    names = ", ".join(
        _counted(services[item.key].facts["name"][language], item.count)
        for item in appointment.services
    )
    summary = texts.say("appointments.calendar.summary", language, {"services": names})
    event.add("summary", summary)
    facts = office.facts
    event.add(
        "location",
        f"{facts['name'][language]}, {facts['address']}, {facts['postcode']} {facts['city']}",
    )
    event.add("geo", (facts["latitude"], facts["longitude"]))
    event.add("description", _description(appointment, services, language, texts))
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(event)
    year = appointment.start.year
    calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + 2, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def _zoned(moment: datetime) -> datetime:
    return moment.replace(tzinfo=BERLIN)


def _counted(name: str, count: int) -> str:
    return name if count == 1 else f"{count} × {name}"


def _description(
    appointment: Appointment, services: Mapping[str, Service], language: str, texts: Texts
) -> str:
    lines = [texts.say("appointments.calendar.code", language, {"code": appointment.code})]
    documents = dict.fromkeys(
        document[language]
        for item in appointment.services
        for document in services[item.key].facts["documents"]
    )
    if documents:
        lines += ["", texts.say("appointments.calendar.documents", language, {})]
        lines += [f"- {document}" for document in documents]
    if any(services[item.key].facts["sample"] for item in appointment.services):
        lines += ["", texts.say("appointments.calendar.sample", language, {})]
    return "\n".join(lines)
