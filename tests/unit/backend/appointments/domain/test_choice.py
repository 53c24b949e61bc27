from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain import choice
from backend.appointments.domain.slots import FreeDay
from backend.appointments.domain.ticks import FULL_DAY, between
from tests.unit.backend.appointments.domain.samples import MONDAY, at

TUESDAY = MONDAY + timedelta(days=1)
OPEN = between(96, 192)


def day(offset: int, starts: int, office: str = "a") -> FreeDay:
    return FreeDay(MONDAY + timedelta(days=offset), office, starts)


def test_earliest_goes_by_time_then_office() -> None:
    free = [day(0, between(97, 99), "a"), day(0, between(96, 98), "b"), day(1, OPEN)]
    slots = choice.earliest(free, 4, 1)
    assert [(s.office, s.start) for s in slots] == [
        ("b", at(8, 0)),
        ("a", at(8, 5)),
        ("b", at(8, 5)),
        ("a", at(8, 10)),
    ]


def test_latest_are_the_last_in_order() -> None:
    slots = choice.latest([day(0, OPEN), day(1, between(96, 98))], 3, 1)
    assert [s.start for s in slots] == [at(15, 55), at(8, 0, day=3), at(8, 5, day=3)]


def test_over_a_day_times_are_round_and_apart() -> None:
    slots = choice.spread_out([day(0, between(97, 192))], 3, 1)
    assert [s.start for s in slots] == [at(9), at(11), at(14)]


def test_over_several_days_each_gets_one_early_time() -> None:
    slots = choice.spread_out([day(i, between(97, 192)) for i in range(5)], 3, 1)
    assert [s.start for s in slots] == [at(8, 30, day=d) for d in (2, 3, 4)]


def test_too_few_days_give_more_each() -> None:
    slots = choice.spread_out([day(0, OPEN), day(1, between(120, 121))], 3, 1)
    assert [s.start.date() for s in slots] == [MONDAY, MONDAY, TUESDAY]


def test_offices_vary() -> None:
    slots = choice.spread_out([day(0, OPEN, "a"), day(0, OPEN, "b"), day(0, OPEN, "c")], 3, 1)
    assert {s.office for s in slots} == {"a", "b", "c"}


@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.sampled_from("abc"), st.integers(1, FULL_DAY)),
        max_size=8,
        unique_by=lambda each: each[:2],
    ),
    st.integers(1, 12),
)
def test_choices_are_free_different_and_as_many_as_wanted(
    drawn: list[tuple[int, str, int]], limit: int
) -> None:
    free = [day(*(offset, starts, office)) for offset, office, starts in sorted(drawn)]
    offered = {
        (each.office, each.day, index)
        for each in free
        for index in range(288)
        if each.starts >> index & 1
    }
    for choose in (choice.earliest, choice.latest, choice.spread_out):
        slots = choose(free, limit, 1)
        keys = [
            (s.office, s.start.date(), (s.start.hour * 60 + s.start.minute) // 5) for s in slots
        ]
        assert set(keys) <= offered
        assert len(set(keys)) == len(keys)
        assert [s.start for s in slots] == sorted(s.start for s in slots)
        if choose is not choice.spread_out:
            assert len(slots) == min(limit, len(offered))
        elif offered:
            times = len({(d, i) for _, d, i in offered if d <= _last_day(free, limit)})
            assert len(slots) == min(limit, times)


def _last_day(free: list[FreeDay], limit: int) -> date:
    return sorted({each.day for each in free})[:limit][-1]
