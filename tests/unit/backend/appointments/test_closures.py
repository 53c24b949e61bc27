from datetime import date

import pytest

from backend.appointments.closures import closure


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        (date(2026, 6, 4), "Fronleichnam", "Corpus Christi"),
        (date(2026, 11, 1), "Allerheiligen", "All Saints' Day"),
        (date(2026, 12, 24), "Heiligabend", "Christmas Eve"),
        (date(2026, 12, 31), "Silvester", "New Year's Eve"),
        (date(2027, 5, 1), "Erster Mai", "Labour Day"),
    ],
)
def test_closed(day: date, german: str, english: str) -> None:
    found = closure(day)
    assert found
    assert (found.de, found.en) == (german, english)


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2026, 1, 6), date(2026, 12, 27)])
def test_not_closed(day: date) -> None:
    assert closure(day) is None
