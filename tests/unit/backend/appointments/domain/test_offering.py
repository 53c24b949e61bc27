from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.offering import OfferRules
from tests.unit.backend.appointments.domain.samples import at

RULES = OfferRules()
FAR = at(12, day=20)


@pytest.mark.parametrize(
    ("now", "start", "until"),
    [
        (at(9), FAR, at(11)),
        (at(18), FAR, at(20)),
        (at(18, 1), FAR, at(8, 1, day=3)),
        (at(20), FAR, at(10, day=3)),
        (at(23, 30), FAR, at(10, day=3)),
        (at(3), FAR, at(10)),
        (at(9), at(11, 30), at(10, 30)),
        (at(9), at(12), at(11)),
        (at(9) + timedelta(seconds=1), FAR, at(11, 1)),
    ],
)
def test_until(now: datetime, start: datetime, until: datetime) -> None:
    assert RULES.until(now, start) == until


@pytest.mark.parametrize(
    ("now", "earliest"),
    [
        (at(9), at(10, 30)),
        (at(19, 30), at(21)),
        (at(19, 31), at(9, 1, day=3)),
        (at(21), at(9, 30, day=3)),
    ],
)
def test_earliest(now: datetime, earliest: datetime) -> None:
    assert RULES.earliest(now) == earliest


@given(
    now=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
    later=st.timedeltas(timedelta(0), timedelta(days=9)),
    minutes=st.integers(1, 2000),
    least=st.integers(1, 2000),
    hours=st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda h: h[0] < h[1]),
)
def test_never_too_short_nor_in_the_night(
    now: datetime, later: timedelta, minutes: int, least: int, hours: tuple[int, int]
) -> None:
    least = min(least, minutes)
    rules = OfferRules(minutes, least, 60, time(hours[0]), time(hours[1]))
    start = rules.earliest(now) + later
    until = rules.until(now, start)
    assert until <= start - timedelta(minutes=60)
    assert until >= now + timedelta(minutes=least)
    if until < start - timedelta(minutes=60):
        assert time(hours[0]) < until.time() <= time(hours[1])
        assert until >= now + timedelta(minutes=minutes)
