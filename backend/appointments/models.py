"""Tables of the appointments service."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from backend.kit.database import UtcDateTime, metadata

# SQLite gives ids by itself only to INTEGER keys.
BigId = BigInteger().with_variant(Integer(), "sqlite")

services = Table(
    "services",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("status", String(32), nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("facts", JSON, nullable=False),
)

offices = Table(
    "offices",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("hours", JSON, nullable=False),
    Column("services", JSON, nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("facts", JSON, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", ForeignKey("offices.key", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    UniqueConstraint("office", "number"),
)

appointments = Table(
    "appointments",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("hold_id", String(36), nullable=False, unique=True),
    Column("idempotency_key", String(200), unique=True),
    Column("code", String(9), unique=True),
    Column("status", String(16), nullable=False),
    Column("office", ForeignKey("offices.key"), nullable=False),
    Column("start", DateTime, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("services", JSON, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Index("ix_appointments_status_expires_at", "status", "expires_at"),
)

# Personal data stands apart from the appointment, so that it can be erased by itself.
contacts = Table(
    "appointment_contacts",
    metadata,
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("email", String(254)),
    Column("phone", String(40)),
    Column("language", String(8), nullable=False),
    Column("channel", String(32)),
    Column("conversation_id", String(200)),
)

# The primary key is the promise that two people never get the same slot. `held_until` is NULL
# once confirmed; a row whose time has passed counts as free and may be taken over.
occupancy = Table(
    "occupancy",
    metadata,
    Column("resource", ForeignKey("counters.id"), primary_key=True),
    Column("tick", Integer, primary_key=True, autoincrement=False),
    Column(
        "appointment_id",
        ForeignKey("appointments.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("held_until", UtcDateTime),
    sqlite_with_rowid=False,
)

# Which process of a city's own system stands behind an appointment; both numbers together open
# it there. No row: the embedded engine's.
provider_processes = Table(
    "provider_processes",
    metadata,
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True),
    Column("process_id", BigInteger, nullable=False),
    Column("auth_key", String(64), nullable=False),
)
