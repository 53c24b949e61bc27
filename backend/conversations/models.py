"""Tables of the conversations service."""

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from backend.kit.database import UtcDateTime, metadata

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("language", String(8)),
    Column("channel", String(32), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_seq", Integer, nullable=False),
    Column("last_at", UtcDateTime, index=True),
)

# Ids that nothing is stored under any more, as SHA-256, until nobody holds a token for them.
erased_conversations = Table(
    "erased_conversations",
    metadata,
    Column("mark", String(64), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
)

# Messages not understood, without a link to the conversation they came from.
knowledge_gaps = Table(
    "knowledge_gaps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("intent", String(64), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("at", UtcDateTime, nullable=False, index=True),
)

# Gaps that staff put right: training data until somebody takes it over into data/nlu.
training_examples = Table(
    "training_examples",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("intent", String(64), nullable=False),
    Column("by", String(36), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

# One row per turn of any side. `message_id` is the channel's id of a person's message;
# `in_reply_to` the seq a reply answers; `answered_at`, `intent` and `confidence` stand on the
# person's message once its replies are stored.
messages = Table(
    "messages",
    metadata,
    Column(
        "conversation_id",
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("role", String(8), nullable=False),
    Column("message_id", String(200)),
    Column("text", Text, nullable=False),
    Column("payload", Text),
    Column("buttons", JSON, nullable=False),
    Column("card", JSON),
    Column("language", String(8)),
    Column("channel", String(32), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("in_reply_to", Integer),
    Column("answered_at", UtcDateTime),
    Column("intent", String(64)),
    Column("confidence", Float),
    Column("kind", String(8), nullable=False, server_default="message"),
    Column("sender", String(100)),
    Column("staff_id", String(64)),
    Column("standing", JSON),
    Column("delivered_at", UtcDateTime),
    UniqueConstraint("conversation_id", "message_id"),
)
