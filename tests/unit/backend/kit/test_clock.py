from datetime import UTC, datetime, timedelta

from backend.kit.clock import FixedClock, OffsetClock, SystemClock, clock_from


def test_a_naive_moment_means_duisburg() -> None:
    clock = FixedClock(datetime(2026, 7, 1, 12, 0))
    assert clock.now() == datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
    assert clock.local() == datetime(2026, 7, 1, 12, 0)


def test_an_aware_moment_is_kept() -> None:
    clock = FixedClock(datetime(2026, 1, 1, 12, 0, tzinfo=UTC))
    assert clock.local() == datetime(2026, 1, 1, 13, 0)


def test_the_offset_clock_starts_there_and_ticks_on() -> None:
    monotonic = [100.0]
    clock = OffsetClock(datetime(2026, 3, 2, 9, 0), lambda: monotonic[0])
    assert clock.local() == datetime(2026, 3, 2, 9, 0)
    monotonic[0] += 90
    assert clock.local() == datetime(2026, 3, 2, 9, 1, 30)


def test_elapsed_time_crosses_the_clock_change() -> None:
    clock = FixedClock(datetime(2026, 3, 29, 1, 30))
    clock.advance(timedelta(hours=1))
    assert clock.local() == datetime(2026, 3, 29, 3, 30)


def test_the_setting_chooses_the_clock() -> None:
    assert isinstance(clock_from(None), SystemClock)
    assert isinstance(clock_from(datetime(2026, 3, 2)), OffsetClock)
    assert abs(SystemClock().now() - datetime.now(UTC)) < timedelta(seconds=5)
