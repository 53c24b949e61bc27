"""An appointment or an offer as it stands in the outbox: JSON without anything about the person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.slots import Slot
from backend.appointments.service.announcing import Offer


def about(appointment: Appointment) -> str:
    """What all notices of one appointment are about."""
    return f"appointment:{appointment.hold_id}"


def appointment_facts(appointment: Appointment) -> dict[str, Any]:
    """JSON of an appointment."""
    return {
        "id": appointment.id,
        "hold_id": appointment.hold_id,
        "code": appointment.code,
        "status": appointment.status.value,
        "office": appointment.office,
        "start": appointment.start.isoformat(),
        "minutes": appointment.minutes,
        "services": [[item.key, item.count] for item in appointment.services],
        "expires_at": appointment.expires_at.isoformat(),
        "sequence": appointment.sequence,
        "changed_at": appointment.changed_at.isoformat(),
    }


def read_appointment(facts: Mapping[str, Any]) -> Appointment:
    """The reverse of `appointment_facts`."""
    times: dict[str, Any] = {name: datetime.fromisoformat(facts[name]) for name in _TIMES}
    services = tuple(Item(key, count) for key, count in facts["services"])
    values = {name: facts[name] for name in _PLAIN}
    return Appointment(**values, **times, status=Status(facts["status"]), services=services)


_TIMES = ("start", "expires_at", "changed_at")
_PLAIN = ("id", "hold_id", "code", "office", "minutes", "sequence")


@dataclass(frozen=True)
class Offered:
    """An offer as read back; `until` is an instant."""

    id: str
    slot: Slot
    until: datetime


def offer_facts(offer: Offer) -> dict[str, Any]:
    """JSON of an offer together with the appointment the person has."""
    slot = offer.slot
    return appointment_facts(offer.appointment) | {
        "offer": {
            "id": offer.id,
            "office": slot.office,
            "start": slot.start.isoformat(),
            "end": slot.end.isoformat(),
            "until": offer.until.isoformat(),
        }
    }


def read_offer(facts: Mapping[str, Any]) -> Offered:
    """The offer in the JSON of `offer_facts`."""
    said = facts["offer"]
    start, end, until = (datetime.fromisoformat(said[name]) for name in ("start", "end", "until"))
    return Offered(said["id"], Slot(said["office"], start, end), until)


def offices_in(facts: Mapping[str, Any]) -> frozenset[str]:
    """The keys of the offices spoken of."""
    spoken_of = (facts, facts.get("offer") or {})
    return frozenset(each["office"] for each in spoken_of if "office" in each)
