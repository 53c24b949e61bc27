"""Easter and the feasts people name, public holidays of North Rhine-Westphalia among them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from language.dates.almanac import Span, next_weekday
from language.dates.other_calendars import OTHER_FEASTS, spans
from language.dates.school_holidays import SCHOOL_HOLIDAYS, school_holiday


@lru_cache(maxsize=64)
def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (Meeus/Jones/Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int, days: int = 1) -> Callable[[int], Span]:
    return lambda year: (
        date(year, month, day),
        date(year, month, day) + timedelta(days - 1),
    )


def _moving(offset: int, days: int = 1) -> Callable[[int], Span]:
    return lambda year: (
        easter(year) + timedelta(offset),
        easter(year) + timedelta(offset + days - 1),
    )


def _before_christmas(days_before_fourth_advent: int) -> Callable[[int], Span]:
    def span(year: int) -> Span:
        eve = date(year, 12, 24)
        fourth = eve - timedelta((eve.weekday() + 1) % 7)
        day = fourth - timedelta(days_before_fourth_advent)
        return day, day

    return span


def _mothers_day(year: int) -> Span:
    first = next_weekday(date(year, 4, 30), 6)
    return first + timedelta(7), first + timedelta(7)


def _advent(year: int) -> Span:
    return _before_christmas(21)(year)[0], date(year, 12, 24)


def _first_sunday(month: int) -> Callable[[int], Span]:
    def span(year: int) -> Span:
        day = next_weekday(date(year, month, 1) - timedelta(1), 6)
        return day, day

    return span


def _last_sunday(month: int) -> Callable[[int], Span]:
    def span(year: int) -> Span:
        day = date(year, month, 31)
        day -= timedelta((day.weekday() + 1) % 7)
        return day, day

    return span


FEASTS: dict[str, Callable[[int], Span]] = {
    "new_year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine": _fixed(2, 14),
    "womens_carnival": _moving(-52),
    "carnival": _moving(-52, 6),
    "carnival_monday": _moving(-48),
    "carnival_tuesday": _moving(-47),
    "ash_wednesday": _moving(-46),
    "palm_sunday": _moving(-7),
    "maundy_thursday": _moving(-3),
    "good_friday": _moving(-2),
    "holy_saturday": _moving(-1),
    "easter_sunday": _moving(0),
    "easter": _moving(0, 2),
    "easter_monday": _moving(1),
    "labour_day": _fixed(5, 1),
    "mothers_day": _mothers_day,
    "ascension": _moving(39),
    "whit_sunday": _moving(49),
    "whitsun": _moving(49, 2),
    "whit_monday": _moving(50),
    "corpus_christi": _moving(60),
    "unity_day": _fixed(10, 3),
    "reformation": _fixed(10, 31),
    "all_saints": _fixed(11, 1),
    "all_souls": _fixed(11, 2),
    "st_martin": _fixed(11, 11),
    "remembrance": _before_christmas(35),
    "repentance": _before_christmas(32),
    "sunday_of_the_dead": _before_christmas(28),
    "advent": _advent,
    "advent_1": _before_christmas(21),
    "advent_2": _before_christmas(14),
    "advent_3": _before_christmas(7),
    "advent_4": _before_christmas(0),
    "nicholas": _fixed(12, 6),
    "clock_forward": _last_sunday(3),
    "clock_back": _last_sunday(10),
    "christmas_eve": _fixed(12, 24),
    "christmas_day": _fixed(12, 25),
    "christmas": _fixed(12, 25, 2),
    "boxing_day": _fixed(12, 26),
    "between_the_years": _fixed(12, 27, 4),
    "new_years_eve": _fixed(12, 31),
    "nowruz": _fixed(3, 21),
    "st_patrick": _fixed(3, 17),
    "walpurgis": _fixed(4, 30),
    "assumption": _fixed(8, 15),
    "harvest": _first_sunday(10),
    "bonfire": _fixed(11, 5),
    "womens_day": _fixed(3, 8),
    "orthodox_christmas": _fixed(1, 7),
}


def feast(name: str, today: date, year: int | None = None) -> Span | None:
    """The feast or school holidays in `year`, or else the next; what is under way counts.

    None for school holidays that are not announced yet, and for feasts of other calendars
    beyond the years that are known.
    """
    if name in SCHOOL_HOLIDAYS:
        return school_holiday(name, today, year)
    if name in OTHER_FEASTS:
        years = (year,) if year else range(today.year - 1, today.year + 2)
        return next((s for each in years for s in spans(name, each) if year or s[1] >= today), None)
    if year is not None:
        return FEASTS[name](year)
    this_year = FEASTS[name](today.year)
    return this_year if this_year[1] >= today else FEASTS[name](today.year + 1)
