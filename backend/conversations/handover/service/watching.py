"""What time does: warns, gives back, ends. Called by a job, one handover at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from backend.conversations.domain import Conversation, State
from backend.conversations.handover.domain.handover import By, Doer, Handover
from backend.conversations.handover.domain.staff import Present, last_seen
from backend.conversations.handover.domain.states import Step
from backend.conversations.handover.domain.timing import Due, There, due
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.moving import Moving
from backend.conversations.handover.service.saying import Saying
from backend.conversations.handover.service.standing import Standings
from backend.conversations.handover.service.working import TO_NOBODY
from language.writing import write_moment

_CLOCK = Doer(By.CLOCK)
_MINUTE = 60


@dataclass(frozen=True)
class Watching:
    """Applies the rules of patience."""

    desk: Desk

    def due(self) -> list[str]:
        """Conversations for which something has to be done now."""
        staff = self.desk.presence.all()
        found = ((each, self._due(each, staff)) for each in self.desk.handovers.all_open())
        return [handover.conversation_id for handover, what in found if what]

    def attend(self, conversation_id: str) -> Due | None:
        """Do it, if it still has to be done; what was done."""
        conversation = self.desk.locked(conversation_id)
        handover = self.desk.handovers.open_of(conversation_id)
        if handover is None or conversation.state not in (State.WAITING, State.STAFF):
            return None
        what = self._due(handover, self.desk.presence.all())
        if what:
            self._ways()[what](conversation, handover)
        return what

    def _ways(self) -> Mapping[Due, Callable[[Conversation, Handover], None]]:
        return {
            Due.WARN_STAFF: self._warn_staff,
            Due.STAFF_SILENT: lambda c, h: self._to_queue(c, h, "silent"),
            Due.STAFF_GONE: lambda c, h: self._to_queue(c, h, "gone"),
            Due.WARN_PERSON: self._warn_person,
            Due.PERSON_GONE: self._end,
            Due.CLOSED: lambda c, h: self._nobody(c, h, "closed"),
            Due.NOBODY: lambda c, h: self._nobody(c, h, "nobody"),
        }

    def _due(self, handover: Handover, staff: Sequence[Present]) -> Due | None:
        department = self.desk.policy.departments.get(handover.department)
        standings = Standings(self.desk)
        seen = next((each.seen_at for each in staff if each.id == handover.staff_id), None)
        around = There(
            within_hours=department is not None and standings.is_open(department),
            anybody_at=last_seen(staff, handover.department),
            staff_seen_at=seen,
        )
        return due(handover, around, self.desk.clock.now(), self.desk.policy.rules)

    def _warn_staff(self, conversation: Conversation, handover: Handover) -> None:
        self.desk.handovers.change(handover.id, staff_warned_at=self.desk.clock.now())
        self.desk.news.changed("state", conversation.id, warned=True, staff=handover.staff_id)

    def _to_queue(self, conversation: Conversation, handover: Handover, reason: str) -> None:
        moved, after = Moving(self.desk).move(
            conversation, handover, Step.SILENT, _CLOCK, reason, **TO_NOBODY
        )
        Saying(self.desk).news(moved, after, "back_in_queue", ("leave",))

    def _warn_person(self, conversation: Conversation, handover: Handover) -> None:
        self.desk.handovers.change(handover.id, person_warned_at=self.desk.clock.now())
        minutes = ceil(self.desk.policy.rules.person_gone.total_seconds() / _MINUTE)
        Saying(self.desk).news(conversation, handover, "still_there", minutes=minutes)

    def _end(self, conversation: Conversation, handover: Handover) -> None:
        moved, after = Moving(self.desk).move(conversation, handover, Step.GONE, _CLOCK)
        Saying(self.desk).news(moved, after, "ended")

    def _nobody(self, conversation: Conversation, handover: Handover, reason: str) -> None:
        moved, after = Moving(self.desk).move(conversation, handover, Step.CLOSING, _CLOCK, reason)
        if reason == "nobody":
            Saying(self.desk).news(moved, after, "team_gone", ("callback",))
            return
        opens = self._opens(handover.department)
        key = "team_closed" if opens else "team_closed_for_long"
        said = write_moment(opens, self.desk.spoken(conversation)) if opens else ""
        Saying(self.desk).news(moved, after, key, ("callback",), opens=said)

    def _opens(self, department: str) -> datetime | None:
        departments = self.desk.policy.departments
        found = departments.get(department)
        return departments.opens_at(found, self.desk.clock.local()) if found else None
