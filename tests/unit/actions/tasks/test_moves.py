"""Steps within a task: skip, back, over again, go on."""

import pytest

from actions.say import Say
from actions.tasks.declaration import Finished, Slot, Task, question
from actions.tasks.registry import Tasks
from tests.unit.actions.support import Talk
from tests.unit.actions.tasks.pretend import Bicycles

START = "borrow_bicycle"


async def _done(*_: object) -> Finished:
    return Finished((Say("done"),))


@pytest.fixture
def optional() -> Talk:
    """A note that may be left out, between two answers that may not."""

    def reader(lead: str):  # type: ignore[no-untyped-def]
        return lambda heard, _: heard.text if heard.text.startswith(lead) else None

    note = Slot("note", reader("n"), question("ask_note"), default=lambda *_: "none")
    slots = (Slot("a", reader("a"), question("ask_a")), note, Slot("b", reader("b"), question("b")))
    return Talk(Tasks([Task("letter", slots, finish=_done)]))


@pytest.mark.parametrize("words", [("überspringen", "skip"), ("weiter", "inform")])
async def test_what_is_optional_can_be_skipped(optional: Talk, words: tuple[str, str]) -> None:
    await optional.say("a", "letter")
    assert await optional.say(*words) == ["b"]
    assert optional.frame.values == {"a": "a", "note": "none"}


async def test_what_is_needed_cannot(optional: Talk) -> None:
    await optional.say("ein brief", "letter")
    await optional.say("a")
    await optional.say("n")
    assert await optional.say("überspringen", "skip") == ["utter_task_cannot_skip", "b"]


async def test_back_asks_the_question_before(talk: Talk) -> None:
    await talk.say("2", START)
    await talk.say("cargo")
    assert await talk.say("zurück") == ["ask_kind"]
    assert await talk.say("zurück bitte") == ["ask_days"]
    assert await talk.say("einen Schritt zurück") == ["utter_task_at_beginning", "ask_days"]


async def test_back_from_the_restatement(talk: Talk) -> None:
    await talk.say("2 city Anna", START)
    assert await talk.say("zurück") == ["ask_name"]


async def test_back_passes_over_what_answered_itself(talk: Talk) -> None:
    await talk.say("5", START)
    assert talk.frame.by_itself == ("kind",)
    assert await talk.say("zurück") == ["ask_days"]


async def test_go_on_asks_the_open_question_again(talk: Talk) -> None:
    await talk.say("2", START)
    assert await talk.say("weiter") == ["ask_kind"]


async def test_from_the_beginning(talk: Talk, bicycles: Bicycles) -> None:
    await talk.say("2 city Anna", START)
    assert await talk.say("nochmal von vorn") == ["utter_task_restarted", "ask_days"]
    assert talk.frame.values == {}
    assert bicycles.lent == []


async def test_a_no_to_the_first_question_wants_no_task(talk: Talk) -> None:
    await talk.say("ein Rad", START)
    assert await talk.say("nein danke", "deny") == ["utter_task_stopped"]
    assert talk.stack == []


async def test_a_no_to_a_later_one_drops_nothing(talk: Talk) -> None:
    await talk.say("2", START)
    assert await talk.say("nein", "deny") == ["utter_task_not_understood", "ask_kind"]
