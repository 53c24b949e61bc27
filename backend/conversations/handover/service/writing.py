"""What staff add to a conversation: messages, notes, tags, read markers."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.conversations.domain import Message, State
from backend.conversations.handover.domain.belongings import Note, Rating
from backend.conversations.handover.errors import NotYours, WrongState
from backend.conversations.handover.repository.belongings import PERSON, reader_of
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.saying import Saying
from backend.kit.actor import Actor


@dataclass(frozen=True)
class Writing:
    """Of `actor`. All raise ConversationNotFound."""

    desk: Desk
    actor: Actor

    def message(self, conversation_id: str, key: str, text: str) -> Message:
        """Words to the person; a repeat of the key returns what is stored.

        Raises WrongState, and NotYours for whoever does not have the conversation.
        """
        conversation = self.desk.locked(conversation_id)
        known = self.desk.conversations.by_message_id(conversation_id, f"staff-{key}")
        if known is not None:
            return known
        handover = self.desk.handovers.open_of(conversation_id)
        if handover is None or conversation.state is not State.STAFF:
            raise WrongState({"state": conversation.state.value})
        if handover.staff_id != self.actor.id:
            raise NotYours
        now = self.desk.clock.now()
        self.desk.handovers.change(handover.id, staff_at=now, person_warned_at=None)
        staff = self.actor.id, self.actor.name
        return Saying(self.desk).words(conversation, key, staff, text)

    def note(self, conversation_id: str, key: str, text: str) -> Note:
        """Words for staff only; a repeat of the key returns what is stored."""
        self.desk.get(conversation_id)
        note = Note(
            conversation_id, key, self.actor.id, self.actor.name, text, self.desk.clock.now()
        )
        self.desk.news.changed("note", conversation_id, staff=self.actor.id)
        return self.desk.belongings.add_note(note)

    def tags(self, conversation_id: str, tags: Sequence[str]) -> None:
        """Replace all tags."""
        self.desk.get(conversation_id)
        self.desk.belongings.set_tags(conversation_id, tags)
        self.desk.news.changed("tags", conversation_id)

    def read(self, conversation_id: str, seq: int) -> None:
        """The actor has seen everything up to a message."""
        newest = self.desk.get(conversation_id).last_seq
        if self.desk.belongings.mark_read(
            conversation_id, reader_of(self.actor.id), min(seq, newest)
        ):
            self.desk.news.changed("read", conversation_id, by=self.actor.id)

    def typing(self, conversation_id: str) -> None:
        """The actor is writing; told, not stored."""
        handover = self.desk.handovers.open_of(conversation_id)
        if handover and handover.staff_id == self.actor.id:
            self.desk.news.changed("typing", conversation_id, by="staff", staff=self.actor.name)


@dataclass(frozen=True)
class Reacting:
    """What the person adds. All raise ConversationNotFound."""

    desk: Desk

    def read(self, conversation_id: str, seq: int) -> None:
        """The person has seen everything up to a message."""
        newest = self.desk.get(conversation_id).last_seq
        if self.desk.belongings.mark_read(conversation_id, PERSON, min(seq, newest)):
            self.desk.news.changed("read", conversation_id, by=PERSON, seq=min(seq, newest))

    def rate(self, conversation_id: str, stars: int, words: str) -> None:
        """How it was; the latest rating counts."""
        self.desk.get(conversation_id)
        self.desk.belongings.rate(Rating(conversation_id, stars, words, self.desk.clock.now()))
        self.desk.news.changed("rating", conversation_id, stars=stars)
