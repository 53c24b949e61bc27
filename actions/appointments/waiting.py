"""The waiting list in dialogue: join, leave, take or refuse an earlier appointment."""

from datetime import datetime
from typing import Any

from actions.appointments import reading, windows, wording
from actions.appointments.codes import settle_open
from actions.appointments.knowing import Knowing, Service
from actions.appointments.ports import Past, Slot, Unknown
from actions.appointments.waiting_ports import CannotWait, OfferGone, WaitingList
from actions.heard import Heard
from actions.identity.ports import Identity
from actions.say import Say
from actions.tasks.declaration import Finished, Settled, Task
from actions.tasks.frames import Frame
from language.writing import write_moment

_PAST = "utter_appointment_past_not_moved"
_CANNOT_WAIT = {
    "late": "utter_cannot_wait_late",
    "unreachable": "utter_cannot_wait_unreachable",
}


class Waiting:
    """Tasks against the waiting ``entries`` of the ``service``'s appointments."""

    def __init__(self, service: Service, identity: Identity, entries: WaitingList) -> None:
        self._service = service
        self._entries = entries
        self._knowing = Knowing(service, identity)

    def tasks(self) -> tuple[Task, ...]:
        """``join_waiting_list``, ``leave_waiting_list``, ``accept_offer``, ``decline_offer``."""
        return (
            self._task("join_waiting_list", "join", self._join),
            self._task("leave_waiting_list", "leave", self._leave),
            self._accept(),
            self._task("decline_offer", "decline", self._decline),
        )

    def _task(self, name: str, wish: str, finish: Any) -> Task:
        return Task(
            name,
            self._knowing.slots(self._settle_open),
            finish=finish,
            begun_by=lambda heard: wished(heard) == wish,
            refuses=self._refuses,
        )

    def _accept(self) -> Task:
        return Task(
            "accept_offer",
            self._knowing.slots(self._settle_offered),
            restate=self._restate,
            finish=self._take,
            change=lambda _, __: Say("utter_reschedule_kept"),
            ends_on_no=True,
            begun_by=lambda heard: wished(heard) == "accept",
            refuses=self._refuses,
        )

    async def _refuses(self, heard: Heard) -> Say | None:
        able = (await self._service.abilities()).waiting_list
        return None if able else Say("utter_not_supported")

    async def accepted(self, heard: Heard, offer: str) -> Finished:
        """The offer taken, as a button says so."""
        try:
            moved = await self._entries.accept(offer)
        except (OfferGone, Unknown, Past):
            return Finished((Say("utter_offer_gone"),))
        services, offices = await self._service.services(), await self._service.offices()
        values = wording.appointment_values(moved, services, offices, heard.language)
        card = wording.appointment_card(moved, services, offices, heard.language)
        return Finished((Say("utter_rescheduled", values, card=card),))

    async def _settle_open(self, heard: Heard, frame: Frame) -> Settled | Finished:
        return await settle_open(self._service, heard, frame, _PAST)

    async def _settle_offered(self, heard: Heard, frame: Frame) -> Settled | Finished:
        settled = await self._settle_open(heard, frame)
        if isinstance(settled, Finished) or "code" not in settled.frame.values:
            return settled
        offer = (await self._entries.standing(settled.frame.values["code"])).offer
        if offer is None:
            return Finished((Say("utter_no_offer", {"code": settled.frame.values["code"]}),))
        start = f"{offer.slot.start:%Y-%m-%dT%H:%M}"
        noted = {"id": offer.id, "office": offer.slot.office, "start": start}
        until = f"{offer.until:%Y-%m-%dT%H:%M}"
        return Settled(settled.frame.with_notes(offer={**noted, "until": until}), settled.say)

    async def _restate(self, heard: Heard, frame: Frame) -> Say:
        offices = await self._service.offices()
        found = await self._service.find(frame.values["code"])
        offer = frame.notes["offer"]
        new = Slot(offer["office"], datetime.fromisoformat(offer["start"]))
        old = Slot(found["office"], datetime.fromisoformat(found["start"]))
        until = datetime.fromisoformat(offer["until"])
        values = {
            "old": wording.slot_text(old, offices, heard.language, with_office=True),
            "new": wording.slot_text(new, offices, heard.language, with_office=True),
            "until": write_moment(until, heard.language),
        }
        return Say("utter_ask_accept_offer", values)

    async def _take(self, heard: Heard, frame: Frame) -> Finished:
        return await self.accepted(heard, frame.notes["offer"]["id"])

    async def _decline(self, heard: Heard, frame: Frame) -> Finished:
        code = frame.values["code"]
        offer = (await self._entries.standing(code)).offer
        if offer is None:
            return Finished((Say("utter_no_offer", {"code": code}),))
        try:
            await self._entries.decline(offer.id)
        except OfferGone:
            return Finished((Say("utter_offer_gone"),))
        return Finished((Say("utter_offer_declined"),))

    async def _join(self, heard: Heard, frame: Frame) -> Finished:
        """With the place and times said beside the wish; by default earlier at the same office."""
        office = reading.read_office(heard, Frame("join_waiting_list"))
        times = [pair for pair in heard.times() if not pair[1].details.get("clock_only")]
        window = windows.window_of(heard, None, ()) if times else None
        offices = reading.offices_meant(office) if office else []
        try:
            await self._entries.join(
                frame.values["code"], offices, windows.read(window) if window else None
            )
        except Past:
            return Finished((Say(_PAST, {"code": frame.values["code"]}),))
        except CannotWait as error:
            return Finished((Say(_CANNOT_WAIT[error.reason]),))
        found = await self._service.find(frame.values["code"])
        services, all_offices = await self._service.services(), await self._service.offices()
        values = wording.appointment_values(found, services, all_offices, heard.language)
        return Finished((Say("utter_waiting_list_joined", values),))

    async def _leave(self, heard: Heard, frame: Frame) -> Finished:
        await self._entries.leave(frame.values["code"])
        return Finished((Say("utter_waiting_list_left", {"code": frame.values["code"]}),))


def wished(heard: Heard) -> str | None:
    """What is wished of the list: in words, by a button, or by a yes to what was just offered."""
    said = heard.first("waiting")
    if said:
        return str(said.value)
    if heard.answer_to_offer:
        return heard.answer_to_offer
    is_known = any(value.kind == "code" for value in heard.before)
    return "join" if is_known and heard.is_yes else None
