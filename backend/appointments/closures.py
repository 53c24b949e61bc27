"""Days on which all offices are closed, from the `holidays` library."""

from datetime import date
from functools import cache

import holidays

from backend.appointments.domain.names import Bilingual

_FIXED = {
    (12, 24): Bilingual("Heiligabend", "Christmas Eve"),
    (12, 31): Bilingual("Silvester", "New Year's Eve"),
}


@cache
def _holidays(year: int) -> dict[date, Bilingual]:
    german = holidays.country_holidays("DE", subdiv="NW", years=year, language="de")
    english = holidays.country_holidays("DE", subdiv="NW", years=year, language="en_US")
    return {day: Bilingual(german[day], english[day].replace("Labor", "Labour")) for day in german}


def closure(day: date) -> Bilingual | None:
    """Why offices in North Rhine-Westphalia are closed on a day, or None."""
    return _FIXED.get((day.month, day.day)) or _holidays(day.year).get(day)
