"""How the cases of these tests are written down."""

from datetime import datetime

from language.dates import DateMatch, find_dates, parse_date

NOW = datetime(2026, 11, 25, 10, 0)
"""The reference of most cases: a Wednesday."""


def written(start: datetime, end: datetime) -> str:
    """An interval in short: a day, an exact time, or both ends; an open end is left out."""
    if start == end:
        return f"{start:%Y-%m-%d %H:%M}"
    whole = f"{start:%H:%M}" == "00:00" and f"{end:%H:%M}" == "23:59"
    if whole and start.date() == end.date():
        return f"{start:%Y-%m-%d}"
    if end.year == 9999:
        return f"{start:%Y-%m-%d %H:%M}/"
    if whole:
        return f"{start:%Y-%m-%d}/{end:%Y-%m-%d}"
    last = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M}/{last}"


def meant(text: str, language: str, reference: datetime = NOW) -> str:
    """What `parse_date` understands, as :func:`written`; "-" for nothing."""
    interval = parse_date(text, language, reference)
    return written(interval.start, interval.end) if interval else "-"


def all_meant(text: str, language: str, reference: datetime = NOW) -> list[str]:
    """Every match: negated ones with a "!" in front, daily bounds behind."""
    return [_match(match) for match in find_dates(text, language, reference)]


def _match(match: DateMatch) -> str:
    said = written(match.interval.start, match.interval.end)
    if match.daily:
        said += f" daily {match.daily[0]:%H:%M}-{match.daily[1]:%H:%M}"
    return ("!" if match.negated else "") + said
