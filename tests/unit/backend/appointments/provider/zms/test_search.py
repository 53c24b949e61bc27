from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.ticks import DAY_TICKS, MINUTES
from backend.appointments.domain.window import Window
from backend.appointments.provider.zms.search import Free, fits

NOW = datetime(2026, 3, 2, 10, 0)
LAST = date(2026, 3, 20)
DAY = datetime(2026, 3, 3)
STARTS = st.datetimes(NOW - timedelta(days=2), datetime(2026, 3, 24)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
OFFICES = ("walsum", "hamborn")


@st.composite
def windows(draw: st.DrawFn) -> Window:
    start, until = sorted((draw(STARTS), draw(STARTS)))
    low, high = sorted((draw(TIMES), draw(TIMES)))
    if draw(st.booleans()):
        low, high = time(0), time.max
    return Window(start, until, NOW, LAST, low, high)


def free(*starts: datetime, minutes: int = 12) -> Free:
    return Free([(start, "walsum") for start in sorted(starts)], minutes)


@given(windows(), STARTS)
def test_on_full_ticks_it_agrees_with_the_day_masks(window: Window, moment: datetime) -> None:
    start = moment.replace(minute=moment.minute // MINUTES * MINUTES)
    index = (start.hour * 60 + start.minute) // MINUTES
    assert 0 <= index < DAY_TICKS
    assert fits(window, start) == bool(window.allowed(start.date()) >> index & 1)


@given(
    st.lists(st.tuples(STARTS, st.sampled_from(OFFICES)), max_size=30, unique=True),
    windows(),
    st.integers(1, 5),
    st.booleans(),
)
def test_what_is_chosen_is_free_and_within_the_wish(
    starts: list[tuple[datetime, str]], window: Window, limit: int, spread: bool
) -> None:
    everything = Free(sorted(starts), 12)
    within = everything.within(window)
    chosen = within.choose(limit, spread)
    assert all((slot.start, slot.office) in starts for slot in chosen)
    assert all(fits(window, slot.start) for slot in chosen)
    assert all(slot.end - slot.start == timedelta(minutes=12) for slot in chosen)
    assert len(chosen) <= limit
    assert bool(chosen) == bool(within.starts)
    near = everything.nearest(window, limit)
    assert len(near) <= limit
    assert all((slot.start, slot.office) in starts and slot.start >= NOW for slot in near) or (
        window.beyond_horizon
    )


def test_starts_beside_full_ticks_are_kept_to_the_minute() -> None:
    starts = [DAY + timedelta(hours=10, minutes=m) for m in (0, 12, 24, 36)]
    slots = free(*starts).choose(4, spread=False)
    assert [slot.start for slot in slots] == starts
    assert slots[1].end == starts[1] + timedelta(minutes=12)
    exact = Window(starts[1], starts[1], NOW, LAST)
    assert [slot.start for slot in free(*starts).within(exact).choose(3, False)] == [starts[1]]


def test_around_a_time_that_is_gone() -> None:
    ten = DAY + timedelta(hours=10)
    around = [ten + timedelta(minutes=m) for m in (-30, -15, 20, 40)]
    slots = free(*around).nearest(Window(ten, ten, NOW, LAST), 3)
    assert [slot.start for slot in slots] == around[1:]
