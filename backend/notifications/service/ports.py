"""What sending needs of the world."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol

from backend.notifications.domain import Notice
from backend.notifications.letter import Choice, Letter


class Temporary(Exception):
    """It may work later. `reason` is a stable word for operators, without personal data.

    `down` means that nobody can be reached by this way for now.
    """

    def __init__(self, reason: str, *, down: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.down = down


class Permanent(Exception):
    """Will never arrive. `reason` as in `Temporary`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Mailer(Protocol):
    """Hands messages to a mail server."""

    def send(self, message: EmailMessage, recipient: str) -> None:
        """Return once the server has taken the message. Raises Temporary, Permanent."""
        ...


@dataclass(frozen=True)
class ChatMessage:
    """A message into a conversation; a repeat of its `id` is stored once."""

    id: str
    conversation_id: str
    language: str
    text: str
    choices: Sequence[Choice]


class ChatDelivery(Protocol):
    """Brings messages into conversations."""

    def deliver(self, message: ChatMessage) -> None:
        """Return once the message stands in the conversation. Raises Temporary, Permanent."""
        ...


class Composer(Protocol):
    """Writes the notices of one service."""

    def letter(self, notice: Notice) -> Letter:
        """The content for a notice's kind, facts, language and way. Raises Permanent."""
        ...
