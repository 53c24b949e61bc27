"""Tables of the notifications service."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, String, Table

from backend.kit.database import UtcDateTime, metadata

# SQLite gives ids by itself only to INTEGER keys.
_BigId = BigInteger().with_variant(Integer(), "sqlite")

# The outbox. `facts` and `recipient` are personal data and empty once they are forgotten;
# `try_at` is `due_at` at first and moves on with each failure.
notices = Table(
    "notices",
    metadata,
    Column("id", _BigId, primary_key=True),
    Column("uid", String(36), nullable=False, unique=True),
    Column("kind", String(64), nullable=False),
    Column("about", String(200), nullable=False),
    Column("way", String(16), nullable=False),
    Column("recipient", String(254), nullable=False),
    Column("language", String(8), nullable=False),
    Column("facts", JSON(none_as_null=True)),
    Column("optional", Boolean, nullable=False),
    Column("secret", Boolean, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("try_at", UtcDateTime, nullable=False),
    Column("useless_at", UtcDateTime),
    Column("state", String(16), nullable=False),
    Column("lease", String(36)),
    Column("leased_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("reason", String(100)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Index("ix_notices_way_state_due_at", "way", "state", "due_at", "id"),
    Index("ix_notices_recipient_way_state", "recipient", "way", "state"),
    Index("ix_notices_about", "about"),
)

# Addresses that want no optional notices, as SHA-256: the address itself is not kept.
unsubscribed = Table(
    "notices_unsubscribed",
    metadata,
    Column("address", String(64), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)
