"""School holidays of North Rhine-Westphalia, first and last day.

Source: Ferienordnung für die Schuljahre bis 2029/30, Ministerium für Schule und Bildung NRW.
"""

from __future__ import annotations

from datetime import date

from language.dates.almanac import Span

_NAMES = ("easter", "whitsun", "summer", "autumn", "christmas")
_DAYS = """
2025 14.04-26.04 10.06-10.06 14.07-26.08 13.10-25.10 22.12-06.01
2026 30.03-11.04 26.05-26.05 20.07-01.09 17.10-31.10 23.12-06.01
2027 22.03-03.04 18.05-18.05 19.07-31.08 23.10-06.11 24.12-08.01
2028 10.04-22.04 -           10.07-22.08 23.10-04.11 21.12-05.01
2029 26.03-07.04 22.05-22.05 02.07-14.08 15.10-27.10 20.12-04.01
2030 15.04-27.04 -           24.06-06.08
"""


def _span(year: int, written: str) -> Span:
    (day, month), (last_day, last_month) = (end.split(".") for end in written.split("-"))
    first = date(year, int(month), int(day))
    return first, date(year + (last_month < month), int(last_month), int(last_day))


def _table() -> dict[str, list[Span]]:
    table: dict[str, list[Span]] = {f"{name}_holidays": [] for name in _NAMES}
    for line in _DAYS.strip().splitlines():
        year, *written = line.split()
        for name, each in zip(_NAMES, written, strict=False):
            if each != "-":
                table[f"{name}_holidays"].append(_span(int(year), each))
    # Nobody means the one free day after Whitsun by "die Ferien".
    whole = [s for spans in table.values() for s in spans if s[1] > s[0]]
    return {**table, "holidays": sorted(whole)}


SCHOOL_HOLIDAYS = _table()


def school_holiday(name: str, today: date, year: int | None = None) -> Span | None:
    """The holidays that begin in `year`, or else the next; those under way count.

    None beyond what the state has announced.
    """
    spans = SCHOOL_HOLIDAYS[name]
    return next((s for s in spans if (s[0].year == year if year else s[1] >= today)), None)
