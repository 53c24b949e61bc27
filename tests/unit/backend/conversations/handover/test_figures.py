"""Figures of a day."""

from backend.conversations.handover.domain.figures import count
from backend.conversations.handover.domain.states import Step
from tests.unit.backend.conversations.handover.samples import NOON, handover, minutes, taken


def test_contained_handed_over_and_abandoned() -> None:
    helped = taken(ended_at=NOON + minutes(15), outcome=Step.CLOSE)
    left = handover(conversation_id="c-2", ended_at=NOON + minutes(3), outcome=Step.LEAVE)
    waiting = handover(conversation_id="c-3")
    found = count("2026-03-02", ["c-1", "c-2", "c-3", "c-4"], [helped, left, waiting], 2, [5, 4])
    assert (found.conversations, found.contained, found.handed_over) == (4, 1, 3)
    assert found.abandoned == 1
    assert (found.waiting_median, found.waiting_p95, found.handling_median) == (300, 300, 600)
    assert (found.callbacks, found.ratings, found.stars) == (2, 2, 4.5)


def test_a_day_without_anybody() -> None:
    found = count("2026-03-02", [], [], 0, [])
    assert (found.waiting_median, found.handling_median, found.stars) == (None, None, None)
