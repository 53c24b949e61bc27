"""The table of school holidays; some of it against what the ministry published."""

from datetime import date
from itertools import pairwise

from language.dates.school_holidays import SCHOOL_HOLIDAYS, school_holiday
from tests.unit.language.dates.support import meant


def test_holidays_follow_one_another() -> None:
    spans = SCHOOL_HOLIDAYS["holidays"]
    assert all(first <= last for first, last in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_summer_holidays_last_six_and_a_half_weeks() -> None:
    lengths = {(last - first).days for first, last in SCHOOL_HOLIDAYS["summer_holidays"]}
    assert lengths == {43}


def test_the_next_or_running_ones_are_meant() -> None:
    autumn = (date(2026, 10, 17), date(2026, 10, 31))
    assert school_holiday("autumn_holidays", date(2026, 10, 31)) == autumn
    assert school_holiday("autumn_holidays", date(2026, 11, 1)) != autumn
    assert school_holiday("autumn_holidays", date(2029, 1, 1), 2026) == autumn


def test_what_is_not_announced_is_no_match() -> None:
    assert school_holiday("summer_holidays", date(2031, 1, 1)) is None
    assert meant("in den Sommerferien 2040", "de") == "-"
