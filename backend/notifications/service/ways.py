"""The ways a notice can go: written by its service's composer, handed to a port."""

from collections.abc import Mapping
from dataclasses import dataclass

from backend.kit.clock import Clock
from backend.notifications.domain import Notice
from backend.notifications.letter import Letter
from backend.notifications.mail.message import Writing
from backend.notifications.service.ports import (
    ChatDelivery,
    ChatMessage,
    Composer,
    Mailer,
    Permanent,
)


@dataclass(frozen=True)
class Composers:
    """The composer of each service, by the first part of a notice's kind."""

    by_service: Mapping[str, Composer]

    def letter(self, notice: Notice) -> Letter:
        """See Composer. Raises Permanent for a kind that nobody writes."""
        composer = self.by_service.get(notice.kind.partition(".")[0])
        if composer is None:
            raise Permanent("unknown_kind")
        return composer.letter(notice)


@dataclass(frozen=True)
class ByMail:
    """Sends a notice as an e-mail."""

    composers: Composers
    writing: Writing
    mailer: Mailer
    clock: Clock

    def __call__(self, notice: Notice) -> None:
        """Raises Temporary, Permanent."""
        letter = self.composers.letter(notice)
        message = self.writing.message(notice, letter, self.clock.now())
        self.mailer.send(message, message["To"].addresses[0].addr_spec)


@dataclass(frozen=True)
class ByChat:
    """Puts a notice into the conversation it belongs to."""

    composers: Composers
    delivery: ChatDelivery

    def __call__(self, notice: Notice) -> None:
        """Raises Temporary, Permanent."""
        letter = self.composers.letter(notice)
        self.delivery.deliver(
            ChatMessage(
                id=f"notice-{notice.uid}",
                conversation_id=notice.recipient,
                language=notice.language,
                text=letter.short,
                choices=letter.choices,
            )
        )
