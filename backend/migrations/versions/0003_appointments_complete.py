"""Counters' own rules, closures, moves, limits per contact, and free time found fast."""

import sqlalchemy as sa
from alembic import op

from backend.appointments.domain.contact_keys import email_key, phone_key

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_HELD = sa.text("held_until IS NOT NULL")
_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add what is missing and sum up what is occupied."""
    op.add_column(
        "offices", sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true())
    )
    op.add_column("counters", sa.Column("hours", sa.JSON))
    op.add_column("counters", sa.Column("services", sa.JSON))
    op.add_column("appointment_contacts", sa.Column("email_key", sa.String(254)))
    op.add_column("appointment_contacts", sa.Column("phone_key", sa.String(40)))
    for column in ("email_key", "phone_key"):
        op.create_index(f"ix_appointment_contacts_{column}", "appointment_contacts", [column])
    op.create_index("ix_appointments_office_start", "appointments", ["office", "start"])
    op.create_index(
        "ix_occupancy_held_until",
        "occupancy",
        ["held_until"],
        sqlite_where=_HELD,
        postgresql_where=_HELD,
    )
    _tables()
    _keys_of_contacts()
    op.execute(
        "INSERT INTO busy_words (resource, word, bits) "
        "SELECT resource, tick / 48, CAST(SUM(CAST(1 AS BIGINT) << (tick % 48)) AS BIGINT) "
        "FROM occupancy WHERE held_until IS NULL GROUP BY resource, tick / 48"
    )


def _keys_of_contacts() -> None:
    table = sa.table(
        "appointment_contacts",
        *(sa.column(name) for name in ("appointment_id", "email", "phone")),
        *(sa.column(name) for name in ("email_key", "phone_key")),
    )
    connection = op.get_bind()
    columns = sa.select(table.c.appointment_id, table.c.email, table.c.phone)
    for each in connection.execute(columns).all():
        values = {"email_key": email_key(each.email), "phone_key": phone_key(each.phone)}
        known = table.c.appointment_id == each.appointment_id
        connection.execute(sa.update(table).where(known).values(**values))


def _tables() -> None:
    op.create_table(
        "closures",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("office", sa.String(64), sa.ForeignKey("offices.key", ondelete="CASCADE")),
        sa.Column("start", sa.DateTime, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
        sa.Column("reason", sa.JSON),
        sa.Column("imported", sa.Boolean, nullable=False),
    )
    op.create_table(
        "appointment_moves",
        sa.Column("idempotency_key", sa.String(200), primary_key=True),
        sa.Column(
            "appointment_id",
            _BIG_ID,
            sa.ForeignKey("appointments.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("wish", sa.JSON, nullable=False),
    )
    op.create_index("ix_appointment_moves_appointment_id", "appointment_moves", ["appointment_id"])
    op.create_table(
        "busy_words",
        sa.Column("resource", sa.Integer, sa.ForeignKey("counters.id"), primary_key=True),
        sa.Column("word", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("bits", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take it away again."""
    for table in ("busy_words", "appointment_moves", "closures"):
        op.drop_table(table)
    op.drop_index("ix_occupancy_held_until", "occupancy")
    op.drop_index("ix_appointments_office_start", "appointments")
    for column in ("email_key", "phone_key"):
        op.drop_index(f"ix_appointment_contacts_{column}", "appointment_contacts")
        op.drop_column("appointment_contacts", column)
    op.drop_column("counters", "services")
    op.drop_column("counters", "hours")
    op.drop_column("offices", "active")
