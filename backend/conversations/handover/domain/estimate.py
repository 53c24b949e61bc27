"""How long somebody will wait, from what lately was; never from nothing."""

from collections.abc import Sequence
from math import ceil
from statistics import median

_FEWEST = 3
_STEP_MINUTES = 5
_SECONDS = 60


def wait_minutes(
    position: int, waits: Sequence[float], handlings: Sequence[float], staff: int
) -> int | None:
    """Minutes until somebody at `position` (from 1) is likely helped, rounded up to five.

    `waits` and `handlings` are the latest waiting and handling times in seconds, `staff` how
    many people are there. None when fewer than three were handled, or nobody is there.
    """
    if len(handlings) < _FEWEST or staff < 1 or position < 1:
        return None
    ahead = position * median(handlings) / staff
    usual = median(waits) if len(waits) >= _FEWEST else 0
    return ceil(max(ahead, usual, 1) / _SECONDS / _STEP_MINUTES) * _STEP_MINUTES
