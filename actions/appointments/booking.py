"""The task ``book_appointment``: from a wish to a confirmed appointment."""

from datetime import datetime, timedelta
from typing import Any, Protocol

from actions.appointments import reading, windows, wording
from actions.appointments.choosing import read_slot
from actions.appointments.naming import read_name
from actions.appointments.ports import (
    Appointments,
    Calendar,
    Catalogue,
    ContactRefused,
    Found,
    Slot,
    Taken,
    Wanted,
)
from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Asked, Finished, Settled, Task, question
from actions.tasks.declaration import Slot as TaskSlot
from actions.tasks.frames import Frame
from language.writing import write_day, write_list, write_moment

_MINUTE = "%Y-%m-%dT%H:%M"
_CONTACT_REFUSED = {
    "email": "utter_email_needed",
    "phone": "utter_phone_needed",
    "limit": "utter_contact_limit",
}


class AppointmentService(Catalogue, Calendar, Appointments, Protocol):
    """All the booking needs of the backend."""


class Booking:
    """Asks, settles and binds against ``service``."""

    def __init__(self, service: AppointmentService) -> None:
        self._service = service

    def task(self) -> Task:
        """The declaration: what is asked, in order, and what depends on what."""
        return Task(
            name="book_appointment",
            slots=(
                TaskSlot(
                    "services",
                    reading.read_services,
                    question("utter_ask_services"),
                    settle=self._settle_wanted,
                    kinds=("service",),
                    field="service",
                ),
                TaskSlot(
                    "people",
                    reading.read_people,
                    question("utter_ask_people"),
                    settle=self._settle_wanted,
                    kinds=("people", "ordinal"),
                    default=lambda _, __: 1,
                    field="people",
                ),
                TaskSlot(
                    "office",
                    reading.read_office,
                    self._ask_office,
                    settle=self._settle_office,
                    kinds=("district", "office"),
                    default=lambda _, __: reading.ANY_OFFICE,
                    field="place",
                ),
                TaskSlot(
                    "when",
                    reading.read_when,
                    question("utter_ask_when"),
                    kinds=("time", "when", "impossible", "available"),
                    default=lambda heard, _: windows.anytime(heard.at),
                    field="time",
                ),
                TaskSlot(
                    "slot",
                    read_slot,
                    self._offer,
                    settle=self._hold,
                    depends_on=("services", "people", "office", "when"),
                    kinds=(
                        *("ordinal", "slot", "time", "alternative", "available", "impossible"),
                        *("district", "office"),
                    ),
                ),
                TaskSlot(
                    "name", read_name, question("utter_ask_name"), free_text=True, field="name"
                ),
                TaskSlot(
                    "contact",
                    reading.read_contact,
                    question("utter_ask_email_or_phone"),
                    kinds=("email", "phone"),
                    field="contact",
                ),
            ),
            restate=self._restate,
            finish=self._book,
            summary=self._summary,
            drop=self._drop,
            change=lambda _, __: Say("utter_ask_change"),
        )

    async def _ask_office(self, heard: Heard, frame: Frame) -> Asked | Settled:
        allowed = await self._allowed_offices(frame)
        if not allowed:
            return Settled(frame.without("services", "people"), (Say("utter_no_common_office"),))
        if len(allowed) == 1:
            return Settled(frame.with_values(office=allowed[0]))
        return Asked(frame, (Say("utter_ask_office"),))

    async def _settle_wanted(self, heard: Heard, frame: Frame) -> Settled:
        """Not more than one appointment can hold, and at an office that offers it."""
        known = frame.values
        if {"services", "people"} <= known.keys() and _total(frame) > reading.MOST_PEOPLE:
            said = Say("utter_too_many_people", {"most": reading.MOST_PEOPLE})
            return Settled(frame.without("people"), (said,))
        return await self._settle_office(heard, frame) if "office" in known else Settled(frame)

    async def _settle_office(self, heard: Heard, frame: Frame) -> Settled:
        """An office that does not offer the service gives way to the one that does."""
        if "services" not in frame.values or frame.values["office"] == reading.ANY_OFFICE:
            return Settled(frame)
        allowed = await self._allowed_offices(frame)
        if frame.values["office"] in allowed:
            return Settled(frame)
        offices = await self._service.offices()
        names = write_list(
            [offices[key]["name"][heard.language] for key in allowed], heard.language, either=True
        )
        said = Say("utter_office_does_not_offer", {"offices": names})
        return Settled(frame.without("office"), (said,) if allowed else ())

    async def _allowed_offices(self, frame: Frame) -> list[str]:
        offices = await self._service.offices()
        needed = {entry["key"] for entry in frame.values["services"]}
        return [key for key, office in offices.items() if needed <= set(office["services"])]

    async def _offer(self, heard: Heard, frame: Frame) -> Asked | Settled:
        frame = await self._released(frame)
        office = frame.values["office"]
        offices = [] if office == reading.ANY_OFFICE else [office]
        window = windows.read(frame.values["when"])
        days = (window.interval.end - window.interval.start) >= timedelta(hours=4)
        found = await self._service.search(_wanted(frame), offices, window, spread=days)
        if found.slots and window.interval.start == window.interval.end:
            return await self._exactly(heard, frame, found.slots[0])
        if found.slots:
            return await self._offered(heard, frame, found.slots, "utter_offer_slots")
        return await self._nothing_free(heard, frame, found)

    async def _exactly(self, heard: Heard, frame: Frame, slot: Slot) -> Asked | Settled:
        """The exact time wished for is free: taken without a further question."""
        chosen = frame.with_values(slot={"office": slot.office, "start": f"{slot.start:{_MINUTE}}"})
        held = await self._hold(heard, chosen)
        if "slot" not in held.frame.values:
            return held
        offices = await self._service.offices()
        moment = wording.slot_text(slot, offices, heard.language, with_office=True)
        return Settled(held.frame, (Say("utter_slot_is_free", {"moment": moment}),))

    async def _offered(
        self, heard: Heard, frame: Frame, slots: tuple[Slot, ...], response: str, **values: Any
    ) -> Asked:
        offices = await self._service.offices()
        offers = [{"office": s.office, "start": f"{s.start:{_MINUTE}}"} for s in slots]
        same = {slot.office for slot in slots}
        name = offices[same.pop()]["name"][heard.language] if len(same) == 1 else "Duisburg"
        said = Say(
            response,
            {"options": wording.options(slots, offices, heard.language), "office": name, **values},
            wording.slot_buttons(slots, offices, heard.language),
        )
        return Asked(frame.with_notes(offers=offers), (said,))

    async def _nothing_free(self, heard: Heard, frame: Frame, found: Found) -> Asked | Settled:
        if found.reason == "beyond_horizon":
            last = write_day(datetime.fromisoformat(found.detail["last_date"]), heard.language)
            return Settled(
                frame.without("when"), (Say("utter_when_beyond_horizon", {"last": last}),)
            )
        if found.reason == "past":
            return Settled(frame.without("when"), (Say("utter_when_past"),))
        if not found.next:
            return Settled(frame.without("when"), (Say("utter_nothing_free"),))
        holiday = (found.detail.get("holiday") or {}).get(heard.language)
        if found.reason == "closed" and holiday:
            return await self._offered(
                heard, frame, found.next, "utter_closed_for", holiday=holiday
            )
        response = "utter_closed" if found.reason == "closed" else "utter_full"
        return await self._offered(heard, frame, found.next, response)

    async def _hold(self, heard: Heard, frame: Frame) -> Settled:
        frame = await self._released(frame)
        chosen = frame.values["slot"]
        slot = Slot(chosen["office"], datetime.fromisoformat(chosen["start"]))
        try:
            hold = await self._service.hold(
                _wanted(frame), slot, f"{heard.conversation_id}:{heard.message_id}:hold"
            )
        except Taken:
            return Settled(frame.without("slot"), (Say("utter_slot_taken"),))
        return Settled(frame.with_notes(hold=hold))

    async def _restate(self, heard: Heard, frame: Frame) -> Say:
        return Say("utter_ask_confirm", await self._values(heard, frame))

    async def _values(self, heard: Heard, frame: Frame) -> dict[str, Any]:
        services, offices = await self._service.services(), await self._service.offices()
        slot = frame.values["slot"]
        start = datetime.fromisoformat(slot["start"])
        office = offices[slot["office"]]
        contact = frame.values["contact"]
        return {
            "services": wording.service_names(_entries(frame), services, heard.language),
            "moment": wording.slot_text(
                Slot(slot["office"], start), offices, heard.language, with_office=False
            ),
            "office": office["name"][heard.language],
            "address": wording.address(office),
            "name": frame.values["name"],
            "contact": contact.get("email") or contact.get("phone"),
        }

    async def _book(self, heard: Heard, frame: Frame) -> Finished | Settled:
        person = {
            "name": frame.values["name"],
            **frame.values["contact"],
            "language": heard.language,
            "channel": heard.channel,
            "conversation_id": heard.conversation_id,
        }
        try:
            booked = await self._service.confirm(frame.notes["hold"], person)
        except Taken:
            freed = frame.without("slot").with_notes(hold=None)
            return Settled(freed, (Say("utter_slot_taken"),))
        except ContactRefused as refused:
            said = Say(_CONTACT_REFUSED[refused.why])
            return Settled(frame.without("contact"), (said,))
        services, offices = await self._service.services(), await self._service.offices()
        values = wording.appointment_values(booked, services, offices, heard.language)
        values["documents"] = wording.documents(_entries(frame), services, heard.language)
        card = wording.appointment_card(booked, services, offices, heard.language)
        response = "utter_booked" if values["documents"] else "utter_booked_nothing_to_bring"
        return Finished((Say(response, values, card=card),))

    async def _summary(self, heard: Heard, frame: Frame) -> Say | None:
        known = []
        if "services" in frame.values:
            services = await self._service.services()
            known.append(wording.service_names(_entries(frame), services, heard.language))
        office = (await self._service.offices()).get(frame.values.get("office", ""))
        if office:
            known.append(office["name"][heard.language])
        if "slot" in frame.values:
            start = datetime.fromisoformat(frame.values["slot"]["start"])
            known.append(write_moment(start, heard.language))
        elif "when" in frame.values:
            known.append(wording.window_text(windows.read(frame.values["when"]), heard.language))
        known += [frame.values["name"]] if "name" in frame.values else []
        known += list(frame.values.get("contact", {}).values())
        if not known:
            return None
        return Say("utter_summary", {"summary": ", ".join(known)})

    async def _drop(self, heard: Heard, frame: Frame) -> Say:
        await self._released(frame)
        return Say("utter_booking_dropped")

    async def _released(self, frame: Frame) -> Frame:
        """Without the hold of an earlier choice, so that nobody is kept from it."""
        if "hold" in frame.notes:
            await self._service.release(frame.notes["hold"])
        return frame.with_notes(hold=None)


def _entries(frame: Frame) -> list[dict[str, Any]]:
    """Services with counts: as said, else one for each person."""
    people = frame.values.get("people", 1)
    counted = any(entry["count"] for entry in frame.values["services"])
    return [
        {"key": e["key"], "count": e["count"] or (1 if counted else people)}
        for e in frame.values["services"]
    ]


def _total(frame: Frame) -> int:
    return sum(entry["count"] for entry in _entries(frame))


def _wanted(frame: Frame) -> list[Wanted]:
    return [Wanted(entry["key"], entry["count"]) for entry in _entries(frame)]
