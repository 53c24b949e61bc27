"""The task that notes whom to call or write to, while nobody of staff is there."""

from actions.appointments.naming import read_name
from actions.appointments.reading import read_contact
from actions.handover.ports import CallbackWish, Handovers
from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Asked, Finished, Settled, Slot, Task, question
from actions.tasks.frames import Frame
from language.writing import write_moment

CALLBACK = "request_callback"
_NONE = "none"
_NAMELESS = ""
_TOPIC, _DEPARTMENT = "topic", "department"


def offer(topic: str, department: str | None) -> Frame:
    """The task, about what staff of a department was asked for."""
    return Frame(CALLBACK).with_notes(**{_TOPIC: topic or None, _DEPARTMENT: department})


class Callback:
    """Asks for the contact, then for a name; either may be left out."""

    def __init__(self, handovers: Handovers) -> None:
        self._handovers = handovers

    def task(self) -> Task:
        """``request_callback``; it is begun by nothing but a handover that cannot be."""
        return Task(
            CALLBACK,
            slots=(
                Slot(
                    "contact",
                    read_contact,
                    question("utter_ask_callback_contact"),
                    kinds=("email", "phone", "invalid_phone"),
                    default=lambda _, __: {_NONE: True},
                    field="contact",
                ),
                Slot(
                    "name",
                    read_name,
                    self._ask_name,
                    free_text=True,
                    default=lambda _, __: _NAMELESS,
                    field="name",
                ),
            ),
            finish=self._note,
            drop=self._drop,
            passing=True,
        )

    async def _ask_name(self, heard: Heard, frame: Frame) -> Asked | Settled:
        if frame.values["contact"].get(_NONE):
            return Settled(frame.with_values(name=_NAMELESS))
        return Asked(frame, (Say("utter_ask_callback_name"),))

    async def _note(self, heard: Heard, frame: Frame) -> Finished:
        contact = frame.values["contact"]
        if contact.get(_NONE):
            return Finished((Say("utter_callback_declined"),))
        opens = await self._handovers.call_back(
            heard.conversation_id,
            CallbackWish(
                {**contact, "name": frame.values["name"]},
                frame.notes.get(_TOPIC, ""),
                frame.notes.get(_DEPARTMENT),
            ),
            heard.language,
            f"{heard.conversation_id}:{heard.message_id}",
        )
        reached = contact.get("email") or contact.get("phone")
        if opens is None:
            return Finished((Say("utter_callback_noted", {"contact": reached}),))
        values = {"contact": reached, "opens": write_moment(opens, heard.language)}
        return Finished((Say("utter_callback_noted_opens", values),))

    async def _drop(self, heard: Heard, frame: Frame) -> Say:
        return Say("utter_callback_declined")
