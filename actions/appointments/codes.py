"""The booking code in a turn, and what the backend knows of it."""

from datetime import datetime
from typing import Any, Protocol

from actions.appointments.ports import Appointment, Unknown
from actions.heard import Heard, Value
from actions.say import Say
from actions.tasks.declaration import Finished, Refused, Settled
from actions.tasks.frames import Frame
from language.text import words

_OTHER = frozenset(
    "anderer andere anderen anderes weiteren alter alte alten altes frueheren other another"
    " different old previous".split()
)


class Finds(Protocol):
    """What settling a code needs of the backend."""

    async def find(self, code: str) -> Appointment:
        """Raises Unknown."""


def read_code(heard: Heard, frame: Frame) -> Any:
    """A booking code, "K7MP-3WQX"."""
    said = heard.first("code") or _code_before(heard, frame)
    if said:
        return said.value
    if heard.first("no_code"):
        return None
    if frame.asked == "code" and any(char.isdigit() for char in heard.text):
        return Refused(Say("utter_code_unreadable"))
    return None


def _code_before(heard: Heard, frame: Frame) -> Value | None:
    """The appointment just spoken of, unless another one is meant."""
    is_other = any(word.form in _OTHER for word in words(heard.text))
    if frame.asked or frame.values or is_other or heard.first("no_code"):
        return None
    return next((value for value in heard.before if value.kind == "code"), None)


async def settle_code(service: Finds, heard: Heard, frame: Frame) -> Settled:
    """A code nobody knows is asked for again."""
    try:
        await service.find(frame.values["code"])
    except Unknown:
        if heard.first("code") is None:
            return Settled(frame.without("code"))
        said = Say("utter_code_unknown", {"code": frame.values["code"]})
        return Settled(frame.without("code"), (said,))
    return Settled(frame)


async def settle_open(service: Finds, heard: Heard, frame: Frame, past: str) -> Settled | Finished:
    """Only an appointment still to come can be changed; ``past`` is said of another one."""
    settled = await settle_code(service, heard, frame)
    if "code" not in settled.frame.values:
        return settled
    appointment = await service.find(frame.values["code"])
    refusal = _not_open(appointment, heard.at, past)
    if refusal and heard.first("code") is None:
        return Settled(frame.without("code"))  # Another one is meant than was spoken of.
    return Finished((refusal,)) if refusal else settled


def _not_open(appointment: Appointment, at: datetime, past: str) -> Say | None:
    if appointment["status"] == "cancelled":
        return Say("utter_already_cancelled", {"code": appointment["code"]})
    if datetime.fromisoformat(appointment["start"]) < at:
        return Say(past, {"code": appointment["code"]})
    return None
