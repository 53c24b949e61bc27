from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.notifications.domain import Notice, Retrying, Way

DUE = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
RETRYING = Retrying(timedelta(minutes=1), timedelta(hours=1), timedelta(hours=48))


def notice(attempts: int) -> Notice:
    return Notice(
        id=1,
        uid="u",
        kind="test.plain",
        about="test:1",
        way=Way.EMAIL,
        recipient="erika@example.org",
        language="de",
        due_at=DUE,
        facts={},
        useless_at=None,
        optional=False,
        attempts=attempts,
        lease="l",
    )


def test_pauses_double_up_to_the_longest() -> None:
    pauses = [RETRYING.next_try(notice(attempts), DUE) for attempts in (1, 2, 3, 7, 500)]
    assert pauses == [DUE + timedelta(minutes=each) for each in (1, 2, 4, 60, 60)]


def test_in_the_end_it_is_given_up() -> None:
    last = DUE + timedelta(hours=48)
    assert RETRYING.next_try(notice(50), last - timedelta(seconds=1)) is not None
    assert RETRYING.next_try(notice(50), last) is None


@given(st.integers(0, 10_000), st.timedeltas(timedelta(0), timedelta(days=9)))
def test_the_next_try_is_always_ahead_and_never_too_far(attempts: int, late: timedelta) -> None:
    now = DUE + late
    found = RETRYING.next_try(notice(attempts), now)
    assert found is None or now < found <= now + RETRYING.longest
