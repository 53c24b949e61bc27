"""The connectors in memory, as the backend's handover uses them."""

from collections.abc import Sequence

from backend.conversations.domain import Message
from backend.conversations.handover.ports import Change, NotReached, Place, Unreachable


class FakeTelling:
    """Keeps what it is told; ``failing`` lets so many deliveries fail first.

    Texts in ``refused`` are never taken.
    """

    def __init__(self) -> None:
        self.delivered: list[tuple[str, int, str]] = []
        self.changes: list[Change] = []
        self.places: list[Place] = []
        self.failing = 0
        self.unreachable = False
        self.refused: set[str] = set()
        self.reached = True

    def deliver(self, conversation_id: str, message: Message) -> bool:
        """See ports.Telling."""
        if self.unreachable or message.text in self.refused:
            raise Unreachable
        if self.failing:
            self.failing -= 1
            raise NotReached("switched off by the test")
        self.delivered.append((conversation_id, message.seq, message.text))
        return self.reached

    def tell(self, changes: Sequence[Change], places: Sequence[Place]) -> None:
        """See ports.Telling."""
        self.changes += changes
        self.places += places

    def kinds(self, conversation_id: str) -> list[str]:
        """What kinds of changes there were in a conversation, in order."""
        return [each.kind for each in self.changes if each.conversation_id == conversation_id]
