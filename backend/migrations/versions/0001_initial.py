"""Appointments and conversations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables."""
    _catalogue()
    _appointments()
    _conversations()


def _catalogue() -> None:
    op.create_table(
        "services",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
    )
    op.create_table(
        "offices",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("hours", sa.JSON, nullable=False),
        sa.Column("services", sa.JSON, nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
    )
    op.create_table(
        "counters",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "office",
            sa.String(64),
            sa.ForeignKey("offices.key", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.UniqueConstraint("office", "number"),
    )


def _appointments() -> None:
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "appointments",
        sa.Column("id", big_id, primary_key=True),
        sa.Column("hold_id", sa.String(36), nullable=False, unique=True),
        sa.Column("idempotency_key", sa.String(200), unique=True),
        sa.Column("code", sa.String(9), unique=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("office", sa.String(64), sa.ForeignKey("offices.key"), nullable=False),
        sa.Column("start", sa.DateTime, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("services", sa.JSON, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_appointments_status_expires_at", "appointments", ["status", "expires_at"])
    op.create_table(
        "appointment_contacts",
        sa.Column(
            "appointment_id",
            big_id,
            sa.ForeignKey("appointments.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("email", sa.String(254)),
        sa.Column("phone", sa.String(40)),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(32)),
        sa.Column("conversation_id", sa.String(200)),
    )
    op.create_table(
        "occupancy",
        sa.Column("resource", sa.Integer, sa.ForeignKey("counters.id"), primary_key=True),
        sa.Column("tick", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column(
            "appointment_id",
            big_id,
            sa.ForeignKey("appointments.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("held_until", sa.DateTime),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_occupancy_appointment_id", "occupancy", ["appointment_id"])


def _conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
    )
    op.create_table(
        "messages",
        sa.Column(
            "conversation_id",
            sa.String(200),
            sa.ForeignKey("conversations.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("role", sa.String(8), nullable=False),
        sa.Column("message_id", sa.String(200)),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("buttons", sa.JSON, nullable=False),
        sa.Column("card", sa.JSON),
        sa.Column("language", sa.String(8)),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("in_reply_to", sa.Integer),
        sa.Column("answered_at", sa.DateTime),
        sa.Column("intent", sa.String(64)),
        sa.Column("confidence", sa.Float),
        sa.UniqueConstraint("conversation_id", "message_id"),
    )


def downgrade() -> None:
    """Drop all tables."""
    for table in (
        "messages",
        "conversations",
        "occupancy",
        "appointment_contacts",
        "appointments",
        "counters",
        "offices",
        "services",
    ):
        op.drop_table(table)
