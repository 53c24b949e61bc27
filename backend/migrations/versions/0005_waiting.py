"""The waiting list."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "waiting_entries",
        sa.Column("id", _BIG_ID, primary_key=True),
        sa.Column(
            "appointment_id",
            _BIG_ID,
            sa.ForeignKey("appointments.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("offices", sa.JSON, nullable=False),
        sa.Column("start", sa.DateTime),
        sa.Column("until", sa.DateTime),
        sa.Column("daily_from", sa.Time, nullable=False),
        sa.Column("daily_until", sa.Time, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("joined_at", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
    )
    _one_at_a_time("ix_waiting_entries_appointment_id", "waiting_entries", "appointment_id")
    op.create_index("ix_waiting_entries_state", "waiting_entries", ["state"])
    op.create_table(
        "waiting_offers",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column(
            "entry_id",
            _BIG_ID,
            sa.ForeignKey("waiting_entries.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("hold_id", sa.String(36), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("start", sa.DateTime, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("offered_at", sa.DateTime, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
    )
    op.create_index("ix_waiting_offers_entry_id", "waiting_offers", ["entry_id"])
    _one_at_a_time("ix_waiting_offers_open", "waiting_offers", "entry_id", "open")


def _one_at_a_time(name: str, table: str, column: str, state: str = "waiting") -> None:
    where = sa.text(f"state = '{state}'")
    op.create_index(name, table, [column], unique=True, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Drop the tables."""
    for table in ("waiting_offers", "waiting_entries"):
        op.drop_table(table)
