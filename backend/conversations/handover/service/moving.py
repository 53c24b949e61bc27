"""Moves a conversation from hand to hand and leaves a trace of it."""

from dataclasses import dataclass, replace
from typing import Any

from backend.conversations.domain import Conversation, State
from backend.conversations.handover.domain.handover import Doer, Handover, Transition
from backend.conversations.handover.domain.states import IllegalStep, Step, after, is_open
from backend.conversations.handover.errors import WrongState
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.standing import Standings


@dataclass(frozen=True)
class Moving:
    """The one place that changes a conversation's state."""

    desk: Desk

    def move(
        self,
        conversation: Conversation,
        handover: Handover | None,
        step: Step,
        doer: Doer,
        reason: str | None = None,
        **values: Any,
    ) -> tuple[Conversation, Handover | None]:
        """Both as they stand after the step; `values` are set on the handover.

        The conversation must be locked. Raises WrongState.
        """
        try:
            state = after(conversation.state, step)
        except IllegalStep:
            raise WrongState({"state": conversation.state.value}) from None
        now = self.desk.clock.now()
        if handover and not is_open(state):
            values |= {"ended_at": now, "outcome": step.value, **_no_offer()}
        if handover and values:
            self.desk.handovers.change(handover.id, **values)
            handover = replace(handover, **values)
        self.desk.conversations.change(conversation.id, state=state)
        self._note(conversation, handover, step, doer, reason, state)
        moved = replace(conversation, state=state)
        self._tell(moved, handover, doer)
        return moved, handover

    def _note(
        self,
        conversation: Conversation,
        handover: Handover | None,
        step: Step,
        doer: Doer,
        reason: str | None,
        state: State,
    ) -> None:
        self.desk.handovers.add_transition(
            Transition(
                conversation_id=conversation.id,
                handover_id=handover.id if handover else None,
                before=conversation.state,
                after=state,
                step=step,
                reason=reason,
                by=doer.by,
                staff_id=doer.id,
                staff_name=doer.name,
                department=handover.department if handover else None,
                at=self.desk.clock.now(),
            )
        )

    def _tell(self, moved: Conversation, handover: Handover | None, doer: Doer) -> None:
        staff = handover.staff_id if handover else None
        department = handover.department if handover else None
        self.desk.news.changed(
            "state",
            moved.id,
            state=moved.state.value,
            staff=staff,
            department=department,
            by=doer.by.value,
        )
        if department:
            Standings(self.desk).tell_queue(department)


def _no_offer() -> dict[str, None]:
    return dict.fromkeys(("offered_to", "offered_to_name", "offered_by", "offered_note"))
