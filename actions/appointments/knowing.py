"""Which appointment is meant: by its booking code, or by a code sent to the stored contact."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Protocol

from actions.appointments import wording
from actions.appointments.codes import read_code
from actions.appointments.ports import Appointments, Catalogue
from actions.appointments.reading import read_contact
from actions.heard import Heard
from actions.identity.ports import Identity, NotProved, NotSent
from actions.say import Button, Say
from actions.tasks.declaration import Asked, Finished, Refused, Settled, Slot
from actions.tasks.frames import Frame
from language.lost_codes import lacks_it
from language.one_time_codes import find_one_time_code
from language.ordinals import LAST
from language.text import fold
from language.writing import write_moment

SettleCode = Callable[[Heard, Frame], Awaitable[Settled | Finished]]
_AGAIN = re.compile(
    r"\b(?:neue\w* code|noch ?mal|noch einmal|erneut|nichts (?:an|be)gekommen"
    r"|nicht angekommen|again"
    r"|resend|new code|another code|(?:nothing|not|n't) (?:arrived|came|come|received?|got))\b"
)
_FEWEST_DIGITS = 3


class Service(Catalogue, Appointments, Protocol):
    """What knowing an appointment needs of the backend."""


class Knowing:
    """The slots that lead to the value ``code``."""

    def __init__(self, service: Service, identity: Identity) -> None:
        self._service = service
        self._identity = identity

    def slots(self, settle: SettleCode) -> tuple[Slot, ...]:
        """``settle`` sees to a code that was given or chosen.

        ``lost``, ``contact`` and ``pin`` answer themselves as long as nobody says that the
        booking code is not at hand.
        """

        async def prove(heard: Heard, frame: Frame) -> Settled | Finished:
            return await self._prove(heard, frame, settle)

        return (
            Slot("lost", _read_lost, _nothing_lost, settle=_no_answer, kinds=("no_code",)),
            Slot(
                "contact",
                _read_contact,
                _ask_contact,
                settle=self._send,
                depends_on=("lost",),
                kinds=("email", "phone", "invalid_phone", "no_code", "code"),
                field="contact",
            ),
            Slot(
                "pin",
                _read_pin,
                _ask_pin,
                settle=prove,
                depends_on=("contact",),
                kinds=("one_time_code", "phone", "invalid_phone", "email", "code", "time"),
                needed=Say("utter_pin_needed"),
            ),
            Slot(
                "code",
                _read_code,
                self._ask_code,
                settle=settle,
                depends_on=("pin",),
                kinds=("code", "no_code", "ordinal", "time", "district", "office", "service"),
            ),
        )

    async def _send(self, heard: Heard, frame: Frame) -> Settled | Finished:
        contact = frame.values["contact"]
        address = contact.get("email") or contact.get("phone")
        if not address:
            return Settled(frame)
        key = f"{heard.conversation_id}:{heard.message_id}:identity"
        try:
            challenge = await self._identity.ask(
                address, heard.conversation_id, heard.language, key, heard.origin
            )
        except NotSent as error:
            return _not_sent(frame, error)
        return Settled(frame.with_notes(challenge=challenge, own=None))

    async def _prove(self, heard: Heard, frame: Frame, settle: SettleCode) -> Settled | Finished:
        key = f"{heard.conversation_id}:{heard.message_id}:proof"
        try:
            proof = await self._identity.prove(
                frame.notes["challenge"], frame.values["pin"], heard.conversation_id, key
            )
            found = await self._identity.appointments(proof, heard.conversation_id)
        except NotProved as error:
            return _not_proved(frame, error)
        if not found:
            return Finished((Say("utter_no_own_appointments"),))
        if len(found) == 1:
            return await settle(heard, frame.with_values(code=found[0]["code"]))
        own = [
            {name: each[name] for name in ("code", "office", "start", "services")} for each in found
        ]
        return Settled(frame.with_notes(own=own))

    async def _ask_code(self, heard: Heard, frame: Frame) -> Asked:
        own = frame.notes.get("own")
        if not own:
            return Asked(frame, (Say("utter_ask_code"),))
        services, offices = await self._service.services(), await self._service.offices()
        lines, buttons = [], []
        for number, each in enumerate(own, 1):
            start = datetime.fromisoformat(each["start"])
            moment = write_moment(start, heard.language)
            names = wording.service_names(each["services"], services, heard.language)
            office = offices[each["office"]]["short_name"][heard.language]
            lines.append(f"{number}. {names}, {moment} ({office})")
            title = wording.slot_title(start, office, heard.language)
            buttons.append(Button(title, "inform", {"code": each["code"]}))
        values = {"options": "\n".join(lines)}
        return Asked(frame, (Say("utter_choose_own_appointment", values, tuple(buttons)),))


def _read_lost(heard: Heard, frame: Frame) -> bool | None:
    if heard.first("code"):
        return False if frame.values.get("lost") else None
    asked = frame.asked == "code" and "own" not in frame.notes
    lacks = asked and (heard.intent == "skip" or lacks_it(heard.text))
    return True if lacks or heard.first("no_code") else None


def _read_contact(heard: Heard, frame: Frame) -> Any:
    known = frame.values.get("contact") or {}
    if frame.asked == "pin":
        wanted = heard.first("no_code")
        if _AGAIN.search(fold(heard.text)) or (wanted and wanted.value == "again"):
            return {**known, "again": known.get("again", 0) + 1}
        return read_contact(heard, frame) if heard.first("email") else None
    if not (frame.values.get("lost") or heard.first("no_code")) or heard.first("code"):
        return None
    return read_contact(heard, frame) if frame.asked in ("contact", "code", None) else None


def _read_pin(heard: Heard, frame: Frame) -> Any:
    if frame.asked != "pin" or heard.first("code", "email"):
        return None
    code = find_one_time_code(heard.text)
    if code:
        return code.digits
    digits = sum(char.isdigit() for char in heard.text)
    return Refused(Say("utter_pin_malformed")) if digits >= _FEWEST_DIGITS else None


def _read_code(heard: Heard, frame: Frame) -> Any:
    own = frame.notes.get("own")
    if not own or frame.asked != "code":
        return read_code(heard, frame)
    said = heard.first("code")
    if said:
        return said.value
    place = heard.first("ordinal")
    if place:
        at = len(own) if place.value == LAST else place.value
        return own[at - 1]["code"] if at <= len(own) else None
    fitting = [each["code"] for each in own if _fits(each, heard)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(own: dict[str, Any], heard: Heard) -> bool:
    """Whether one of the own appointments agrees with all that is said."""
    start = datetime.fromisoformat(own["start"])
    times = heard.times()
    places = {value.details.get("office") for value in heard.all("district", "office")}
    services = {value.value for value in heard.all("service")}
    if not (times or places or services):
        return False
    on_time = all(interval.start <= start <= interval.end for interval, _ in times)
    same_place = not places or own["office"] in places
    return on_time and same_place and services <= {each["key"] for each in own["services"]}


async def _nothing_lost(_: Heard, frame: Frame) -> Settled:
    return Settled(frame.with_values(lost=False))


async def _no_answer(_: Heard, frame: Frame) -> Settled:
    """That something is missing answers no question, so a plain no still ends the task."""
    return Settled(frame.answered_by_itself("lost"))


async def _ask_contact(_: Heard, frame: Frame) -> Asked | Settled:
    if not frame.values["lost"]:
        return Settled(frame.with_values(contact={}))
    return Asked(frame, (Say("utter_ask_own_contact"),))


async def _ask_pin(_: Heard, frame: Frame) -> Asked | Settled:
    contact = frame.values["contact"]
    if not frame.values["lost"]:
        return Settled(frame.with_values(pin=""))
    return Asked(frame, (Say("utter_ask_pin", {"contact": contact.get("email", "")}),))


def _not_sent(frame: Frame, error: NotSent) -> Settled | Finished:
    if error.reason == "off":
        return Finished((Say("utter_codes_cannot_be_sent"),))
    if error.reason == "too_many":
        return Finished((Say("utter_too_many_codes", {"minutes": error.minutes}),))
    said = "utter_contact_unreachable" if error.reason == "unreachable" else "utter_contact_invalid"
    return Settled(frame.without("contact"), (Say(said),))


def _not_proved(frame: Frame, error: NotProved) -> Settled:
    if error.reason == "over":
        return Settled(frame.without("contact", "pin"), (Say("utter_pin_over"),))
    if error.reason == "malformed":
        return Settled(frame.without("pin"), (Say("utter_pin_malformed"),))
    return Settled(frame.without("pin"), (Say("utter_pin_wrong", {"left": error.left}),))
