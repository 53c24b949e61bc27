"""What the conversations service does; runs inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.conversations.domain import (
    Answer,
    Conversation,
    Incoming,
    Message,
    Received,
    Reply,
    Role,
    State,
)
from backend.conversations.errors import (
    ConversationErased,
    ConversationNotFound,
    MessageNotFound,
)
from backend.conversations.gap_repository import GapRepository
from backend.conversations.gaps import gap_of
from backend.conversations.repository import ConversationRepository
from backend.kit.clock import Clock


@dataclass(frozen=True)
class Conversations:
    """Stores what is said, once and in order."""

    repository: ConversationRepository
    clock: Clock
    gaps: GapRepository

    def receive(self, conversation_id: str, incoming: Incoming) -> Received:
        """Store a person's message; a repeat of its id stores nothing.

        Raises ConversationErased.
        """
        now = self.clock.now()
        self.repository.add_if_missing(
            Conversation(
                conversation_id, State.BOT, incoming.language, incoming.channel, now, last_seq=0
            )
        )
        conversation = self._locked(conversation_id)
        if self.repository.is_erased(conversation_id):
            raise ConversationErased
        known = self.repository.by_message_id(conversation_id, incoming.message_id)
        if known is not None:
            stored = self._stored(conversation_id, known)
            told = tuple(self.repository.told_before(conversation_id, known.seq))
            return Received(known.seq, conversation.state, stored, new=False, told=told)
        message = Message(
            seq=conversation.last_seq + 1,
            role=Role.PERSON,
            message_id=incoming.message_id,
            text=incoming.text,
            payload=incoming.payload,
            buttons=(),
            card=None,
            language=incoming.language,
            channel=incoming.channel,
            at=now,
        )
        self.repository.add(conversation_id, [message])
        self.repository.change(
            conversation_id, last_seq=message.seq, channel=incoming.channel, last_at=now
        )
        told = tuple(self.repository.told_before(conversation_id, message.seq))
        return Received(message.seq, conversation.state, None, new=True, told=told)

    def answer(self, conversation_id: str, message_id: str, answer: Answer) -> Sequence[Message]:
        """Store the replies to a message and return what is stored; the first answer wins.

        Raises ConversationNotFound, MessageNotFound.
        """
        conversation = self._locked(conversation_id)
        asked = self.repository.by_message_id(conversation_id, message_id)
        if asked is None:
            raise MessageNotFound
        stored = self._stored(conversation_id, asked)
        if stored is not None:
            return stored
        now = self.clock.now()
        replies = [
            Message(
                seq=conversation.last_seq + number,
                role=Role.BOT,
                message_id=None,
                text=reply.text,
                payload=None,
                buttons=reply.buttons,
                card=reply.card,
                language=answer.language,
                channel=asked.channel,
                at=now,
                in_reply_to=asked.seq,
            )
            for number, reply in enumerate(answer.replies, start=1)
        ]
        self.repository.add(conversation_id, replies)
        # Without an intent it was not the engine that answered, and nothing to understand.
        gap = gap_of(asked.text, answer.language, answer.intent, answer.confidence, now)
        if gap and answer.intent and asked.payload is None:
            self.gaps.add(gap)
        self.repository.mark_answered(
            conversation_id, asked.seq, now, answer.intent, answer.confidence
        )
        self.repository.change(
            conversation_id,
            last_seq=conversation.last_seq + len(replies),
            language=answer.language,
            last_at=now,
        )
        return replies

    def add_notice(
        self, conversation_id: str, notice_id: str, language: str, reply: Reply
    ) -> Message:
        """Store what the bot says by itself; a repeat of its id returns what is stored.

        Raises ConversationNotFound.
        """
        conversation = self._locked(conversation_id)
        known = self.repository.by_message_id(conversation_id, notice_id)
        if known is not None:
            return known
        notice = Message(
            seq=conversation.last_seq + 1,
            role=Role.BOT,
            message_id=notice_id,
            text=reply.text,
            payload=None,
            buttons=reply.buttons,
            card=reply.card,
            language=language,
            channel=conversation.channel,
            at=self.clock.now(),
        )
        self.repository.add(conversation_id, [notice])
        self.repository.change(conversation_id, last_seq=notice.seq, last_at=notice.at)
        return notice

    def get(self, conversation_id: str) -> Conversation:
        """One conversation. Raises ConversationNotFound, ConversationErased."""
        return self._existing(self.repository.get(conversation_id), conversation_id)

    def transcript(self, conversation_id: str, after: int | None, limit: int) -> Sequence[Message]:
        """Messages in order, after a seq or the latest. Raises ConversationNotFound."""
        self.get(conversation_id)
        return self.repository.transcript(conversation_id, after, limit)

    def latest_replies(self, conversation_id: str) -> Sequence[Message]:
        """Replies to the latest answered message, none at first. Raises ConversationNotFound."""
        self.get(conversation_id)
        asked = self.repository.latest_answered(conversation_id)
        return () if asked is None else self.repository.replies_to(conversation_id, asked.seq)

    def _locked(self, conversation_id: str) -> Conversation:
        return self._existing(self.repository.get(conversation_id, lock=True), conversation_id)

    def _existing(self, found: Conversation | None, conversation_id: str) -> Conversation:
        if found is not None:
            return found
        if self.repository.is_erased(conversation_id):
            raise ConversationErased
        raise ConversationNotFound

    def _stored(self, conversation_id: str, asked: Message) -> Sequence[Message] | None:
        if asked.answered_at is None:
            return None
        return self.repository.replies_to(conversation_id, asked.seq)
