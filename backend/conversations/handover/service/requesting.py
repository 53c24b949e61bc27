"""The person's side: ask for staff, be heard, leave."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from backend.conversations.domain import Conversation, Received, State
from backend.conversations.handover.domain.departments import Department
from backend.conversations.handover.domain.handover import By, Doer, Handover, Reason
from backend.conversations.handover.domain.states import Step, is_open
from backend.conversations.handover.errors import UnknownDepartment
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.moving import Moving
from backend.conversations.handover.service.saying import Saying
from backend.conversations.handover.service.standing import Standing, Standings

PERSON = Doer(By.PERSON)


@dataclass(frozen=True)
class Wanted:
    """A request for staff; `department` None leaves it to the topics of the evidence."""

    reason: Reason
    language: str
    department: str | None
    evidence: Mapping[str, Any]


@dataclass(frozen=True)
class Answered:
    """What becomes of a request to a department; `why` it cannot be now, and when it can."""

    standing: Standing
    department: str | None = None
    why: str | None = None
    opens_at: datetime | None = None


@dataclass(frozen=True)
class Requesting:
    """What the person, or the bot for them, can do."""

    desk: Desk

    def request(self, conversation_id: str, wanted: Wanted, key: str | None) -> Answered:
        """Put somebody into the queue, if there is somebody to wait for.

        Who waits already, or is with staff, stays where they are; a repeat of the key changes
        nothing. Raises ConversationNotFound, UnknownDepartment.
        """
        conversation = self.desk.locked(conversation_id)
        handover = self.desk.handovers.open_of(conversation_id)
        standings = Standings(self.desk)
        if is_open(conversation.state):
            asked = handover.department if handover else None
            return Answered(standings.of(conversation, handover), asked)
        known = self.desk.handovers.by_key(conversation_id, key) if key else None
        if known:
            return Answered(standings.of(conversation, None), known.department)
        department = self._department(wanted)
        why = self._why_not(department)
        if why:
            local = self.desk.clock.local()
            opens_at = self.desk.policy.departments.opens_at(department, local)
            return Answered(Standing(conversation.state), department.key, why, opens_at)
        if conversation.state is State.CLOSED:
            conversation, _ = Moving(self.desk).move(conversation, None, Step.RETURN, PERSON)
        handover = self._new(conversation, wanted, department, key)
        self.desk.handovers.add(handover)
        doer = PERSON if wanted.reason is Reason.REQUEST else Doer(By.BOT)
        moved, handover_ = Moving(self.desk).move(
            conversation, handover, Step.REQUEST, doer, wanted.reason.value
        )
        return Answered(standings.of(moved, handover_), department.key)

    def heard(self, conversation_id: str, received: Received) -> State:
        """Note that the person wrote; the state the message is to be answered in."""
        conversation = self.desk.get(conversation_id)
        if not received.new:
            return conversation.state
        if conversation.state is State.CLOSED:
            conversation, _ = Moving(self.desk).move(conversation, None, Step.RETURN, PERSON)
        if is_open(conversation.state):
            handover = self.desk.handovers.open_of(conversation_id)
            if handover:
                self.desk.handovers.change(handover.id, person_at=self.desk.clock.now())
            self.desk.news.changed("message", conversation_id, seq=received.seq, role="person")
        return conversation.state

    def leave(self, conversation_id: str, language: str | None) -> Standing:
        """The person no longer waits or talks: the bot is there again. A repeat changes nothing.

        Raises ConversationNotFound.
        """
        conversation = self.desk.locked(conversation_id)
        handover = self.desk.handovers.open_of(conversation_id)
        if not is_open(conversation.state):
            return Standings(self.desk).of(conversation, handover)
        conversation = replace(conversation, language=language or conversation.language)
        moved, _ = Moving(self.desk).move(conversation, handover, Step.LEAVE, PERSON)
        Saying(self.desk).news(moved, handover, "left")
        return Standing(moved.state)

    def standing(self, conversation: Conversation) -> Standing:
        """Who has it now."""
        handover = self.desk.handovers.open_of(conversation.id)
        return Standings(self.desk).of(conversation, handover)

    def _department(self, wanted: Wanted) -> Department:
        departments = self.desk.policy.departments
        if wanted.department is None:
            return departments.for_topics(_topics(wanted.evidence))
        found = departments.get(wanted.department)
        if found is None:
            raise UnknownDepartment
        return found

    def _why_not(self, department: Department) -> str | None:
        standings = Standings(self.desk)
        if not standings.is_open(department):
            return "closed"
        return None if standings.there(department.key) else "nobody"

    def _new(
        self, conversation: Conversation, wanted: Wanted, department: Department, key: str | None
    ) -> Handover:
        now = self.desk.clock.now()
        return Handover(
            id=self.desk.ids.new(),
            conversation_id=conversation.id,
            key=key,
            reason=wanted.reason,
            department=department.key,
            language=wanted.language,
            channel=conversation.channel,
            evidence=wanted.evidence,
            requested_at=now,
            queued_at=now,
            person_at=now,
        )


def _topics(evidence: Mapping[str, Any]) -> list[str]:
    """What it is about: the open task, then the wishes understood."""
    task = evidence.get("task") or {}
    wishes = [each["intent"] for each in evidence.get("wishes") or ()]
    return [*filter(None, [task.get("task")]), *wishes]
