"""Figures of a day or a period. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean, median

from backend.conversations.handover.domain.handover import Handover
from backend.conversations.handover.domain.states import Step

_NOT_HELPED = frozenset({Step.LEAVE, Step.CLOSING, Step.GONE})
_PART = 0.95


@dataclass(frozen=True)
class Counted:
    """`contained`: conversations without a handover; `abandoned`: handovers that ended before
    anybody took them. Times in seconds, None without any; `stars` is the mean.
    """

    day: str
    conversations: int
    contained: int
    handed_over: int
    abandoned: int
    callbacks: int
    waiting_median: int | None
    waiting_p95: int | None
    handling_median: int | None
    ratings: int
    stars: float | None


def count(
    day: str,
    conversations: Collection[str],
    handovers: Sequence[Handover],
    callbacks: int,
    stars: Sequence[int],
) -> Counted:
    """The figures of what began in one stretch of time."""
    handed_over = {each.conversation_id for each in handovers}
    waits = _seconds((each.requested_at, each.taken_at) for each in handovers)
    handlings = _seconds((each.taken_at, each.ended_at) for each in handovers)
    abandoned = sum(each.taken_at is None and each.outcome in _NOT_HELPED for each in handovers)
    return Counted(
        day=day,
        conversations=len(conversations),
        contained=len(set(conversations) - handed_over),
        handed_over=len(handed_over),
        abandoned=abandoned,
        callbacks=callbacks,
        waiting_median=round(median(waits)) if waits else None,
        waiting_p95=round(_p95(waits)) if waits else None,
        handling_median=round(median(handlings)) if handlings else None,
        ratings=len(stars),
        stars=round(fmean(stars), 2) if stars else None,
    )


def _seconds(stretches: Iterable[tuple[datetime | None, datetime | None]]) -> list[float]:
    return [(end - start).total_seconds() for start, end in stretches if start and end]


def _p95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(_PART * len(ordered)))]
