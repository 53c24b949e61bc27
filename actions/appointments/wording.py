"""Appointments in words: services, slots and offices as values for the responses."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

from actions.appointments.ports import Appointment, Office, Service, Slot, Window
from actions.say import Button
from language.dates import OPEN_END
from language.writing import (
    write_day_short,
    write_hours,
    write_list,
    write_moment,
    write_span,
    write_time,
)


def service_names(
    wanted: Sequence[Mapping[str, Any]], services: Mapping[str, Service], language: str
) -> str:
    """Written as "2 × Reisepass beantragen und Ummeldung"."""
    return write_list([_counted(entry, services, language) for entry in wanted], language)


def _counted(entry: Mapping[str, Any], services: Mapping[str, Service], language: str) -> str:
    name = services[entry["key"]]["name"][language]
    return f"{entry['count']} × {name}" if (entry.get("count") or 1) > 1 else name


def office_names(
    keys: Sequence[str], offices: Mapping[str, Office], language: str
) -> dict[str, str]:
    """The value ``offices``: "Walsum, Hamborn oder Süd", by their whole names."""
    names = [offices[key]["name"][language] for key in keys]
    return {"offices": write_list(names, language, either=True)}


def address(office: Office) -> str:
    """Written as "Friedrich-Ebert-Straße 152, 47179 Duisburg"."""
    return f"{office['address']}, {office['postcode']} Duisburg"


def map_url(office: Office) -> str:
    """Where the office is on OpenStreetMap."""
    place = f"{office['latitude']:.4f}", f"{office['longitude']:.4f}"
    marker = f"mlat={place[0]}&mlon={place[1]}"
    return f"https://www.openstreetmap.org/?{marker}#map=17/{place[0]}/{place[1]}"


def office_card(office: Office, language: str) -> dict[str, Any]:
    """The office as a card; it has no code, unlike an appointment's."""
    return {
        "type": "office",
        "office": office["name"][language],
        "address": address(office),
        "latitude": office["latitude"],
        "longitude": office["longitude"],
        "map_url": map_url(office),
    }


def slot_text(
    slot: Slot, offices: Mapping[str, Office], language: str, *, with_office: bool
) -> str:
    """Written as "Dienstag, 1. Dezember 2026, 9:00 Uhr (Walsum)"."""
    moment = write_moment(slot.start, language)
    return f"{moment} ({offices[slot.office]['short_name'][language]})" if with_office else moment


def window_text(window: Window, language: str) -> str:
    """When somebody would like to come: "ab Montag, 7. Dezember 2026, ab 15:00 Uhr"."""
    span = window.interval
    text = write_span(span.start, None if span.end == OPEN_END else span.end, language)
    if window.daily is None:
        return text
    first, last = (time.fromisoformat(bound) for bound in window.daily)
    return f"{text}, {write_hours(first, last, language)}"


def options(slots: Sequence[Slot], offices: Mapping[str, Office], language: str) -> str:
    """The slots as a numbered list, one a line."""
    with_office = len({slot.office for slot in slots}) > 1
    return "\n".join(
        f"{number}. {slot_text(slot, offices, language, with_office=with_office)}"
        for number, slot in enumerate(slots, 1)
    )


def slot_buttons(
    slots: Sequence[Slot], offices: Mapping[str, Office], language: str
) -> tuple[Button, ...]:
    """A button for each slot."""
    with_office = len({slot.office for slot in slots}) > 1
    return tuple(
        Button(_short(s, offices, language, with_office), "inform", {"slot": slot_key(s)})
        for s in slots
    )


def slot_key(slot: Slot) -> str:
    """The value of the entity ``slot``."""
    return f"{slot.office}|{slot.start:%Y-%m-%dT%H:%M}"


def slot_title(start: datetime, office: str, language: str) -> str:
    """Written as "Di., 1.12., 9:00 Uhr, Walsum"; without ``office`` when that is empty."""
    text = f"{write_day_short(start, language)}, {write_time(start, language)}"
    return f"{text}, {office}" if office else text


def _short(slot: Slot, offices: Mapping[str, Office], language: str, with_office: bool) -> str:
    office = offices[slot.office]["short_name"][language] if with_office else ""
    return slot_title(slot.start, office, language)


def appointment_values(
    appointment: Appointment,
    services: Mapping[str, Service],
    offices: Mapping[str, Office],
    language: str,
) -> dict[str, Any]:
    """What responses about an existing appointment may name."""
    office = offices[appointment["office"]]
    start = datetime.fromisoformat(appointment["start"])
    return {
        "code": appointment["code"],
        "services": service_names(appointment["services"], services, language),
        "moment": write_moment(start, language),
        "office": office["name"][language],
        "address": address(office),
    }


def appointment_card(
    appointment: Appointment,
    services: Mapping[str, Service],
    offices: Mapping[str, Office],
    language: str,
) -> dict[str, Any]:
    """The appointment as a card; ``ics_url`` is relative to the front door."""
    values = appointment_values(appointment, services, offices, language)
    return {
        "type": "appointment",
        "code": values["code"],
        "services": [entry["key"] for entry in appointment["services"]],
        "title": values["services"],
        "when": values["moment"],
        "office": values["office"],
        "address": values["address"],
        "ics_url": f"{appointment['ics_path']}?language={language}",
    }


def documents(
    wanted: Sequence[Mapping[str, Any]], services: Mapping[str, Service], language: str
) -> str:
    """What to bring for all of ``wanted``, each once."""
    needed = [d[language] for entry in wanted for d in services[entry["key"]]["documents"]]
    return write_list(list(dict.fromkeys(needed)), language)
