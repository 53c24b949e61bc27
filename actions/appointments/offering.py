"""Free slots offered, chosen and held, for a booking as for a move."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from actions.appointments import windows, wording
from actions.appointments.ports import (
    Appointments,
    Calendar,
    Catalogue,
    Found,
    Slot,
    Taken,
    Wanted,
)
from actions.appointments.reading import offices_meant
from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Asked, Settled
from actions.tasks.frames import Frame
from language.writing import write_day

_OFFERED = 3
_MINUTE = "%Y-%m-%dT%H:%M"
# From so far away on, an earlier slot is worth waiting for.
_LATE = timedelta(days=7)


class Service(Catalogue, Calendar, Appointments, Protocol):
    """What offering needs of the backend."""


class Offering:
    """Searches and holds against ``service``. The note ``late`` is the last day wished for where
    nothing was free until then.

    ``wanted`` tells what a frame's appointment is for, ``when`` the window wished for, and
    ``moving`` the code of the appointment that is to be moved.
    """

    def __init__(
        self,
        service: Service,
        wanted: Callable[[Frame], list[Wanted]],
        when: Callable[[Frame], Mapping[str, Any]] = lambda frame: frame.values["when"],
        moving: Callable[[Frame], str | None] = lambda _: None,
    ) -> None:
        self._service = service
        self._wanted = wanted
        self._when = when
        self._moving = moving

    async def ask(self, heard: Heard, frame: Frame) -> Asked | Settled:
        """The question of the slot: up to three free times, or the one wished for."""
        frame = await self.released(frame)
        offices = offices_meant(frame.values["office"])
        window = windows.read(self._when(frame))
        days = (window.interval.end - window.interval.start) >= timedelta(hours=4)
        found = await self._search(frame, offices, spread=days)
        if found.slots and window.interval.start == window.interval.end:
            return await self._exactly(heard, frame, found.slots[0])
        if found.slots:
            late = window.interval.start <= heard.at < found.slots[0].start - _LATE
            frame = frame.with_notes(late=heard.at.date().isoformat() if late else None)
            return await self._offered(heard, frame, found.slots, "utter_offer_slots")
        return await self._nothing_free(heard, frame, found)

    async def _search(self, frame: Frame, offices: list[str], *, spread: bool) -> Found:
        """The first slots of the window, which may have gaps; where there are none, why."""
        wanted = self._wanted(frame)
        when = self._when(frame)
        parts = windows.pieces(when) or [windows.read(when)]
        own = self._moving(frame)
        found = await self._service.search(wanted, offices, parts[0], spread, own)
        for part in parts[1:]:
            if len(found.slots) >= _OFFERED:
                break
            more = await self._service.search(wanted, offices, part, spread, own)
            slots = (*found.slots, *more.slots)[:_OFFERED]
            found = replace(more, slots=slots) if slots else found
        return found

    async def _exactly(self, heard: Heard, frame: Frame, slot: Slot) -> Asked | Settled:
        """The exact time wished for is free: taken without a further question."""
        chosen = frame.with_values(slot={"office": slot.office, "start": f"{slot.start:{_MINUTE}}"})
        held = await self.hold(heard, chosen)
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
        if found.reason == "closed":
            return await self._offered(heard, frame, found.next, "utter_closed")
        wished = windows.read(self._when(frame)).interval.end
        late = frame.with_notes(late=wished.date().isoformat())
        return await self._offered(heard, late, found.next, "utter_full")

    async def hold(self, heard: Heard, frame: Frame) -> Settled:
        """Keep the slot chosen; one that is gone has to be chosen anew."""
        frame = await self.released(frame)
        chosen = frame.values["slot"]
        slot = Slot(chosen["office"], datetime.fromisoformat(chosen["start"]))
        try:
            hold = await self._service.hold(
                self._wanted(frame),
                slot,
                f"{heard.conversation_id}:{heard.message_id}:hold",
                self._moving(frame),
            )
        except Taken:
            return Settled(frame.without("slot"), (Say("utter_slot_taken"),))
        return Settled(frame.with_notes(hold=hold))

    async def released(self, frame: Frame) -> Frame:
        """Without the hold of an earlier choice, so that nobody is kept from it."""
        if "hold" in frame.notes:
            await self._service.release(frame.notes["hold"])
        return frame.with_notes(hold=None)
