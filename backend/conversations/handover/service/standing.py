"""Who has a conversation now, and how long somebody who waits will wait."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from backend.conversations.domain import Conversation, State
from backend.conversations.handover.domain.departments import Department
from backend.conversations.handover.domain.estimate import wait_minutes
from backend.conversations.handover.domain.handover import Handover
from backend.conversations.handover.domain.staff import Present, there
from backend.conversations.handover.ports import Place
from backend.conversations.handover.service.desk import Desk

_LOOKED_BACK = timedelta(days=30)
_LATEST = 20


@dataclass(frozen=True)
class Standing:
    """`position` from 1 and `wait_minutes` while waiting, `staff` while with staff."""

    state: str
    position: int | None = None
    wait_minutes: int | None = None
    staff: str | None = None

    def as_json(self) -> dict[str, Any]:
        """As the record and channels have it."""
        return asdict(self)


@dataclass(frozen=True)
class Standings:
    """Works out who stands where."""

    desk: Desk

    def of(self, conversation: Conversation, handover: Handover | None) -> Standing:
        """Of one conversation; `handover` the open one."""
        if conversation.state is State.WAITING and handover:
            position = self.desk.handovers.position(handover)
            return self._waiting(position, handover.department)
        if conversation.state is State.STAFF and handover:
            return Standing(State.STAFF, staff=handover.staff_name)
        return Standing(conversation.state)

    def there(self, department: str) -> list[Present]:
        """Who is there for a department."""
        counts = self.desk.policy.present
        everybody = there(self.desk.presence.all(), self.desk.clock.now(), counts)
        return [each for each in everybody if each.serves(department)]

    def is_open(self, department: Department) -> bool:
        """Whether the department is within its hours."""
        return self.desk.policy.departments.is_open(department, self.desk.clock.local())

    def queue(self, department: str) -> dict[str, Standing]:
        """Where everybody stands who waits for a department, by conversation."""
        waiting = self.desk.handovers.queue(department)
        estimate = self._estimator(department) if waiting else None
        return {
            each.conversation_id: Standing(State.WAITING, place, estimate and estimate(place))
            for place, each in enumerate(waiting, start=1)
        }

    def tell_queue(self, department: str) -> None:
        """Let everybody who waits know their place."""
        standings = self.queue(department)
        for each in self.desk.handovers.queue(department):
            standing = standings[each.conversation_id].as_json()
            self.desk.news.places.append(Place(each.conversation_id, each.language, standing))

    def _waiting(self, position: int, department: str) -> Standing:
        return Standing(State.WAITING, position, self._estimator(department)(position))

    def _estimator(self, department: str) -> Callable[[int], int | None]:
        since = self.desk.clock.now() - _LOOKED_BACK
        recent = self.desk.handovers.recent(department, since, _LATEST)
        waits = [seconds(each.taken_at, each.requested_at) for each in recent]
        handlings = [seconds(each.ended_at, each.taken_at) for each in recent]
        staff = len(self.there(department))
        return lambda position: wait_minutes(position, waits, handlings, staff)


def seconds(later: Any, earlier: Any) -> float:
    """The time between two moments."""
    passed: timedelta = later - earlier
    return passed.total_seconds()
