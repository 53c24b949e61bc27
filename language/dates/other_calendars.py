"""Feasts of other calendars that people of the city keep: Eid, Pesach, Diwali, Orthodox Easter.

The days come from the `holidays` package. Islamic feasts are those of Turkey, which sets them
ahead by calculation; the beginning of Ramadan and lesser days are the package's estimates for
the Maldives and India.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

from language.dates.almanac import Span

_Named = tuple[str, str, int]
"""Country, its English names there (they differ by version), days the feast lasts."""

_NAMED: dict[str, _Named] = {
    "eid_al_fitr": ("TR", "Eid al-Fitr", 3),
    "eid_al_adha": ("TR", "Eid al-Adha", 4),
    "islamic_new_year": ("MV", "Islamic New Year", 1),
    "ashura": ("IN", "Ashura", 1),
    "mawlid": ("MV", "Prophet's Birthday|Mawlid al-Nabi", 1),
    "rosh_hashanah": ("IL", "Rosh Hashanah", 2),
    "yom_kippur": ("IL", "Yom Kippur", 1),
    "sukkot": ("IL", "Sukkot", 7),
    "pesach": ("IL", "Pesach", 8),
    "shavuot": ("IL", "Shavuot", 2),
    "hanukkah": ("IL", "Hanukkah", 8),
    "diwali": ("IN", "Diwali", 1),
    "holi": ("IN", "Holi", 1),
    "chinese_new_year": ("CN", "Chinese New Year (Spring Festival)", 1),
    "orthodox_good_friday": ("GR", "Good Friday", 1),
}
_MONDAY_AFTER = ("GR", "Easter Monday", 1)
_FIRST_FAST = ("MV", "First Day of Ramadan|Beginning of Ramadan", 1)
_KINDS = {"IL": ("public", "school"), "IN": ("public", "optional")}
_WIDEST_PAUSE = timedelta(60)
OTHER_FEASTS = frozenset((*_NAMED, "ramadan", "orthodox_easter"))


def spans(name: str, year: int) -> tuple[Span, ...]:
    """The feast's spans that begin in `year`: none, one, or two in a short lunar year."""
    if name == "ramadan":
        ends = [*_spans("eid_al_fitr", year), *_spans("eid_al_fitr", year + 1)]
        begins = _begins(*_FIRST_FAST[:2], year)
        return tuple(
            (first, next(end[0] for end in ends if end[0] > first) - timedelta(1))
            for first in begins
            if any(end[0] > first for end in ends)
        )
    if name == "orthodox_easter":
        mondays = _begins(*_MONDAY_AFTER[:2], year)
        return tuple((monday - timedelta(1), monday) for monday in mondays)
    return _spans(name, year)


def _spans(name: str, year: int) -> tuple[Span, ...]:
    country, said, days = _NAMED[name]
    return tuple((first, first + timedelta(days - 1)) for first in _begins(country, said, year))


@lru_cache(maxsize=256)
def _begins(country: str, said: str, year: int) -> tuple[date, ...]:
    """The first days of the feast in a Gregorian year; days in a row are one feast."""
    found = sorted(
        day
        for day, names in _table(country, year).items()
        if any(name.removesuffix(" (estimated)") in said.split("|") for name in names.split("; "))
    )
    return tuple(day for i, day in enumerate(found) if not i or day - found[i - 1] > _WIDEST_PAUSE)


@lru_cache(maxsize=64)
def _table(country: str, year: int) -> dict[date, str]:
    kinds = _KINDS.get(country, ("public",))
    return dict(holidays.country_holidays(country, years=year, language="en_US", categories=kinds))
