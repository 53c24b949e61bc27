"""What staff do with a conversation: take, assign, give back, close."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.conversations.domain import Conversation, State
from backend.conversations.handover.domain.handover import By, Doer, Handover
from backend.conversations.handover.domain.states import Step
from backend.conversations.handover.errors import NotYours, Taken, TooManyChats, WrongState
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.moving import Moving
from backend.conversations.handover.service.saying import Saying
from backend.kit.actor import AGENT, Actor

_DEFAULT_LIMIT = 4
TO_NOBODY: Mapping[str, None] = dict.fromkeys(
    (
        "staff_id",
        "staff_name",
        "taken_at",
        "staff_at",
        "staff_warned_at",
        "person_warned_at",
        "offered_to",
        "offered_to_name",
        "offered_by",
        "offered_note",
    )
)


def doer(actor: Actor) -> Doer:
    """A member of staff as the trace of steps names them."""
    return Doer(By.STAFF, actor.id, actor.name)


@dataclass(frozen=True)
class Working:
    """Steps of `actor`. All raise ConversationNotFound, WrongState."""

    desk: Desk
    actor: Actor

    def take(self, conversation_id: str) -> None:
        """Take somebody out of the queue; again by the same person is fine.

        Raises Taken when a colleague has it, TooManyChats at the limit.
        """
        conversation, handover = self._open(conversation_id)
        if conversation.state is State.STAFF:
            if handover.staff_id == self.actor.id:
                return
            raise Taken({"staff": handover.staff_name})
        self._give(conversation, handover, Step.TAKE, (self.actor.id, self.actor.name))

    def assign(self, conversation_id: str, staff_id: str, staff_name: str) -> None:
        """Give it to somebody; agents only to themselves, and only what they have or what waits.

        Raises NotYours, TooManyChats.
        """
        if staff_id == self.actor.id:
            staff_name = self.actor.name
        elif self.actor.role == AGENT:
            raise NotYours
        conversation, handover = self._open(conversation_id)
        if conversation.state is State.STAFF:
            self.own(handover)
            if handover.staff_id == staff_id:
                return
        self._give(conversation, handover, Step.ASSIGN, (staff_id, staff_name))

    def release(self, conversation_id: str, note: str | None, department: str | None) -> None:
        """Back to the queue at its old place; to that of another department when one is named.

        Raises NotYours.
        """
        conversation, handover = self._open(conversation_id)
        if conversation.state is State.STAFF or department is None:
            self.own(handover)
        values: dict[str, Any] = dict(TO_NOBODY)
        if department and department != handover.department:
            values["department"] = department
        moved, after = Moving(self.desk).move(
            conversation, handover, Step.RELEASE, doer(self.actor), note and "note", **values
        )
        if "department" in values:
            name = self.desk.department_name(department or "", conversation.language)
            Saying(self.desk).news(moved, after, "to_department", ("leave",), department=name)
        else:
            Saying(self.desk).news(moved, after, "back_in_queue", ("leave",))

    def give_back(self, conversation_id: str, note: str | None) -> None:
        """To the bot, which still knows what it knew; the person reads the note.

        Raises NotYours unless it still waits.
        """
        conversation, handover = self._open(conversation_id)
        if conversation.state is State.STAFF:
            self.own(handover)
        moved, after = Moving(self.desk).move(conversation, handover, Step.BACK, doer(self.actor))
        key = "back_to_bot_with_note" if note else "back_to_bot"
        Saying(self.desk).news(moved, after, key, staff=self.actor.name, note=note or "")

    def close(self, conversation_id: str, reason: str) -> None:
        """The end. Raises NotYours unless it still waits."""
        conversation, handover = self._open(conversation_id)
        if conversation.state is State.STAFF:
            self.own(handover)
        moved, after = Moving(self.desk).move(
            conversation, handover, Step.CLOSE, doer(self.actor), reason
        )
        Saying(self.desk).news(moved, after, "closed", staff=self.actor.name)

    def own(self, handover: Handover) -> None:
        """Raises NotYours unless the actor has it, or is more than an agent."""
        if handover.staff_id != self.actor.id and self.actor.role == AGENT:
            raise NotYours

    def _give(
        self, conversation: Conversation, handover: Handover, step: Step, staff: tuple[str, str]
    ) -> None:
        self.check_limit(staff[0])
        now = self.desk.clock.now()
        values: dict[str, Any] = dict(TO_NOBODY)
        values |= {"staff_id": staff[0], "staff_name": staff[1], "taken_at": now}
        moved, after = Moving(self.desk).move(
            conversation, handover, step, doer(self.actor), **values
        )
        Saying(self.desk).news(moved, after, "taken", staff=staff[1])

    def check_limit(self, staff: str) -> None:
        """Raises TooManyChats when somebody has as many as they take."""
        known = self.desk.presence.get(staff)
        limit = known.limit if known else _DEFAULT_LIMIT
        if len(self.desk.handovers.held_by(staff)) >= limit:
            raise TooManyChats({"limit": limit})

    def _open(self, conversation_id: str) -> tuple[Conversation, Handover]:
        conversation = self.desk.locked(conversation_id)
        handover = self.desk.handovers.open_of(conversation_id)
        if handover is None:
            raise WrongState({"state": conversation.state.value})
        return conversation, handover
