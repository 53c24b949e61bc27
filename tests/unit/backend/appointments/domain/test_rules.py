from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.appointments.domain.rules import Rules

NOW = datetime(2026, 3, 2, 9, 0)
RULES = Rules(lead_minutes=60, return_after=(10, 60))


@given(st.integers(0, 10_000), st.floats(0, 0.999))
def test_half_of_the_bookable_time_is_left(minutes: int, chance: float) -> None:
    start = NOW + timedelta(minutes=minutes)
    delay = RULES.return_delay(NOW, start, chance)
    assert timedelta(0) <= delay < timedelta(minutes=60)
    if start > RULES.earliest(NOW):
        assert NOW + delay <= start - timedelta(minutes=60) - delay
    if minutes >= 180:
        assert delay >= timedelta(minutes=10)


def test_none_returns_at_once() -> None:
    assert Rules().return_delay(NOW, datetime(2026, 3, 3), 0.9) == timedelta(0)
