"""Tables of the identity service."""

from sqlalchemy import BigInteger, Column, Integer, String, Table

from backend.kit.database import UtcDateTime, metadata

# `code_hash` is NULL until the code is made; see jobs.
challenges = Table(
    "identity_challenges",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("idempotency_mark", String(64), unique=True),
    Column("contact_kind", String(8), nullable=False),
    Column("contact_key", String(254), nullable=False),
    Column("conversation_id", String(200), nullable=False, index=True),
    Column("language", String(8), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    Column("code_hash", String(64)),
    Column("attempts", Integer, nullable=False),
    Column("proved_at", UtcDateTime),
    Column("proved_key", String(64)),
)

proofs = Table(
    "identity_proofs",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("contact_kind", String(8), nullable=False),
    Column("contact_key", String(254), nullable=False),
    Column("conversation_id", String(200), nullable=False, index=True),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

# How many codes a contact, conversation or address asked for in a window; marks tell nothing.
counters = Table(
    "identity_counters",
    metadata,
    Column("mark", String(64), primary_key=True),
    Column("ends_at", UtcDateTime, primary_key=True, index=True),
    Column("count", Integer, nullable=False),
)

# What happened when, without anything about a person.
events = Table(
    "identity_events",
    metadata,
    Column("id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("event", String(16), nullable=False),
    Column("challenge_id", String(36), nullable=False),
)
