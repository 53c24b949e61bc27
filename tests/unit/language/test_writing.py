"""Dates, times, money and lists as people read them."""

from datetime import date, datetime, time

import pytest

from language import writing

MOMENT = datetime(2026, 12, 1, 9, 5)


@pytest.mark.parametrize(
    ("language", "day", "short", "clock", "moment"),
    [
        (
            "de",
            "Dienstag, 1. Dezember 2026",
            "Di., 1.12.",
            "9:05 Uhr",
            "Dienstag, 1. Dezember 2026, 9:05 Uhr",
        ),
        (
            "en",
            "Tuesday, 1 December 2026",
            "Tue, 1 Dec",
            "9:05",
            "Tuesday, 1 December 2026, 9:05",
        ),
    ],
)
def test_days_and_times(language: str, day: str, short: str, clock: str, moment: str) -> None:
    assert writing.write_day(MOMENT, language) == day
    assert writing.write_day(date(2026, 12, 1), language) == day
    assert writing.write_day_short(MOMENT, language) == short
    assert writing.write_time(MOMENT, language) == clock
    assert writing.write_time(time(9, 5), language) == clock
    assert writing.write_moment(MOMENT, language) == moment


@pytest.mark.parametrize(
    ("cents", "language", "money"),
    [
        (4600, "de", "46,00\xa0€"),
        (123456, "de", "1.234,56\xa0€"),
        (0, "de", "0,00\xa0€"),
        (4600, "en", "€46.00"),
        (5, "en", "€0.05"),
    ],
)
def test_money(cents: int, language: str, money: str) -> None:
    assert writing.write_money(cents, language) == money


@pytest.mark.parametrize(
    ("items", "language", "either", "text"),
    [
        ([], "de", False, ""),
        (["a"], "de", False, "a"),
        (["a", "b"], "de", False, "a und b"),
        (["a", "b", "c"], "de", False, "a, b und c"),
        (["a", "b", "c"], "de", True, "a, b oder c"),
        (["a", "b", "c"], "en", False, "a, b and c"),
        (["a", "b"], "en", True, "a or b"),
    ],
)
def test_lists(items: list[str], language: str, either: bool, text: str) -> None:
    assert writing.write_list(items, language, either=either) == text
