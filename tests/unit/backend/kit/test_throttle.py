from datetime import UTC, datetime, timedelta

from backend.kit.throttle import MemoryThrottle

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_one_client_may_ask_so_often_a_minute() -> None:
    throttle = MemoryThrottle(2)
    assert [throttle.allow("a", NOON) for _ in range(3)] == [True, True, False]
    assert throttle.allow("b", NOON)
    assert throttle.allow("a", NOON + timedelta(minutes=1))


def test_memory_stays_bounded() -> None:
    throttle = MemoryThrottle(1)
    for i in range(10_100):
        throttle.allow(str(i), NOON)
    assert len(throttle._counts) == 10_000
