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
    Time,
    UniqueConstraint,
    text,
    true,
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
    # Offices with appointments are never deleted: those that are given up become inactive.
    Column("active", Boolean, nullable=False, server_default=true()),
)

counters = Table(
    "counters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", ForeignKey("offices.key", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("hours", JSON),
    Column("services", JSON),
    UniqueConstraint("office", "number"),
)

# Times at which one office (or, without one, every office) is shut, beside the holidays; wall
# clock, `until` excluded. Those from a file are replaced by the next file.
closures = Table(
    "closures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", ForeignKey("offices.key", ondelete="CASCADE")),
    Column("start", DateTime, nullable=False),
    Column("until", DateTime, nullable=False),
    Column("reason", JSON),
    Column("imported", Boolean, nullable=False),
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
    Index("ix_appointments_office_start", "office", "start"),
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
    # By which the appointments of one person are found and counted; see domain/contact_keys.py.
    Column("email_key", String(254), index=True),
    Column("phone_key", String(40), index=True),
)

# Which wish to move was carried out under which key, so that repeating it is harmless.
moves = Table(
    "appointment_moves",
    metadata,
    Column("idempotency_key", String(200), primary_key=True),
    Column(
        "appointment_id",
        ForeignKey("appointments.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("wish", JSON, nullable=False),
)

# The primary key is the promise that two people never get the same slot. `held_until` is NULL
# once confirmed; a row whose time has passed counts as free and may be taken over. Ticks that
# were given back keep their row until they may be booked again.
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
    Index(
        "ix_occupancy_held_until",
        "held_until",
        sqlite_where=text("held_until IS NOT NULL"),
        postgresql_where=text("held_until IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)

# Who would rather come earlier. The order of the ids is the order of the line. An entry or offer
# that is over stays until the appointment is deleted.
waiting_entries = Table(
    "waiting_entries",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("appointment_id", ForeignKey("appointments.id", ondelete="CASCADE"), nullable=False),
    Column("offices", JSON, nullable=False),
    Column("start", DateTime),
    Column("until", DateTime),
    Column("daily_from", Time, nullable=False),
    Column("daily_until", Time, nullable=False),
    Column("state", String(16), nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Index(
        "ix_waiting_entries_appointment_id",
        "appointment_id",
        unique=True,
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index("ix_waiting_entries_state", "state"),
)

# What was offered to them. `hold_id` is the hold that keeps the slot, `sequence` the state of the
# appointment that the offer speaks of.
waiting_offers = Table(
    "waiting_offers",
    metadata,
    Column("id", String(36), primary_key=True),
    Column(
        "entry_id", ForeignKey("waiting_entries.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("hold_id", String(36), nullable=False),
    Column("office", String(64), nullable=False),
    Column("start", DateTime, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("offered_at", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    Index(
        "ix_waiting_offers_open",
        "entry_id",
        unique=True,
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
)

# The rows of `occupancy` without end, summed up so that months are searched in milliseconds:
# bit `tick % WORD` of row `tick // WORD`. Kept by OccupancyRepository in the same transaction.
busy_words = Table(
    "busy_words",
    metadata,
    Column("resource", ForeignKey("counters.id"), primary_key=True),
    Column("word", Integer, primary_key=True, autoincrement=False),
    Column("bits", BigInteger, nullable=False),
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
