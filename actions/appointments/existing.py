"""The tasks ``check_appointment`` and ``cancel_appointment``, by booking code."""

from datetime import datetime
from typing import Any, Protocol

from actions.appointments import wording
from actions.appointments.ports import Appointment, Appointments, Catalogue, Past, Unknown
from actions.heard import Heard, Value
from actions.say import Say
from actions.tasks.declaration import Finished, Refused, Settled, Slot, Task, question
from actions.tasks.frames import Frame
from language.assent import assent
from language.text import words

_CODE = ("code",)
_OTHER = frozenset(
    "anderer andere anderen anderes weiteren alter alte alten altes frueheren other another"
    " different old previous".split()
)
_OWN_WORDS = frozenset(
    "absagen stornieren loeschen streichen cancel delete it this den termin bitte please".split()
)


class Service(Catalogue, Appointments, Protocol):
    """What these tasks need of the backend."""


def read_code(heard: Heard, frame: Frame) -> Any:
    """A booking code, "K7MP-3WQX"."""
    said = heard.first("code") or _code_before(heard, frame)
    if said:
        return said.value
    if frame.asked == "code" and any(char.isdigit() for char in heard.text):
        return Refused(Say("utter_code_unreadable"))
    return None


def _code_before(heard: Heard, frame: Frame) -> Value | None:
    """The appointment just spoken of, unless another one is meant."""
    is_other = any(word.form in _OTHER for word in words(heard.text))
    if frame.asked or frame.values or is_other:
        return None
    return next((value for value in heard.before if value.kind == "code"), None)


def _gives_code(heard: Heard) -> bool:
    """A code alone wants to know what stands behind it."""
    return heard.intent == "inform" and heard.first("code") is not None


def _stops_it(heard: Heard) -> bool:
    """Reads "cancel it" after an appointment was shown."""
    return heard.intent == "stop" and any(value.kind == "code" for value in heard.before)


def _wants_it_cancelled(heard: Heard) -> bool:
    """A yes with the task's own word beside it: "ja, absagen", "yes, cancel it"."""
    forms = [word.form for word in words(heard.text)]
    rest = [form for form in forms if form not in _OWN_WORDS]
    return len(rest) < len(forms) and assent(" ".join(rest)) is True


class ExistingAppointment:
    """Looks up and cancels against ``service``."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def check(self) -> Task:
        """When and where is my appointment?"""
        code = Slot(
            "code",
            read_code,
            question("utter_ask_code"),
            settle=self._settle_code,
            kinds=_CODE,
            needed=Say("utter_code_needed"),
        )
        return Task("check_appointment", (code,), finish=self._tell, begun_by=_gives_code)

    def cancel(self) -> Task:
        """I do not need my appointment any more."""
        code = Slot(
            "code",
            read_code,
            question("utter_ask_code"),
            settle=self._settle_open,
            kinds=_CODE,
            needed=Say("utter_code_needed"),
        )
        return Task(
            "cancel_appointment",
            (code,),
            restate=self._restate_cancel,
            finish=self._cancel,
            change=lambda _, __: Say("utter_cancel_kept"),
            drop=self._keep,
            ends_on_no=True,
            agrees=_wants_it_cancelled,
            begun_by=_stops_it,
        )

    async def _settle_code(self, heard: Heard, frame: Frame) -> Settled:
        try:
            await self._service.find(frame.values["code"])
        except Unknown:
            if heard.first("code") is None:
                return Settled(frame.without("code"))
            said = Say("utter_code_unknown", {"code": frame.values["code"]})
            return Settled(frame.without("code"), (said,))
        return Settled(frame)

    async def _settle_open(self, heard: Heard, frame: Frame) -> Settled | Finished:
        """Only an appointment still to come can be cancelled."""
        settled = await self._settle_code(heard, frame)
        if "code" not in settled.frame.values:
            return settled
        appointment = await self._service.find(frame.values["code"])
        refusal = _not_open(appointment, heard.at)
        if refusal and heard.first("code") is None:
            return Settled(frame.without("code"))  # Another one is meant than was spoken of.
        return Finished((refusal,)) if refusal else settled

    async def _tell(self, heard: Heard, frame: Frame) -> Finished:
        appointment = await self._service.find(frame.values["code"])
        values = await self._values(appointment, heard)
        if appointment["status"] == "cancelled":
            return Finished((Say("utter_appointment_is_cancelled", values),))
        services, offices = await self._service.services(), await self._service.offices()
        card = wording.appointment_card(appointment, services, offices, heard.language)
        return Finished((Say("utter_appointment", values, card=card),))

    async def _restate_cancel(self, heard: Heard, frame: Frame) -> Say:
        appointment = await self._service.find(frame.values["code"])
        return Say("utter_ask_cancel", await self._values(appointment, heard))

    async def _cancel(self, heard: Heard, frame: Frame) -> Finished:
        try:
            appointment = await self._service.cancel(frame.values["code"])
        except Past:
            return Finished((Say("utter_appointment_past", {"code": frame.values["code"]}),))
        return Finished((Say("utter_cancelled", await self._values(appointment, heard)),))

    async def _keep(self, heard: Heard, frame: Frame) -> Say:
        return Say("utter_cancel_kept")

    async def _values(self, appointment: Appointment, heard: Heard) -> dict[str, Any]:
        services, offices = await self._service.services(), await self._service.offices()
        return wording.appointment_values(appointment, services, offices, heard.language)


def _not_open(appointment: Appointment, at: datetime) -> Say | None:
    if appointment["status"] == "cancelled":
        return Say("utter_already_cancelled", {"code": appointment["code"]})
    if datetime.fromisoformat(appointment["start"]) < at:
        return Say("utter_appointment_past", {"code": appointment["code"]})
    return None
