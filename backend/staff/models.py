"""Tables of the staff service."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Integer, String, Table

from backend.kit.database import UtcDateTime, metadata

_ID = BigInteger().with_variant(Integer(), "sqlite")

users = Table(
    "staff_users",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("login", String(40), nullable=False, unique=True),
    Column("name", String(80), nullable=False),
    Column("role", String(16), nullable=False),
    Column("department", String(64)),
    Column("languages", JSON, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    Column("password_hash", String(200), nullable=False),
)

sessions = Table(
    "staff_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", ForeignKey("staff_users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

tokens = Table(
    "staff_tokens",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", ForeignKey("staff_users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("label", String(80), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)

# Without a foreign key: what was done stays when its user goes.
audit = Table(
    "staff_audit",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("actor_id", String(36), index=True),
    Column("actor", String(40), nullable=False),
    Column("action", String(64), nullable=False),
    Column("subject", String(240), nullable=False, index=True),
    Column("detail", JSON, nullable=False),
)
