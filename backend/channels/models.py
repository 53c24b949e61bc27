"""Tables of the channels service."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
)

from backend.kit.database import UtcDateTime, metadata

chats = Table(
    "channel_chats",
    metadata,
    Column("channel", String(32), nullable=False),
    Column("chat_id", String(64), nullable=False),
    Column("conversation_id", String(200), nullable=False, unique=True),
    Column("language", String(8)),
    Column("blocked_at", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    PrimaryKeyConstraint("channel", "chat_id"),
)

# The numbers stay for a while after `body` and `chat_id` are gone, so that a repeat is known.
updates = Table(
    "channel_updates",
    metadata,
    Column("channel", String(32), nullable=False),
    Column("update_id", BigInteger, nullable=False, autoincrement=False),
    Column("chat_id", String(64)),
    Column("body", JSON(none_as_null=True)),
    Column("received_at", UtcDateTime, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("finished_at", UtcDateTime),
    PrimaryKeyConstraint("channel", "update_id"),
    Index("ix_channel_updates_finished_at", "finished_at"),
    Index("ix_channel_updates_chat_id", "channel", "chat_id"),
)
