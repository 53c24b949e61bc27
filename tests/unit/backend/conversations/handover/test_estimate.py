"""How long somebody will wait."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.conversations.handover.domain.estimate import wait_minutes

TIMES = st.lists(st.floats(0, 7200), max_size=20)


@pytest.mark.parametrize(
    ("position", "waits", "handlings", "staff", "expected"),
    [
        (1, [], [], 2, None),
        (1, [], [300, 300], 2, None),
        (1, [], [300, 300, 300], 0, None),
        (1, [], [300, 300, 300], 1, 5),
        (4, [], [300, 300, 300], 1, 20),
        (4, [], [300, 300, 300], 2, 10),
        (1, [1200, 1200, 1200], [60, 60, 60], 1, 20),
        (1, [], [0, 0, 0], 1, 5),
    ],
)
def test_from_what_lately_was(
    position: int, waits: list[float], handlings: list[float], staff: int, expected: int | None
) -> None:
    assert wait_minutes(position, waits, handlings, staff) == expected


@given(st.integers(1, 30), TIMES, TIMES, st.integers(0, 10))
def test_further_back_never_means_sooner(
    position: int, waits: list[float], handlings: list[float], staff: int
) -> None:
    here = wait_minutes(position, waits, handlings, staff)
    behind = wait_minutes(position + 1, waits, handlings, staff)
    assert (here is None) == (behind is None)
    if here is not None and behind is not None:
        assert 5 <= here <= behind
        assert here % 5 == 0
