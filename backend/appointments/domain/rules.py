"""What may be booked, and when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Rules:
    """Limits on bookings.

    `lead_minutes`: an appointment starts at least this long from now. `horizon_days`: and at
    most this many days ahead. `hold_minutes`: how long a chosen slot waits for confirmation.
    `max_items`: persons and services in one appointment. `max_per_contact`: future appointments
    under one e-mail address or telephone number; 0 sets no limit. `return_after`: least and most
    minutes after which a slot that was given back can be booked again, so that nobody can hand
    it to someone who waits for it; 0 and 0 return it at once.
    """

    lead_minutes: int = 60
    horizon_days: int = 84
    hold_minutes: int = 10
    max_items: int = 6
    max_per_contact: int = 0
    return_after: tuple[int, int] = (0, 0)

    def earliest(self, now: datetime) -> datetime:
        """The first moment an appointment may start."""
        return now + timedelta(minutes=self.lead_minutes)

    def last_day(self, now: datetime) -> date:
        """The last day an appointment may lie on."""
        return now.date() + timedelta(days=self.horizon_days)

    def return_delay(self, now: datetime, start: datetime, chance: float) -> timedelta:
        """How long a slot that is given back stays unbookable; zero for not at all.

        `now` and `start`, the slot's, are wall clock; `chance` lies in 0 ≤ chance < 1. At least
        half of the time in which the slot can still be booked is left.
        """
        least, most = self.return_after
        bookable = start - timedelta(minutes=self.lead_minutes) - now
        delay = min(timedelta(minutes=least + (most - least) * chance), bookable / 2)
        return max(delay, timedelta(0))
