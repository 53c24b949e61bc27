"""What may be booked, and when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Rules:
    """Limits on bookings.

    `lead_minutes`: an appointment starts at least this long from now. `horizon_days`: and at
    most this many days ahead. `hold_minutes`: how long a chosen slot waits for confirmation.
    `max_items`: persons and services in one appointment.
    """

    lead_minutes: int = 60
    horizon_days: int = 84
    hold_minutes: int = 10
    max_items: int = 6

    def earliest(self, now: datetime) -> datetime:
        """The first moment an appointment may start."""
        return now + timedelta(minutes=self.lead_minutes)

    def last_day(self, now: datetime) -> date:
        """The last day an appointment may lie on."""
        return now.date() + timedelta(days=self.horizon_days)
