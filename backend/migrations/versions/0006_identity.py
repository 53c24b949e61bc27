"""Codes that prove a person."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_INDEXES = (
    ("identity_challenges", "conversation_id"),
    ("identity_challenges", "expires_at"),
    ("identity_proofs", "conversation_id"),
    ("identity_proofs", "expires_at"),
    ("identity_counters", "ends_at"),
    ("identity_events", "at"),
)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "identity_challenges",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("idempotency_mark", sa.String(64), unique=True),
        sa.Column("contact_kind", sa.String(8), nullable=False),
        sa.Column("contact_key", sa.String(254), nullable=False),
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
        sa.Column("code_hash", sa.String(64)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("proved_at", sa.DateTime),
        sa.Column("proved_key", sa.String(64)),
    )
    op.create_table(
        "identity_proofs",
        sa.Column("token_hash", sa.String(64), primary_key=True),
        sa.Column("contact_kind", sa.String(8), nullable=False),
        sa.Column("contact_key", sa.String(254), nullable=False),
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "identity_counters",
        sa.Column("mark", sa.String(64), primary_key=True),
        sa.Column("ends_at", sa.DateTime, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "identity_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("event", sa.String(16), nullable=False),
        sa.Column("challenge_id", sa.String(36), nullable=False),
    )
    for table, column in _INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """Drop the tables."""
    for table in ("identity_events", "identity_counters", "identity_proofs", "identity_challenges"):
        op.drop_table(table)
