from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.domain.catalogue import Item, Office
from backend.appointments.domain.slots import NOTHING_BUSY, Busy
from backend.appointments.domain.ticks import WORD, first_tick, tick_of
from backend.appointments.domain.waiting import (
    Bounds,
    Entry,
    Match,
    Preference,
    ahead_of,
    match,
    window_of,
)
from tests.unit.backend.appointments.domain.samples import (
    MONDAY,
    at,
    closed_on_monday,
    never_closed,
    office,
)

BOUNDS = Bounds(at(7), at(8, 30), date(2026, 5, 25))
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def entry(number: int, has: datetime, minutes: int = 15, /, **wish: Any) -> Entry:
    services = (Item("passport", 1),)
    own = Appointment(
        *(number, f"hold-{number}", f"CODE-{number}", Status.CONFIRMED, "a", has, minutes),
        *(services, NOW, 0, NOW),
    )
    return Entry(number, own, Preference(**{"offices": ("a",)} | wish), NOW)


def only_free(*free: datetime, counter: int = 1, days: int = 10) -> Busy:
    """All ticks of a counter are taken but those given."""
    busy = {
        (counter, word): (1 << WORD) - 1
        for word in range(first_tick(MONDAY) // WORD, first_tick(MONDAY) // WORD + 6 * days)
    }
    for tick in map(tick_of, free):
        busy[counter, tick // WORD] &= ~(1 << tick % WORD)
    return busy


def quarter(start: datetime) -> list[datetime]:
    return [start + timedelta(minutes=5 * n) for n in range(3)]


def matched(
    queue: list[Entry], busy: Busy = NOTHING_BUSY, refused: Any = None, closures: Any = never_closed
) -> list[tuple[int, datetime]]:
    offices = {key: office(key, (number,)) for number, key in enumerate("ab", 1)}
    found = match(queue, offices, closures, busy, BOUNDS, refused or {})
    return [(each.entry.id, each.slot.start) for each in found]


def test_the_first_in_line_gets_it() -> None:
    busy = only_free(*quarter(at(10)))
    assert matched([entry(1, at(9, day=9)), entry(2, at(9, day=10))], busy) == [(1, at(10))]


def test_whom_it_does_not_suit_is_passed_over_and_keeps_the_place() -> None:
    busy = only_free(*quarter(at(10)), *quarter(at(14, day=3)))
    afternoon = entry(1, at(9, day=9), daily_from=time(14))
    assert matched([afternoon, entry(2, at(9, day=10))], busy) == [
        (1, at(14, day=3)),
        (2, at(10)),
    ]


def test_too_short_a_gap_suits_nobody_who_needs_longer() -> None:
    busy = only_free(*quarter(at(10)))
    assert matched([entry(1, at(9, day=9), 20), entry(2, at(9, day=9))], busy) == [(2, at(10))]


def test_nothing_before_what_can_be_offered_nor_after_what_they_have() -> None:
    busy = only_free(*quarter(at(8)), *quarter(at(15)))
    assert matched([entry(1, at(14))], busy) == []
    assert matched([entry(1, at(15))], busy) == []
    assert matched([entry(1, at(15, 15))], busy) == [(1, at(15))]


def test_not_at_the_time_they_have() -> None:
    assert matched([entry(1, at(10))], only_free(*quarter(at(9, 50)))) == []
    assert matched([entry(1, at(10))], only_free(*quarter(at(9, 45)))) == [(1, at(9, 45))]
    wide = entry(1, at(10), offices=("b",), start=at(9), until=at(16))
    assert matched([wide], only_free(*quarter(at(10)), counter=2)) == []


def test_the_day_refused_is_not_offered_again() -> None:
    queue = [entry(1, at(9, day=9)), entry(2, at(9, day=9))]
    refused = {1: {("a", MONDAY)}}
    busy = only_free(*quarter(at(10)), *quarter(at(11, day=3)))
    assert matched(queue, busy, refused) == [(1, at(11, day=3)), (2, at(10))]


def test_offices_as_named_and_the_earliest_of_them() -> None:
    both = entry(1, at(9, day=9), offices=("b", "a"))
    assert matched([both]) == [(1, at(8, 30))]
    offices = {key: office(key, (number,)) for number, key in enumerate("ab", 1)}
    (found,) = match([both], offices, never_closed, NOTHING_BUSY, BOUNDS, {})
    assert (found.slot.office, found.counter) == ("b", 2)
    gone = entry(2, at(9, day=9), offices=("given_up",))
    assert matched([gone]) == []


def test_closed_days_have_nothing() -> None:
    assert matched([entry(1, at(9, day=9))], closures=closed_on_monday) == [(1, at(8, day=3))]


def test_a_wish_whose_time_has_passed_waits_for_nothing() -> None:
    assert window_of(entry(1, at(7)), BOUNDS) is None
    assert window_of(entry(1, at(9), start=at(9)), BOUNDS) is None
    assert window_of(entry(1, at(9), start=at(10), until=at(9, 30)), BOUNDS) is None
    assert window_of(entry(1, at(12), start=at(10), until=at(10)), BOUNDS) is not None


def test_ahead_are_those_who_came_before_for_one_of_the_offices() -> None:
    queue = [
        entry(1, at(9, day=9)),
        entry(2, at(9, day=9), offices=("b",)),
        entry(3, at(9, day=9), offices=("b", "a")),
    ]
    assert [ahead_of(each, queue) for each in queue] == [0, 0, 2]


entries = st.builds(
    dict,
    day=st.integers(3, 6),
    hour=st.integers(8, 15),
    minutes=st.sampled_from([5, 15, 30]),
    offices=st.sampled_from([("a",), ("b",), ("a", "b")]),
    daily=st.sampled_from([(time(0), time.max), (time(14), time.max), (time(8), time(10))]),
)
words = st.dictionaries(
    st.tuples(st.integers(1, 3), st.integers(0, 23)), st.integers(0, (1 << WORD) - 1)
)


def made(number: int, each: dict[str, Any]) -> Entry:
    wish = {"offices": each["offices"], "daily_from": each["daily"][0]}
    wish["daily_until"] = each["daily"][1]
    return entry(number, at(each["hour"], day=each["day"]), each["minutes"], **wish)


@given(wished=st.lists(entries, max_size=12), taken=words)
def test_nothing_is_given_twice_and_the_order_is_kept(
    wished: list[dict[str, Any]], taken: dict[tuple[int, int], int]
) -> None:
    first = first_tick(MONDAY) // WORD
    # Nearly nothing is free, so that they are in one another's way.
    full = {(c, first + w): (1 << WORD) - 1 for c in (1, 2, 3) for w in range(48)}
    busy = full | {(c, first + w): bits for (c, w), bits in taken.items()}
    offices = {"a": office("a", (1, 3)), "b": office("b", (2,))}
    queue = [made(number, each) for number, each in enumerate(wished, 1)]
    got = match(queue, offices, never_closed, busy, BOUNDS, {})
    places = defaultdict(list)
    for each in got:
        assert fits(each, offices, busy)
        for tick in each.ticks:
            places[each.counter, tick].append(each.entry.id)
    assert all(len(holders) == 1 for holders in places.values())
    assert [each.entry.id for each in got] == sorted({each.entry.id for each in got})
    # With those before them gone, nobody could have had anything earlier, or anything at all.
    left = dict(busy)
    by_entry = {each.entry.id: each for each in got}
    for each in queue:
        alone = match([each], offices, never_closed, left, BOUNDS, {})
        assert [m.slot for m in alone] == [m.slot for m in got if m.entry is each]
        for tick in by_entry[each.id].ticks if each.id in by_entry else ():
            place = (by_entry[each.id].counter, tick // WORD)
            left[place] = left.get(place, 0) | 1 << tick % WORD


def fits(found: Match, offices: dict[str, Office], busy: Busy) -> bool:
    slot, own, wish = found.slot, found.entry.appointment, found.entry.preference
    assert found.counter in offices[slot.office].counters
    assert slot.office in wish.offices
    assert slot.end <= own.start
    assert slot.end - slot.start == timedelta(minutes=own.minutes)
    assert slot.start >= BOUNDS.not_before
    assert wish.daily_from <= slot.start.time() < wish.daily_until
    return all(
        not busy.get((found.counter, tick // WORD), 0) >> tick % WORD & 1 for tick in found.ticks
    )
