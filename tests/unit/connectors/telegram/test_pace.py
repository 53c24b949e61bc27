"""Telegram's limits."""

from hypothesis import given
from hypothesis import strategies as st

from connectors.telegram.pace import BURST_IN_A_CHAT, BURST_IN_ALL, Pace


def test_a_short_burst_leaves_at_once_then_one_a_second() -> None:
    pace = Pace()
    waits = [pace.in_chat(7, 0.0) for _ in range(BURST_IN_A_CHAT + 2)]
    assert waits == [0.0] * BURST_IN_A_CHAT + [1.0, 2.0]


def test_a_quiet_chat_may_burst_again() -> None:
    pace = Pace()
    for _ in range(BURST_IN_A_CHAT + 3):
        pace.in_chat(7, 0.0)
    assert pace.in_chat(7, 60.0) == 0.0


PAUSES = st.lists(st.floats(0, 0.2), max_size=150)


@given(PAUSES)
def test_never_more_than_the_limit_of_a_chat(pauses: list[float]) -> None:
    pace, now, leaving = Pace(), 0.0, []
    for pause in pauses:
        now += pause
        leaving.append(now + pace.in_chat(7, now))
    assert leaving == sorted(leaving), "in the order they were asked for"
    assert most_within(leaving, 10.0) <= BURST_IN_A_CHAT + 10


@given(PAUSES)
def test_never_more_than_the_limit_of_the_bot(pauses: list[float]) -> None:
    pace, now, leaving = Pace(), 0.0, []
    for pause in pauses:
        now += pause / 10
        leaving.append(now + pace.in_all(now))
    assert leaving == sorted(leaving)
    assert most_within(leaving, 1.0) <= BURST_IN_ALL + 30


def most_within(moments: list[float], seconds: float) -> int:
    """The most moments in any stretch of so many seconds."""
    return max(
        (sum(begin <= at < begin + seconds - 1e-6 for at in moments) for begin in moments),
        default=0,
    )


def test_a_pause_for_one_chat_holds_nobody_else() -> None:
    pace = Pace()
    pace.hold(7, 5.0, now=0.0)
    assert pace.in_chat(7, 0.0) == 5.0
    assert pace.in_chat(8, 0.0) + pace.in_all(0.0) == 0.0


def test_pauses_for_two_chats_hold_all() -> None:
    pace = Pace()
    pace.hold(7, 5.0, now=0.0)
    pace.hold(8, 3.0, now=1.0)
    assert pace.in_all(1.0) == 4.0
    assert pace.in_all(6.0) == 0.0
