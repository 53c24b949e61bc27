"""The task ``reschedule_appointment``: another time or place for an appointment; its code stays."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from actions.appointments import reading, windows, wording
from actions.appointments.choosing import read_slot
from actions.appointments.codes import settle_open
from actions.appointments.knowing import Knowing
from actions.appointments.offering import Offering, Service
from actions.appointments.ports import Past, Slot, Taken, TooManyBooked, Wanted
from actions.appointments.waiting import Waiting
from actions.heard import Heard, Value
from actions.identity.ports import Identity
from actions.say import Say
from actions.tasks.declaration import Asked, Finished, Settled, Task, question
from actions.tasks.declaration import Slot as TaskSlot
from actions.tasks.frames import Frame
from language.assent import assent
from language.referring import moves_it
from language.text import fold, words

# "Meinen Termin am Dienstag verschieben" tells which one, not where to.
_WHICH = re.compile(
    r"\b(?:termin|appointment|booking|slot)(?: [a-z0-9]{4}-?[a-z0-9]{4})?"
    r" (?:am|vom|an|um|on|of|from|at|this|next|tomorrow|morgen|heute)\b"
)
_WHERE_TO = re.compile(
    r"\b(?:auf|zum|to|until|till|onto|into|in|nach|instead|stattdessen|lieber)\b"
)
_OWN_WORDS = frozenset(
    "verschieben verlegen umbuchen aendern move reschedule change it this den termin bitte please"
    " so".split()
)


class Rescheduling:
    """Asks for a new time and moves against ``service``; ``waiting`` takes up offers."""

    def __init__(self, service: Service, identity: Identity, waiting: Waiting | None) -> None:
        self._service = service
        self._waiting = waiting
        self._knowing = Knowing(service, identity)
        self._offering = Offering(service, _wanted, _window, lambda frame: frame.values["code"])

    def task(self) -> Task:
        """Which one, where, when; then old and new are told, and a yes moves it."""
        return Task(
            "reschedule_appointment",
            (
                *self._knowing.slots(self._settle_code),
                TaskSlot(
                    "office",
                    _read_office,
                    _same_office,
                    settle=self._settle_office,
                    depends_on=("code",),
                    kinds=("district", "office", "region"),
                    field="place",
                ),
                TaskSlot(
                    "when",
                    _read_when,
                    question("utter_ask_new_time"),
                    kinds=("time", "when", "impossible", "available", "alternative", "region"),
                    default=lambda heard, _: windows.anytime(heard.at),
                    field="time",
                ),
                TaskSlot(
                    "slot",
                    read_slot,
                    self._offering.ask,
                    settle=self._offering.hold,
                    depends_on=("code", "office", "when"),
                    kinds=(
                        *("ordinal", "slot", "time", "alternative", "available", "impossible"),
                        *("district", "office", "region"),
                    ),
                ),
            ),
            restate=self._restate,
            finish=self._move,
            drop=self._keep,
            change=lambda _, __: Say("utter_ask_other_time"),
            agrees=_wants_it_moved,
            begun_by=_moves_it,
            refuses=self._refuses,
        )

    async def _refuses(self, heard: Heard) -> Say | None:
        return None if (await self._service.abilities()).moving else Say("utter_not_supported")

    async def _settle_code(self, heard: Heard, frame: Frame) -> Settled | Finished:
        """Which appointment it is; a button of the waiting list moves it at once."""
        offer = heard.first("offer")
        if offer and self._waiting:
            return await self._waiting.accepted(heard, str(offer.value))
        settled = await settle_open(self._service, heard, frame, "utter_appointment_past_not_moved")
        if isinstance(settled, Finished) or "code" not in settled.frame.values:
            return settled
        found = await self._service.find(settled.frame.values["code"])
        old = {name: found[name] for name in ("code", "office", "start", "services")}
        return Settled(settled.frame.with_notes(old=old), settled.say)

    async def _settle_office(self, heard: Heard, frame: Frame) -> Settled:
        """Only offices that do what the appointment is for."""
        if "old" not in frame.notes:
            return Settled(frame)
        offices = await self._service.offices()
        needed = {entry["key"] for entry in frame.notes["old"]["services"]}
        able = [key for key, office in offices.items() if needed <= set(office["services"])]
        meant = reading.offices_meant(frame.values["office"]) or able
        left = [key for key in meant if key in able]
        if left:
            return Settled(frame.with_values(office=left[0] if len(left) == 1 else left))
        names = wording.office_names(able, offices, heard.language)
        return Settled(frame.without("office"), (Say("utter_office_does_not_offer", names),))

    async def _restate(self, heard: Heard, frame: Frame) -> Say:
        services, offices = await self._service.services(), await self._service.offices()
        old, new = frame.notes["old"], frame.values["slot"]
        values = {
            "code": old["code"],
            "services": wording.service_names(old["services"], services, heard.language),
            "old": _place_and_time(old, offices, heard.language),
            "new": _place_and_time(new, offices, heard.language),
            "address": wording.address(offices[new["office"]]),
        }
        return Say("utter_ask_reschedule", values)

    async def _move(self, heard: Heard, frame: Frame) -> Finished | Settled:
        code, hold = frame.values["code"], frame.notes["hold"]
        try:
            moved = await self._service.reschedule(code, hold, hold)
        except Taken:
            freed = frame.without("slot").with_notes(hold=None)
            return Settled(freed, (Say("utter_slot_taken"),))
        except Past:
            return Finished((Say("utter_appointment_past_not_moved", {"code": code}),))
        except TooManyBooked as error:
            return Finished((Say("utter_contact_limit", {"most": error.most}),))
        services, offices = await self._service.services(), await self._service.offices()
        values = wording.appointment_values(moved, services, offices, heard.language)
        card = wording.appointment_card(moved, services, offices, heard.language)
        return Finished((Say("utter_rescheduled", values, card=card),))

    async def _keep(self, heard: Heard, frame: Frame) -> Say:
        await self._offering.released(frame)
        return Say("utter_reschedule_kept")


def _place_and_time(at: Mapping[str, Any], offices: Mapping[str, Any], language: str) -> str:
    slot = Slot(at["office"], datetime.fromisoformat(at["start"]))
    return wording.slot_text(slot, offices, language, with_office=True)


def _wanted(frame: Frame) -> list[Wanted]:
    return [Wanted(entry["key"], entry["count"]) for entry in frame.notes["old"]["services"]]


def _window(frame: Frame) -> Mapping[str, Any]:
    """The window wished for; "a week later" is meant from the appointment as it is."""
    when: Mapping[str, Any] = frame.values["when"]
    if "than" not in when:
        return when
    wish = Value("alternative", when["than"], when)
    now = datetime.fromisoformat(when["now"])
    return windows.other_than([frame.notes["old"]], windows.anytime(now), now, wish)


def _read_office(heard: Heard, frame: Frame) -> Any:
    if "own" in frame.notes and frame.asked == "code":
        return None
    office = reading.read_office(heard, frame)
    # What stands beside the appointment's own time is where it is, not where it is to be.
    return None if frame.asked is None and _tells_which(heard) else office


async def _same_office(_: Heard, frame: Frame) -> Asked | Settled:
    return Settled(frame.with_values(office=frame.notes["old"]["office"]))


def _read_when(heard: Heard, frame: Frame) -> Any:
    if frame.asked in ("lost", "contact", "pin", "code"):
        return None if "own" in frame.notes else _new_time(heard, frame)
    return _new_time(heard, frame)


def _new_time(heard: Heard, frame: Frame) -> Any:
    if "slot" not in frame.values and frame.asked != "slot":
        other = heard.first("alternative")
        if other and not heard.times():
            now = f"{heard.at:%Y-%m-%dT%H:%M}"
            return {"than": other.value, "now": now, **dict(other.details)}
        if _tells_which(heard):
            return None
        # The time it is moved away from is not ruled out; it is just not where to.
        moved_from = [v for v in heard.values if v.kind == "time" and v.details.get("negated")]
        if moved_from and heard.times():
            kept = tuple(value for value in heard.values if value not in moved_from)
            return reading.read_when(replace(heard, values=kept), frame)
    return reading.read_when(heard, _resolved(frame))


def _resolved(frame: Frame) -> Frame:
    """``frame`` with a window where it has a wish relative to the appointment."""
    if "than" not in (frame.values.get("when") or {}):
        return frame
    return frame.with_values(when=_window(frame)) if "old" in frame.notes else frame.without("when")


def _tells_which(heard: Heard) -> bool:
    """Whether the only time said is the appointment's own."""
    folded = fold(heard.text)
    which = _WHICH.search(folded)
    if (
        which is None
        or not heard.times()
        or any(v.kind == "time" and v.details.get("negated") for v in heard.values)
    ):
        return False
    return len(heard.times()) == 1 and not _WHERE_TO.search(folded[which.end() :])


def _moves_it(heard: Heard) -> bool:
    """Reads "verschieb ihn" after an appointment was shown."""
    return moves_it(heard.text) and any(value.kind == "code" for value in heard.before)


def _wants_it_moved(heard: Heard) -> bool:
    """A yes with the task's own word beside it: "ja, verschieben"."""
    forms = [word.form for word in words(heard.text)]
    rest = [form for form in forms if form not in _OWN_WORDS]
    return len(rest) < len(forms) and assent(" ".join(rest)) is True
