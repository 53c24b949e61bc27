"""Chats of channels and the updates taken from them."""

import sqlalchemy as sa
from alembic import op

from backend.kit.database import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "channel_chats",
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("chat_id", sa.String(64), nullable=False),
        sa.Column("conversation_id", sa.String(200), nullable=False, unique=True),
        sa.Column("language", sa.String(8)),
        sa.Column("blocked_at", UtcDateTime),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat_id"),
    )
    op.create_table(
        "channel_updates",
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("chat_id", sa.String(64)),
        sa.Column("body", sa.JSON),
        sa.Column("received_at", UtcDateTime, nullable=False),
        sa.Column("sent", sa.Integer, nullable=False),
        sa.Column("finished_at", UtcDateTime),
        sa.PrimaryKeyConstraint("channel", "update_id"),
    )
    op.create_index("ix_channel_updates_finished_at", "channel_updates", ["finished_at"])
    op.create_index("ix_channel_updates_chat_id", "channel_updates", ["channel", "chat_id"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("channel_updates")
    op.drop_table("channel_chats")
