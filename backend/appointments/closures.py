"""Days on which all offices are closed."""

from datetime import date

from backend.appointments.domain.names import Bilingual
from backend.kit.holidays import holiday


def closure(day: date) -> Bilingual | None:
    """Why offices in North Rhine-Westphalia are closed on a day, or None."""
    names = holiday(day)
    return Bilingual(*names) if names else None
