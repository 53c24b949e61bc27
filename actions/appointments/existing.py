"""The tasks ``check_appointment`` and ``cancel_appointment``."""

from typing import Any

from actions.appointments import wording
from actions.appointments.codes import settle_code, settle_open
from actions.appointments.knowing import Knowing, Service
from actions.appointments.ports import Appointment, Past
from actions.heard import Heard
from actions.identity.ports import Identity
from actions.say import Say
from actions.tasks.declaration import Finished, Settled, Task
from actions.tasks.frames import Frame
from language.assent import assent
from language.text import words

_OWN_WORDS = frozenset(
    "absagen stornieren loeschen streichen cancel delete it this den termin bitte please".split()
)


def _gives_code(heard: Heard) -> bool:
    """A code alone wants to know what stands behind it; so does who has lost it."""
    is_about_list = heard.first("waiting") is not None
    gives = heard.first("code", "no_code") is not None
    return heard.intent == "inform" and gives and not is_about_list


def _stops_it(heard: Heard) -> bool:
    """Reads "cancel it" after an appointment was shown; "lass mal" to an offer is none."""
    is_known = any(value.kind == "code" for value in heard.before)
    return heard.intent == "stop" and is_known and heard.answer_to_offer is None


def _wants_it_cancelled(heard: Heard) -> bool:
    """A yes with the task's own word beside it: "ja, absagen", "yes, cancel it"."""
    forms = [word.form for word in words(heard.text)]
    rest = [form for form in forms if form not in _OWN_WORDS]
    return len(rest) < len(forms) and assent(" ".join(rest)) is True


class ExistingAppointment:
    """Looks up and cancels against ``service``."""

    def __init__(self, service: Service, identity: Identity) -> None:
        self._service = service
        self._knowing = Knowing(service, identity)

    def check(self) -> Task:
        """When and where is my appointment?"""
        return Task(
            "check_appointment",
            self._knowing.slots(self._settle_known),
            finish=self._tell,
            begun_by=_gives_code,
        )

    def cancel(self) -> Task:
        """I do not need my appointment any more."""
        return Task(
            "cancel_appointment",
            self._knowing.slots(self._settle_open),
            restate=self._restate_cancel,
            finish=self._cancel,
            change=lambda _, __: Say("utter_cancel_kept"),
            drop=self._keep,
            ends_on_no=True,
            agrees=_wants_it_cancelled,
            begun_by=_stops_it,
        )

    async def _settle_known(self, heard: Heard, frame: Frame) -> Settled | Finished:
        return await settle_code(self._service, heard, frame)

    async def _settle_open(self, heard: Heard, frame: Frame) -> Settled | Finished:
        return await settle_open(self._service, heard, frame, "utter_appointment_past")

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
