"""What every part of the service works with, on one session."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from backend.conversations.domain import Conversation
from backend.conversations.errors import ConversationNotFound
from backend.conversations.handover.domain.departments import Departments
from backend.conversations.handover.domain.timing import Rules
from backend.conversations.handover.ports import Change, Place
from backend.conversations.handover.repository.belongings import BelongingsRepository
from backend.conversations.handover.repository.callbacks import CallbackRepository
from backend.conversations.handover.repository.deliveries import DeliveryRepository
from backend.conversations.handover.repository.handovers import HandoverRepository
from backend.conversations.handover.repository.listing import ListingRepository
from backend.conversations.handover.repository.presence import PresenceRepository
from backend.conversations.repository import ConversationRepository
from backend.kit.clock import Clock
from backend.kit.ids import Ids
from backend.kit.texts import Texts


@dataclass
class News:
    """What this transaction changes, told once it is committed."""

    changes: list[Change] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    deliveries: dict[str, None] = field(default_factory=dict)

    def changed(self, kind: str, conversation: str | None = None, **data: Any) -> None:
        """A page of staff may show it."""
        self.changes.append(Change(kind, conversation, data))


@dataclass(frozen=True)
class Policy:
    """What an operator decides: patience, how long a sign of life counts, departments."""

    rules: Rules
    present: timedelta
    departments: Departments


@dataclass(frozen=True)
class Desk:
    """Repositories, clock and rules of one transaction."""

    conversations: ConversationRepository
    handovers: HandoverRepository
    presence: PresenceRepository
    belongings: BelongingsRepository
    callbacks: CallbackRepository
    deliveries: DeliveryRepository
    listing: ListingRepository
    clock: Clock
    ids: Ids
    texts: Texts
    policy: Policy
    news: News

    def locked(self, conversation_id: str) -> Conversation:
        """A conversation that nobody else changes until the end. Raises ConversationNotFound."""
        return self._found(self.conversations.get(conversation_id, lock=True))

    def get(self, conversation_id: str) -> Conversation:
        """A conversation. Raises ConversationNotFound."""
        return self._found(self.conversations.get(conversation_id))

    def say(self, key: str, language: str | None, **values: Any) -> str:
        """A sentence for the person."""
        return self.texts.say(f"handover.said.{key}", _spoken(language), values)

    def department_name(self, key: str, language: str | None) -> str:
        """A department as the person reads it."""
        department = self.policy.departments.get(key)
        names: Mapping[str, str] = (
            dict(zip(("de", "en"), department.name, strict=True)) if department else {}
        )
        return names.get(_spoken(language), key)

    @staticmethod
    def spoken(conversation: Conversation) -> str:
        """The language the person reads."""
        return _spoken(conversation.language)

    @staticmethod
    def _found(conversation: Conversation | None) -> Conversation:
        if conversation is None:
            raise ConversationNotFound
        return conversation


def _spoken(language: str | None) -> str:
    return language if language in ("de", "en") else "de"
