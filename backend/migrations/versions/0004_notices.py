"""The outbox."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("uid", sa.String(36), nullable=False, unique=True),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("about", sa.String(200), nullable=False),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("facts", sa.JSON),
        sa.Column("optional", sa.Boolean, nullable=False),
        sa.Column("secret", sa.Boolean, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("try_at", sa.DateTime, nullable=False),
        sa.Column("useless_at", sa.DateTime),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("lease", sa.String(36)),
        sa.Column("leased_until", sa.DateTime),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(100)),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("finished_at", sa.DateTime),
    )
    op.create_index("ix_notices_way_state_due_at", "notices", ["way", "state", "due_at", "id"])
    op.create_index("ix_notices_recipient_way_state", "notices", ["recipient", "way", "state"])
    op.create_index("ix_notices_about", "notices", ["about"])
    op.create_table(
        "notices_unsubscribed",
        sa.Column("address", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("notices_unsubscribed")
    op.drop_table("notices")
