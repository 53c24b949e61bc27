"""Erasing on request; runs inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.kit.clock import Clock
from backend.privacy.ports import Store


@dataclass(frozen=True)
class Privacy:
    """All stores together, or none of them."""

    stores: Sequence[Store]
    clock: Clock

    def erase_conversation(self, conversation_id: str) -> None:
        """Erase what is kept because of a conversation. Appointments stay, without a link to it."""
        now = self.clock.now()
        for store in self.stores:
            store.forget(conversation_id, now)
