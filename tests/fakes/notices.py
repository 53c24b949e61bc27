"""The ways of notices in memory."""

from collections import defaultdict
from email.message import EmailMessage

from backend.notifications.service.ports import ChatMessage


class FakeMailer:
    """Keeps what it takes; ``failures`` holds, by recipient, what to raise instead, in turn."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, EmailMessage]] = []
        self.failures: defaultdict[str, list[Exception]] = defaultdict(list)

    def send(self, message: EmailMessage, recipient: str) -> None:
        if waiting := self.failures[recipient]:
            raise waiting.pop(0)
        self.sent.append((recipient, message))

    def subjects(self, recipient: str | None = None) -> list[str]:
        return [str(m["Subject"]) for to, m in self.sent if recipient in (None, to)]


class FakeDelivery:
    """Conversations that keep each message once."""

    def __init__(self) -> None:
        self.messages: dict[str, ChatMessage] = {}
        self.failures: list[Exception] = []

    def deliver(self, message: ChatMessage) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.messages.setdefault(message.id, message)
