"""The task ``book_appointment``: from a wish to a confirmed appointment."""

from datetime import datetime
from typing import Any

from actions.appointments import reading, windows, wishing, wording
from actions.appointments.choosing import read_slot
from actions.appointments.naming import read_name
from actions.appointments.offering import Offering
from actions.appointments.offering import Service as AppointmentService
from actions.appointments.ports import ContactRefused, Slot, Taken, TooManyBooked, Wanted
from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Asked, Finished, Settled, Task, question
from actions.tasks.declaration import Slot as TaskSlot
from actions.tasks.frames import Frame
from language.writing import write_list, write_moment

_CONTACT_REFUSED = {
    "email": "utter_email_needed",
    "phone": "utter_phone_needed",
    "limit": "utter_contact_full",
}
_NEVER = "9999"


class Booking:
    """Asks, settles and binds against ``service``."""

    def __init__(self, service: AppointmentService) -> None:
        self._service = service
        self._offering = Offering(service, wanted_of)

    def task(self) -> Task:
        """The declaration: what is asked, in order, and what depends on what."""
        return Task(
            name="book_appointment",
            slots=(
                TaskSlot(
                    "services",
                    wishing.read_services,
                    question("utter_ask_services"),
                    settle=self._settle_wanted,
                    kinds=("service",),
                    field="service",
                ),
                TaskSlot(
                    "people",
                    wishing.read_people,
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
                    kinds=("district", "office", "region"),
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
                    self._offering.ask,
                    settle=self._offering.hold,
                    depends_on=("services", "people", "office", "when"),
                    kinds=(
                        *("ordinal", "slot", "time", "alternative", "available", "impossible"),
                        *("district", "office", "region"),
                    ),
                ),
                TaskSlot(
                    "name", read_name, question("utter_ask_name"), free_text=True, field="name"
                ),
                TaskSlot(
                    "contact",
                    reading.read_contact,
                    question("utter_ask_email_or_phone"),
                    kinds=("email", "phone", "invalid_phone"),
                    field="contact",
                ),
                TaskSlot(
                    "waits",
                    lambda heard, _: reading.read_waits(heard),
                    _waits_not,
                    settle=self._settle_waits,
                    kinds=("waiting",),
                ),
            ),
            restate=self._restate,
            finish=self._book,
            summary=self._summary,
            drop=self._drop,
            change=lambda _, __: Say("utter_ask_change"),
            begun_by=reading.is_wish_in_short,
            absorbs=reading.means_the_booking,
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
        if {"services", "people"} <= known.keys() and _total(frame) > wishing.MOST_PEOPLE:
            said = Say("utter_too_many_people", {"most": wishing.MOST_PEOPLE})
            return Settled(frame.without("people"), (said,))
        told: tuple[Say, ...] = ()
        if any(e.get("child") for e in known.get("services", ())) and not frame.notes.get("told"):
            told, frame = (Say("utter_child_passport_is_passport"),), frame.with_notes(told=True)
        if "office" not in known:
            return Settled(frame, told)
        settled = await self._settle_office(heard, frame)
        return Settled(settled.frame, (*told, *settled.say))

    async def _settle_office(self, heard: Heard, frame: Frame) -> Settled:
        """An office that does not offer the service gives way to the one that does."""
        if "services" not in frame.values or frame.values["office"] == reading.ANY_OFFICE:
            return Settled(frame)
        allowed = await self._allowed_offices(frame)
        meant = [key for key in reading.offices_meant(frame.values["office"]) if key in allowed]
        if meant:
            return Settled(frame.with_values(office=meant[0] if len(meant) == 1 else meant))
        offices = await self._service.offices()
        names = write_list(
            [offices[key]["name"][heard.language] for key in allowed], heard.language, either=True
        )
        said = Say("utter_office_does_not_offer", {"offices": names})
        if len(allowed) == 1:
            only = frame.with_values(office=allowed[0]).answered_by_itself("office")
            return Settled(only, (said,))
        return Settled(frame.without("office"), (said,) if allowed else ())

    async def _allowed_offices(self, frame: Frame) -> list[str]:
        offices = await self._service.offices()
        needed = {entry["key"] for entry in frame.values["services"]}
        return [key for key, office in offices.items() if needed <= set(office["services"])]

    async def _settle_waits(self, heard: Heard, frame: Frame) -> Settled:
        """The waiting list takes those who have an appointment, where there is one at all."""
        if (await self._service.abilities()).waiting_list:
            return Settled(frame, (Say("utter_waiting_list_after_booking"),))
        return Settled(frame.with_values(waits=False), (Say("utter_not_supported"),))

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
        except TooManyBooked as error:
            await self._offering.released(frame)
            return Finished((Say("utter_contact_limit", {"most": error.most}),))
        except ContactRefused as refused:
            return Settled(frame.without("contact"), (Say(_CONTACT_REFUSED[refused.why]),))
        services, offices = await self._service.services(), await self._service.offices()
        values = wording.appointment_values(booked, services, offices, heard.language)
        values["documents"] = wording.documents(_entries(frame), services, heard.language)
        card = wording.appointment_card(booked, services, offices, heard.language)
        response = "utter_booked" if values["documents"] else "utter_booked_nothing_to_bring"
        said = [Say(response, values, card=card)]
        is_late = booked["start"][:10] > frame.notes.get("late", _NEVER)
        wants_earlier = is_late or frame.values["waits"]
        if wants_earlier and (await self._service.abilities()).waiting_list:
            said.append(Say("utter_offer_waiting_list", {"code": booked["code"]}))
        return Finished(tuple(said))

    async def _summary(self, heard: Heard, frame: Frame) -> Say | None:
        known = []
        if "services" in frame.values:
            services = await self._service.services()
            known.append(wording.service_names(_entries(frame), services, heard.language))
        offices = await self._service.offices()
        meant = reading.offices_meant(frame.values.get("office", reading.ANY_OFFICE))
        names = [offices[key]["name"][heard.language] for key in meant if key in offices]
        known += [write_list(names, heard.language, either=True)] if names else []
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
        await self._offering.released(frame)
        return Say("utter_booking_dropped")


async def _waits_not(_: Heard, frame: Frame) -> Settled:
    return Settled(frame.with_values(waits=False))


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


def wanted_of(frame: Frame) -> list[Wanted]:
    """The services of the appointment, each with its number."""
    return [Wanted(entry["key"], entry["count"]) for entry in _entries(frame)]
