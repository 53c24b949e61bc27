"""Processes of a city's own appointment system."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "provider_processes",
        sa.Column(
            "appointment_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.ForeignKey("appointments.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("process_id", sa.BigInteger, nullable=False),
        sa.Column("auth_key", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("provider_processes")
