"""Who of staff is there."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.conversations.handover.domain.staff import Present, there
from backend.conversations.handover.service.desk import Desk
from backend.kit.actor import Actor


@dataclass(frozen=True)
class Presence:
    """Signs of life of consoles; each member of staff with how many chats they have."""

    desk: Desk

    def put(
        self, actor: Actor, status: str, limit: int, languages: Sequence[str]
    ) -> tuple[Present, int]:
        """Note a sign of life."""
        before = self.desk.presence.get(actor.id)
        present = Present(
            id=actor.id,
            name=actor.name,
            status=status,
            limit=limit,
            languages=tuple(languages),
            departments=actor.departments,
            seen_at=self.desk.clock.now(),
        )
        self.desk.presence.put(present)
        if before is None or before.status != status or not self._counts(before):
            self.desk.news.changed("presence", None, staff=actor.id, status=status)
        return present, self.desk.handovers.chats().get(actor.id, 0)

    def now(self) -> list[tuple[Present, int]]:
        """Everybody who is there."""
        counts = self.desk.policy.present
        chats = self.desk.handovers.chats()
        found = there(self.desk.presence.all(), self.desk.clock.now(), counts)
        return [(each, chats.get(each.id, 0)) for each in found]

    def _counts(self, present: Present) -> bool:
        return self.desk.clock.now() - present.seen_at <= self.desk.policy.present
