"""Public holidays of North Rhine-Westphalia and the days on which the city is closed besides."""

from datetime import date
from functools import cache

import holidays

_FIXED = {
    (12, 24): ("Heiligabend", "Christmas Eve"),
    (12, 31): ("Silvester", "New Year's Eve"),
}


@cache
def _holidays(year: int) -> dict[date, tuple[str, str]]:
    german = holidays.country_holidays("DE", subdiv="NW", years=year, language="de")
    english = holidays.country_holidays("DE", subdiv="NW", years=year, language="en_US")
    return {day: (german[day], english[day].replace("Labor", "Labour")) for day in german}


def holiday(day: date) -> tuple[str, str] | None:
    """The German and the English name of a day on which the city is closed, or None."""
    return _FIXED.get((day.month, day.day)) or _holidays(day.year).get(day)
