"""Sessions that keep a long conversation as cheap as a short one."""

from rasa.core.actions import action
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet

from assistant.session import SessionStart, install
from tests.unit.assistant.support import DOMAIN, tracker, turn

TASK = [{"task": "book_appointment"}]


async def started(*events: Event) -> list:
    return await SessionStart().run(None, None, tracker(*events), DOMAIN)


async def test_the_latest_value_of_each_slot_is_carried_over_once() -> None:
    earlier = [SlotSet("tasks", []), SlotSet("language", "en"), *turn("Hallo")]
    events = await started(*earlier * 5, SlotSet("tasks", TASK), SlotSet("requested_slot", "x"))
    assert events[0] == SessionStarted()
    assert sorted((e.key, e.value) for e in events[1:-1]) == [("language", "en"), ("tasks", TASK)]
    assert events[-1] == ActionExecuted("action_listen")


async def test_initial_values_need_no_event() -> None:
    events = await started(SlotSet("language", "de"), SlotSet("tasks", None))
    assert [type(event) for event in events] == [SessionStarted, ActionExecuted]


async def test_the_language_spoken_is_kept_even_where_it_is_the_first_one() -> None:
    events = await started(SlotSet("language", "de"), *turn("Hallo"))
    assert [(e.key, e.value) for e in events[1:-1]] == [("language", "de")]


async def test_many_sessions_cost_as_much_as_one() -> None:
    first = await started(SlotSet("tasks", TASK), SlotSet("language", "en"), *turn("Hello"))
    second = await started(*first, *turn("Hallo"))
    assert len(second) == len(first)


def test_rasa_uses_it() -> None:
    before = action.ActionSessionStart
    try:
        install()
        assert action.ActionSessionStart is SessionStart
    finally:
        action.ActionSessionStart = before
