"""Ids of conversations that were erased."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "erased_conversations",
        sa.Column("mark", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_erased_conversations_at", "erased_conversations", ["at"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("erased_conversations")
