"""Ask a colleague to take over: offered, then accepted, declined or withdrawn."""

from dataclasses import dataclass

from backend.conversations.domain import Conversation, State
from backend.conversations.handover.domain.handover import Handover
from backend.conversations.handover.domain.states import Step
from backend.conversations.handover.errors import NoTransfer, UnknownDepartment, WrongState
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.moving import Moving
from backend.conversations.handover.service.saying import Saying
from backend.conversations.handover.service.working import Working, doer
from backend.kit.actor import Actor

_OFFER = ("offered_to", "offered_to_name", "offered_by", "offered_note")


@dataclass(frozen=True)
class Transferring:
    """Until it is accepted the conversation stays with who has it. Steps of `actor`."""

    desk: Desk
    actor: Actor

    def to_department(self, conversation_id: str, department: str, note: str | None) -> None:
        """Into the queue of a department. Raises UnknownDepartment, NotYours, WrongState."""
        if self.desk.policy.departments.get(department) is None:
            raise UnknownDepartment
        Working(self.desk, self.actor).release(conversation_id, note, department)

    def offer(self, conversation_id: str, to: tuple[str, str], note: str | None) -> None:
        """Ask a colleague (id and name). Raises NotYours, WrongState."""
        _, handover = self._with_staff(conversation_id)
        Working(self.desk, self.actor).own(handover)
        values = (to[0], to[1], self.actor.id, note)
        self._set(handover, dict(zip(_OFFER, values, strict=True)), "offered")

    def accept(self, conversation_id: str) -> None:
        """Take over what was offered to the actor. Raises NoTransfer, TooManyChats."""
        conversation, handover = self._with_staff(conversation_id)
        self._mine(handover)
        working = Working(self.desk, self.actor)
        working.check_limit(self.actor.id)
        values = dict.fromkeys(_OFFER) | {
            "staff_id": self.actor.id,
            "staff_name": self.actor.name,
            "staff_warned_at": None,
            "person_warned_at": None,
        }
        values |= {"staff_at": None, "person_at": self.desk.clock.now()}
        moved, after = Moving(self.desk).move(
            conversation, handover, Step.ASSIGN, doer(self.actor), "transfer", **values
        )
        Saying(self.desk).news(moved, after, "taken_over", staff=self.actor.name)

    def decline(self, conversation_id: str) -> None:
        """Not the actor; it stays where it is. Raises NoTransfer."""
        _, handover = self._with_staff(conversation_id)
        self._mine(handover)
        self._set(handover, dict.fromkeys(_OFFER), "declined")

    def withdraw(self, conversation_id: str) -> None:
        """Ask no longer. Raises NoTransfer, NotYours."""
        _, handover = self._with_staff(conversation_id)
        if handover.offered_to is None:
            raise NoTransfer
        Working(self.desk, self.actor).own(handover)
        self._set(handover, dict.fromkeys(_OFFER), "withdrawn")

    def _mine(self, handover: Handover) -> None:
        if handover.offered_to != self.actor.id:
            raise NoTransfer

    def _set(self, handover: Handover, values: dict[str, str | None], what: str) -> None:
        self.desk.handovers.change(handover.id, **values)
        data = {"transfer": what, "staff": handover.staff_id}
        to = values["offered_to"] or handover.offered_to
        self.desk.news.changed("state", handover.conversation_id, **data, to=to)

    def _with_staff(self, conversation_id: str) -> tuple[Conversation, Handover]:
        conversation = self.desk.locked(conversation_id)
        handover = self.desk.handovers.open_of(conversation_id)
        if handover is None or conversation.state is not State.STAFF:
            raise WrongState({"state": conversation.state.value})
        return conversation, handover
