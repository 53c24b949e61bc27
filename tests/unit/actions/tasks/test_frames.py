import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from actions.tasks.frames import Frame, read_stack, write_stack

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
FIELDS = st.dictionaries(st.text(), JSON, max_size=4)
FRAMES = st.builds(
    Frame, st.text(), FIELDS, st.none() | st.text(), st.integers(min_value=0), FIELDS
)


@given(st.lists(FRAMES, max_size=3))
def test_a_stack_survives_the_slot(frames: list[Frame]) -> None:
    stored: Any = json.loads(json.dumps(write_stack(frames)))
    assert read_stack(stored) == frames


def test_an_empty_slot_is_an_empty_stack() -> None:
    assert read_stack(None) == []
    assert read_stack([]) == []


def test_values_are_added_and_taken_without_touching_the_frame_before() -> None:
    before = Frame("borrow", values={"days": 2, "kind": "city"})
    after = before.without("kind", "unknown").with_values(name="Anna")
    assert after.values == {"days": 2, "name": "Anna"}
    assert before.values == {"days": 2, "kind": "city"}


def test_a_note_of_none_is_forgotten() -> None:
    noted = Frame("borrow").with_notes(hold="h-1", offers=[1])
    assert noted.with_notes(hold=None).notes == {"offers": [1]}
