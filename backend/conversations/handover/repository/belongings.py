"""What staff and the person add to a conversation: notes, tags, read markers, a rating."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from backend.conversations.handover.domain.belongings import Note, Rating
from backend.conversations.handover.models import notes, ratings, reads, tags
from backend.kit.database import upsert

PERSON = "person"


def reader_of(staff: str) -> str:
    """The name under which the read marker of a member of staff is kept."""
    return f"staff:{staff}"


class BelongingsRepository:
    """Stored beside the messages."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_note(self, note: Note) -> Note:
        """Store a note; a repeat of its id returns what is stored."""
        self._session.execute(
            upsert(self._session, notes).values(**asdict(note)).on_conflict_do_nothing()
        )
        return next(each for each in self.notes(note.conversation_id) if each.id == note.id)

    def notes(self, conversation: str) -> list[Note]:
        """All notes, in order."""
        query = select(notes).where(notes.c.conversation_id == conversation)
        rows = self._session.execute(query.order_by(notes.c.at, notes.c.id))
        return [Note(**dict(row._mapping)) for row in rows]

    def set_tags(self, conversation: str, wanted: Sequence[str]) -> None:
        """Replace all tags."""
        self._session.execute(delete(tags).where(tags.c.conversation_id == conversation))
        rows = [{"conversation_id": conversation, "tag": tag} for tag in dict.fromkeys(wanted)]
        if rows:
            self._session.execute(insert(tags), rows)

    def tags(self, conversations: Sequence[str]) -> dict[str, list[str]]:
        """Tags by conversation, in alphabetical order."""
        query = select(tags).where(tags.c.conversation_id.in_(conversations))
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._session.execute(query.order_by(tags.c.tag)):
            found[row.conversation_id].append(row.tag)
        return found

    def mark_read(self, conversation: str, reader: str, seq: int) -> bool:
        """Move a read marker on, never back; whether it moved."""
        if self.reads(conversation).get(reader, 0) >= seq:
            return False
        self._session.execute(
            upsert(self._session, reads)
            .values(conversation_id=conversation, reader=reader, seq=seq)
            .on_conflict_do_update(index_elements=["conversation_id", "reader"], set_={"seq": seq})
        )
        return True

    def reads(self, conversation: str) -> dict[str, int]:
        """Read markers by reader."""
        query = select(reads.c.reader, reads.c.seq).where(reads.c.conversation_id == conversation)
        return {row.reader: row.seq for row in self._session.execute(query)}

    def rate(self, rating: Rating) -> None:
        """Store a rating in place of an earlier one."""
        values = asdict(rating)
        self._session.execute(
            upsert(self._session, ratings)
            .values(**values)
            .on_conflict_do_update(index_elements=["conversation_id"], set_=values)
        )

    def ratings(self, conversations: Sequence[str]) -> dict[str, Rating]:
        """Ratings by conversation."""
        query = select(ratings).where(ratings.c.conversation_id.in_(conversations))
        found = (Rating(**dict(row._mapping)) for row in self._session.execute(query))
        return {each.conversation_id: each for each in found}

    def rated_between(self, start: datetime, end: datetime) -> list[Rating]:
        """Ratings of a period."""
        query = select(ratings).where(ratings.c.at >= start, ratings.c.at < end)
        return [Rating(**dict(row._mapping)) for row in self._session.execute(query)]
