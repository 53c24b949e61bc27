"""Tables of the handover."""

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from backend.kit.database import UtcDateTime, metadata


def _conversation(**options: Any) -> Column[str]:
    """The conversation a row belongs to and goes with."""
    return Column(
        "conversation_id",
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        **options,
    )


# Waiting: not ended and without staff; with staff: not ended and `staff_id` set.
handovers = Table(
    "handovers",
    metadata,
    Column("id", String(36), primary_key=True),
    _conversation(index=True),
    Column("key", String(200)),
    Column("reason", String(16), nullable=False),
    Column("department", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("requested_at", UtcDateTime, nullable=False, index=True),
    Column("queued_at", UtcDateTime, nullable=False),
    Column("taken_at", UtcDateTime),
    Column("staff_id", String(64), index=True),
    Column("staff_name", String(100)),
    Column("person_at", UtcDateTime),
    Column("staff_at", UtcDateTime),
    Column("staff_warned_at", UtcDateTime),
    Column("person_warned_at", UtcDateTime),
    Column("offered_to", String(64)),
    Column("offered_to_name", String(100)),
    Column("offered_by", String(64)),
    Column("offered_note", Text),
    Column("ended_at", UtcDateTime, index=True),
    Column("outcome", String(16)),
    UniqueConstraint("conversation_id", "key"),
)

transitions = Table(
    "conversation_transitions",
    metadata,
    Column("id", Integer, primary_key=True),
    _conversation(index=True),
    Column("handover_id", String(36)),
    Column("before", String(16), nullable=False),
    Column("after", String(16), nullable=False),
    Column("step", String(16), nullable=False),
    Column("reason", String(32)),
    Column("by", String(8), nullable=False),
    Column("staff_id", String(64)),
    Column("staff_name", String(100)),
    Column("department", String(64)),
    Column("at", UtcDateTime, nullable=False),
)

notes = Table(
    "conversation_notes",
    metadata,
    _conversation(primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("staff_id", String(64), nullable=False),
    Column("staff_name", String(100), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

tags = Table(
    "conversation_tags",
    metadata,
    _conversation(primary_key=True),
    Column("tag", String(32), primary_key=True),
)

# `reader` is `person`, or the id of a member of staff after `staff:`.
reads = Table(
    "conversation_reads",
    metadata,
    _conversation(primary_key=True),
    Column("reader", String(80), primary_key=True),
    Column("seq", Integer, nullable=False),
)

ratings = Table(
    "conversation_ratings",
    metadata,
    _conversation(primary_key=True),
    Column("stars", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

# What still has to reach a channel; a claimed row is another worker's until then.
deliveries = Table(
    "conversation_deliveries",
    metadata,
    _conversation(primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("due_at", UtcDateTime, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("claimed_until", UtcDateTime),
)

presence = Table(
    "staff_presence",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("status", String(16), nullable=False),
    Column("most", Integer, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("departments", JSON, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
)

# A request stays when its conversation is forgotten: somebody waits to be called.
callbacks = Table(
    "callbacks",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("key", String(200)),
    Column("conversation_id", ForeignKey("conversations.id", ondelete="SET NULL"), index=True),
    Column("name", String(100)),
    Column("contact", String(254), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("topic", Text, nullable=False),
    Column("wished", String(200)),
    Column("language", String(8), nullable=False),
    Column("department", String(64), nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    Column("done_at", UtcDateTime),
    Column("done_by", String(100)),
    Column("outcome", String(16)),
    UniqueConstraint("conversation_id", "key"),
)
