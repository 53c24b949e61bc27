"""Handover to staff and back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TABLES = (
    "conversation_deliveries",
    "conversation_ratings",
    "conversation_reads",
    "conversation_tags",
    "conversation_notes",
    "conversation_transitions",
    "handovers",
    "callbacks",
    "staff_presence",
)
_INDEXES = (
    ("conversations", "last_at"),
    ("handovers", "conversation_id"),
    ("handovers", "requested_at"),
    ("handovers", "staff_id"),
    ("handovers", "ended_at"),
    ("conversation_transitions", "conversation_id"),
    ("conversation_deliveries", "due_at"),
    ("callbacks", "conversation_id"),
    ("callbacks", "created_at"),
)


def _conversation(**options: Any) -> sa.Column[str]:
    return sa.Column(
        "conversation_id",
        sa.String(200),
        sa.ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        **options,
    )


def _when(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime, nullable=nullable)


def upgrade() -> None:
    """Create the tables and let messages tell who said them."""
    op.add_column("conversations", sa.Column("last_at", sa.DateTime))
    op.add_column(
        "messages",
        sa.Column("kind", sa.String(8), nullable=False, server_default="message"),
    )
    for added in (
        sa.Column("sender", sa.String(100)),
        sa.Column("staff_id", sa.String(64)),
        sa.Column("standing", sa.JSON),
        sa.Column("delivered_at", sa.DateTime),
    ):
        op.add_column("messages", added)
    _create_handovers()
    _create_belongings()
    _create_people()
    for table, column in _INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _create_handovers() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.String(36), primary_key=True),
        _conversation(),
        sa.Column("key", sa.String(200)),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("department", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("evidence", sa.JSON, nullable=False),
        _when("requested_at", nullable=False),
        _when("queued_at", nullable=False),
        _when("taken_at"),
        sa.Column("staff_id", sa.String(64)),
        sa.Column("staff_name", sa.String(100)),
        *map(_when, ("person_at", "staff_at", "staff_warned_at", "person_warned_at")),
        sa.Column("offered_to", sa.String(64)),
        sa.Column("offered_to_name", sa.String(100)),
        sa.Column("offered_by", sa.String(64)),
        sa.Column("offered_note", sa.Text),
        _when("ended_at"),
        sa.Column("outcome", sa.String(16)),
        sa.UniqueConstraint("conversation_id", "key"),
    )
    op.create_table(
        "conversation_transitions",
        sa.Column("id", sa.Integer, primary_key=True),
        _conversation(),
        sa.Column("handover_id", sa.String(36)),
        sa.Column("before", sa.String(16), nullable=False),
        sa.Column("after", sa.String(16), nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(32)),
        sa.Column("by", sa.String(8), nullable=False),
        sa.Column("staff_id", sa.String(64)),
        sa.Column("staff_name", sa.String(100)),
        sa.Column("department", sa.String(64)),
        _when("at", nullable=False),
    )


def _create_belongings() -> None:
    op.create_table(
        "conversation_notes",
        _conversation(primary_key=True),
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("staff_id", sa.String(64), nullable=False),
        sa.Column("staff_name", sa.String(100), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        _when("at", nullable=False),
    )
    op.create_table(
        "conversation_tags",
        _conversation(primary_key=True),
        sa.Column("tag", sa.String(32), primary_key=True),
    )
    op.create_table(
        "conversation_reads",
        _conversation(primary_key=True),
        sa.Column("reader", sa.String(80), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
    )
    op.create_table(
        "conversation_ratings",
        _conversation(primary_key=True),
        sa.Column("stars", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        _when("at", nullable=False),
    )
    op.create_table(
        "conversation_deliveries",
        _conversation(primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        _when("due_at", nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        _when("claimed_until"),
    )


def _create_people() -> None:
    op.create_table(
        "staff_presence",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("most", sa.Integer, nullable=False),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("departments", sa.JSON, nullable=False),
        _when("seen_at", nullable=False),
    )
    op.create_table(
        "callbacks",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("key", sa.String(200)),
        sa.Column(
            "conversation_id",
            sa.String(200),
            sa.ForeignKey("conversations.id", ondelete="SET NULL"),
        ),
        sa.Column("name", sa.String(100)),
        sa.Column("contact", sa.String(254), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("wished", sa.String(200)),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("department", sa.String(64), nullable=False),
        _when("created_at", nullable=False),
        _when("done_at"),
        sa.Column("done_by", sa.String(100)),
        sa.Column("outcome", sa.String(16)),
        sa.UniqueConstraint("conversation_id", "key"),
    )


def downgrade() -> None:
    """Drop the tables and the columns."""
    for table in _TABLES:
        op.drop_table(table)
    op.drop_index("ix_conversations_last_at", "conversations")
    with op.batch_alter_table("conversations") as conversations:
        conversations.drop_column("last_at")
    with op.batch_alter_table("messages") as messages:
        for name in ("kind", "sender", "staff_id", "standing", "delivered_at"):
            messages.drop_column(name)
