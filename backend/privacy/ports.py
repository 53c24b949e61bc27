"""What privacy needs from the services; it knows none of them."""

from datetime import datetime
from typing import Protocol


class Store(Protocol):
    """Keeps something because of a conversation."""

    def forget(self, conversation_id: str, now: datetime) -> None:
        """Erase it, in the caller's transaction; a repeat changes nothing."""
        ...
