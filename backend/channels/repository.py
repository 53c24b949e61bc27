"""Reads and writes the tables of the channels service; never commits."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from backend.channels.domain import Chat, Update
from backend.channels.models import chats, updates
from backend.kit.database import upsert


class ChannelRepository:
    """Stored chats and updates."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, told: Update) -> bool:
        """Store an update; False when its number is known."""
        added = self._session.execute(
            upsert(self._session, updates)
            .values(**asdict(told))
            .on_conflict_do_nothing(index_elements=["channel", "update_id"])
            .returning(updates.c.update_id)
        )
        return added.scalar_one_or_none() is not None

    def open(self, channel: str, after: int | None, limit: int) -> Sequence[Update]:
        """Updates that nobody has finished, in the channel's order."""
        query = select(updates).where(updates.c.channel == channel, updates.c.finished_at.is_(None))
        if after is not None:
            query = query.where(updates.c.update_id > after)
        found = self._session.execute(query.order_by(updates.c.update_id).limit(limit))
        return [Update(**dict(row._mapping)) for row in found]

    def change(self, channel: str, update_id: int, **values: Any) -> str | None:
        """Set columns of an update; its chat, or None when there is neither."""
        changed = self._session.execute(
            update(updates)
            .where(updates.c.channel == channel, updates.c.update_id == update_id)
            .values(**values)
            .returning(updates.c.chat_id)
        )
        return changed.scalar_one_or_none()

    def add_chat(self, chat: Chat) -> None:
        """Store a chat unless it is known; waits for a rival that is storing it."""
        self._session.execute(
            upsert(self._session, chats)
            .values(**asdict(chat))
            .on_conflict_do_nothing(index_elements=["channel", "chat_id"])
        )

    def chat(self, channel: str, chat_id: str) -> Chat | None:
        """A chat by the channel's own id."""
        return self._chat(chats.c.channel == channel, chats.c.chat_id == chat_id)

    def chat_of(self, channel: str, conversation_id: str) -> Chat | None:
        """The chat that a conversation takes place in."""
        return self._chat(chats.c.channel == channel, chats.c.conversation_id == conversation_id)

    def change_chat(self, channel: str, chat_id: str, **values: Any) -> None:
        """Set columns of a chat."""
        self._session.execute(
            update(chats)
            .where(chats.c.channel == channel, chats.c.chat_id == chat_id)
            .values(**values)
        )

    def forget_conversation(self, conversation_id: str, now: datetime) -> None:
        """Delete the chats of a conversation, and all of their updates but the numbers."""
        gone = self._session.execute(
            delete(chats)
            .where(chats.c.conversation_id == conversation_id)
            .returning(chats.c.channel, chats.c.chat_id)
        )
        for channel, chat_id in gone.all():
            self._session.execute(
                update(updates)
                .where(updates.c.channel == channel, updates.c.chat_id == chat_id)
                .values(chat_id=None, body=None, finished_at=now)
            )

    def forget(self, finished_before: datetime) -> int:
        """Delete updates finished before an instant; how many."""
        gone = self._session.execute(
            delete(updates)
            .where(updates.c.finished_at < finished_before)
            .returning(updates.c.update_id)
        )
        return len(gone.all())

    def _chat(self, *conditions: Any) -> Chat | None:
        row = self._session.execute(select(chats).where(*conditions)).one_or_none()
        return None if row is None else Chat(**dict(row._mapping))
