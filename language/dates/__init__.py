"""Dates and times in German and English sentences."""

from language.dates.intervals import OPEN_END, DateMatch, Interval
from language.dates.parse import find_dates, parse_date

__all__ = ["OPEN_END", "DateMatch", "Interval", "find_dates", "parse_date"]
