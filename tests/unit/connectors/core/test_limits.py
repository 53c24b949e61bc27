"""How much may be said, whoever says it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.core.clients import Client
from connectors.core.limits import Limits, Rate, TooMany

MINUTE = 60.0


@given(
    st.integers(1, 50),
    st.lists(st.floats(0, 20, allow_nan=False), min_size=1, max_size=200),
)
def test_no_minute_holds_more_than_twice_what_is_allowed(
    per_minute: int, pauses: list[float]
) -> None:
    """A full burst, and what drains away while the minute passes."""
    rate, now, taken = Rate(per_minute), 0.0, []
    for pause in pauses:
        now += pause
        if rate.wait("a", now) == 0:
            rate.count("a", now)
            taken.append(now)
    for start in taken:
        assert sum(start <= at < start + MINUTE for at in taken) <= 2 * per_minute


@given(st.integers(1, 100))
def test_a_minutes_worth_may_come_at_once(per_minute: int) -> None:
    rate = Rate(per_minute)
    for _ in range(per_minute):
        assert rate.wait("a", 5.0) == 0
        rate.count("a", 5.0)
    wait = rate.wait("a", 5.0)
    assert 0 < wait <= MINUTE / per_minute + 1e-3
    assert rate.wait("a", 5.0 + wait + 1e-3) == 0


def test_keys_do_not_hinder_one_another() -> None:
    rate = Rate(1)
    rate.count("a", 0.0)
    assert rate.wait("a", 0.0) == pytest.approx(MINUTE)
    assert rate.wait("b", 0.0) == 0


def test_memory_is_bounded_and_keeps_the_busiest() -> None:
    rate = Rate(10, remembered=100)
    for number in range(1000):
        rate.count("busy", 0.0)
        rate.count(f"once-{number}", 0.0)
    assert len(rate) == 100
    assert rate.wait("busy", 0.0) > 0


class Now:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_conversation_and_an_address_have_limits_of_their_own() -> None:
    now = Now()
    limits = Limits(2, 3, now)
    home = Client("203.0.113.7")
    limits.count(home, "c-1")
    limits.count(home, "c-1")
    with pytest.raises(TooMany) as refused:
        limits.count(home, "c-1")
    assert refused.value.seconds == 30
    limits.count(home, "c-2")
    with pytest.raises(TooMany):
        limits.count(home, "c-3")
    limits.count(Client("203.0.113.8"), "c-3")


def test_what_is_refused_does_not_count() -> None:
    now = Now()
    limits = Limits(2, 100, now)
    for _ in range(2):
        limits.count(Client("203.0.113.7"), "c-1")
    waits = []
    for _ in range(5):
        with pytest.raises(TooMany) as refused:
            limits.count(Client("203.0.113.7"), "c-1")
        waits.append(refused.value.seconds)
    assert all(first == second for first, second in pairwise(waits))
    now.seconds += waits[0]
    limits.count(Client("203.0.113.7"), "c-1")


def test_this_machine_itself_is_exempt_but_not_what_it_passes_on() -> None:
    limits = Limits(1, 1, lambda: 0.0)
    for _ in range(5):
        limits.count(Client("127.0.0.1"), "c-1")
    passed_on = Client("127.0.0.1", is_forwarded=True)
    limits.count(passed_on, "c-1")
    with pytest.raises(TooMany):
        limits.count(passed_on, "c-1")
    # Everybody comes from that proxy, so nobody is counted by its address.
    limits.count(passed_on, "c-2")


def test_an_unknown_address_is_limited_by_its_conversation() -> None:
    limits = Limits(1, 1, lambda: 0.0)
    limits.count(Client(), "c-1")
    with pytest.raises(TooMany):
        limits.count(Client(), "c-1")
