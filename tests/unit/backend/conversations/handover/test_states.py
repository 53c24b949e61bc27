"""Who may have a conversation after what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.conversations.domain import State
from backend.conversations.handover.domain.states import (
    IllegalStep,
    Step,
    after,
    allowed,
    is_open,
)

STEPS = st.lists(st.sampled_from(Step), max_size=30)


@given(STEPS)
def test_any_steps_lead_from_state_to_state_or_change_nothing(steps: list[Step]) -> None:
    state = State.BOT
    for step in steps:
        before = state
        try:
            state = after(state, step)
        except IllegalStep:
            assert step not in allowed(before)
            continue
        assert step in allowed(before)
        # Staff never gets somebody who did not ask, and nobody waits after the end.
        assert not (before is State.BOT and state is State.STAFF)
        assert not (before is State.CLOSED and is_open(state))


@pytest.mark.parametrize("state", State)
def test_no_state_is_a_dead_end(state: State) -> None:
    seen, edge = {state}, {state}
    while edge:
        edge = {after(each, step) for each in edge for step in allowed(each)} - seen
        seen |= edge
    assert State.BOT in seen


@pytest.mark.parametrize("state", [State.WAITING, State.STAFF])
def test_the_person_can_always_leave(state: State) -> None:
    assert after(state, Step.LEAVE) is State.BOT
