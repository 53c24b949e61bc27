"""What the tasks need of the identity service."""

from typing import Any, Protocol


class NotSent(Exception):
    """No code can be sent: ``reason`` is unreachable, off, too_many or invalid; ``minutes`` until
    one can be sent again.
    """

    def __init__(self, reason: str, minutes: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.minutes = minutes


class NotProved(Exception):
    """The code proves nothing: ``reason`` is wrong (``left`` more tries), malformed or over."""

    def __init__(self, reason: str, left: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.left = left


class Identity(Protocol):
    """A code is sent to a contact; who has it sees the contact's appointments."""

    async def ask(
        self,
        contact: str,
        conversation_id: str,
        language: str,
        key: str,
        origin: str | None = None,
    ) -> str:
        """Have a code sent, if somebody is stored with ``contact``: nobody is told whether. The
        challenge's id; ``origin`` is counted, as contact and conversation are. Raises NotSent.
        """

    async def prove(self, challenge: str, code: str, conversation_id: str, key: str) -> str:
        """The proof for the right code. Raises NotProved."""

    async def appointments(self, proof: str, conversation_id: str) -> list[dict[str, Any]]:
        """The coming appointments of the proved contact, the soonest first. Raises NotProved."""
