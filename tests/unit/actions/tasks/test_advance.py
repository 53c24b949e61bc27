"""The patterns every task shares, shown on one that is declared in pretend.py."""

from pathlib import Path

import pytest

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Finished, Settled, Slot, Task, question
from actions.tasks.frames import Frame
from actions.tasks.registry import Tasks
from tests.unit.actions.support import Talk
from tests.unit.actions.tasks import pretend
from tests.unit.actions.tasks.pretend import Bicycles

START = "borrow_bicycle"


async def restated(talk: Talk) -> None:
    """Bring the talk to the restatement of two days, a city bicycle and Anna."""
    assert await talk.say("2 city Anna", START) == ["restate"]


def test_a_whole_task_is_declared_in_under_sixty_lines() -> None:
    assert len(Path(pretend.__file__).read_text().splitlines()) < 60


async def test_questions_come_in_the_order_declared(talk: Talk, bicycles: Bicycles) -> None:
    assert await talk.say("ein fahrrad", START) == ["ask_days"]
    assert await talk.say("2") == ["ask_kind"]
    assert await talk.say("cargo") == ["ask_name"]
    assert await talk.say("Anna") == ["restate"]
    assert await talk.say("ja", "affirm") == ["lent"]
    assert bicycles.lent == [{"days": 2, "kind": "cargo", "name": "Anna"}]
    assert talk.stack == []


async def test_everything_in_the_first_sentence_leaves_nothing_to_ask(talk: Talk) -> None:
    assert await talk.say("2 cargo Anna", START) == ["restate"]


async def test_what_was_said_early_is_not_asked_again(talk: Talk) -> None:
    assert await talk.say("hier ist Anna", START) == ["ask_days"]
    assert await talk.say("2") == ["ask_kind"]
    assert await talk.say("cargo") == ["restate"]


async def test_a_question_may_answer_itself(talk: Talk) -> None:
    await talk.say("ein fahrrad", START)
    assert await talk.say("5") == ["only_city", "ask_name"]
    assert talk.frame.values == {"days": 5, "kind": "city"}


async def test_a_correction_is_noted_and_voids_what_depends_on_it(talk: Talk) -> None:
    await restated(talk)
    assert await talk.say("nein, 3 tage", "deny") == ["utter_task_noted", "ask_kind"]
    assert talk.frame.values == {"days": 3, "name": "Anna"}


async def test_a_correction_keeps_what_is_said_along_with_it(talk: Talk) -> None:
    await restated(talk)
    assert await talk.say("lieber 3 tage mit cargo") == ["utter_task_noted", "restate"]
    assert talk.frame.values == {"days": 3, "kind": "cargo", "name": "Anna"}


async def test_a_refused_value_is_explained_and_asked_for_again(talk: Talk) -> None:
    await talk.say("ein fahrrad", START)
    assert await talk.say("9") == ["too_long", "ask_days"]
    assert "days" not in talk.frame.values


async def test_a_refused_value_leaves_the_earlier_one(talk: Talk) -> None:
    await restated(talk)
    assert await talk.say("nein, 9 tage", "deny") == ["too_long", "restate"]
    assert talk.frame.values["days"] == 2


async def test_a_refused_value_beside_another_is_explained_after_it_is_settled(
    talk: Talk, bicycles: Bicycles
) -> None:
    await talk.say("ein fahrrad", START)
    assert await talk.say("9 tage cargo") == ["too_long", "ask_days"]
    assert talk.frame.values == {"kind": "cargo"}
    bicycles.gone = {"city"}
    assert await talk.say("9 tage city") == ["utter_task_noted", "gone", "too_long", "ask_days"]


async def test_the_third_refusal_in_a_row_offers_a_person(talk: Talk) -> None:
    await talk.say("ein fahrrad", START)
    await talk.say("9")
    assert await talk.say("10") == ["too_long", "ask_days"]
    assert await talk.say("8") == ["too_long", "utter_task_offer_person", "ask_days"]
    assert await talk.say("9") == ["too_long", "ask_days"]


async def test_a_refusal_beside_an_answer_is_no_failure(talk: Talk) -> None:
    await talk.say("ein fahrrad", START)
    await talk.say("öhm", "out_of_scope")
    assert await talk.say("9 tage cargo") == ["too_long", "ask_days"]
    assert await talk.say("öhm", "out_of_scope") == ["utter_task_not_understood", "ask_days"]


@pytest.fixture
def free_talk() -> Talk:
    """A task whose name is free text: any word there, also one that is a kind."""

    async def done(*_: object) -> Finished:
        return Finished((Say("done"),))

    def read_name(heard: Heard, frame: Frame) -> str | None:
        return heard.text if frame.asked == "name" and heard.text.isalpha() else None

    kind = Slot("kind", pretend.read_kind, question("ask_kind"))
    name = Slot("name", read_name, question("ask_name"), free_text=True)
    note = Slot("days", pretend.read_days, question("ask_days"))
    return Talk(Tasks([Task("quick", (kind, name, note), finish=done)]))


async def test_a_free_text_that_is_asked_has_the_turn_to_itself(free_talk: Talk) -> None:
    assert await free_talk.say("cargo", "quick") == ["ask_name"]
    assert await free_talk.say("city") == ["ask_days"]
    assert free_talk.frame.values == {"kind": "cargo", "name": "city"}


async def test_what_is_no_free_text_is_read_by_the_others(free_talk: Talk) -> None:
    await free_talk.say("cargo", "quick")
    assert await free_talk.say("city, 2") == ["utter_task_noted", "ask_name"]
    assert free_talk.frame.values == {"kind": "city", "days": 2}


async def test_a_free_text_that_is_not_asked_leaves_the_turn_to_the_others(free_talk: Talk) -> None:
    assert await free_talk.say("city", "quick") == ["ask_name"]


async def test_what_cannot_be_settled_is_asked_for_again(talk: Talk, bicycles: Bicycles) -> None:
    bicycles.gone = {"cargo"}
    assert await talk.say("2 cargo", START) == ["gone", "ask_kind"]


async def test_settling_may_end_the_task(talk: Talk, bicycles: Bicycles) -> None:
    bicycles.gone = {"cargo", "city"}
    assert await talk.say("2 cargo", START) == ["all_gone"]
    assert talk.stack == []


async def test_what_went_away_before_the_yes_is_asked_for_again(
    talk: Talk, bicycles: Bicycles
) -> None:
    await restated(talk)
    bicycles.gone = {"city"}
    assert await talk.say("ja", "affirm") == ["gone", "ask_kind"]
    assert bicycles.lent == []


async def test_two_failures_in_a_row_offer_a_person(talk: Talk) -> None:
    await talk.say("ein fahrrad", START)
    assert await talk.say("öhm", "out_of_scope") == ["utter_task_not_understood", "ask_days"]
    assert await talk.say("äh", "out_of_scope") == ["utter_task_offer_person", "ask_days"]
    assert await talk.say("hm", "out_of_scope") == ["utter_task_not_understood", "ask_days"]


async def test_an_answer_between_two_failures_counts_anew(talk: Talk) -> None:
    await talk.say("ein fahrrad", START)
    await talk.say("öhm", "out_of_scope")
    await talk.say("2")
    assert await talk.say("äh", "out_of_scope") == ["utter_task_not_understood", "ask_kind"]


@pytest.mark.parametrize("asked", ["ein fahrrad", "2", "2 city", "2 city Anna"])
async def test_stop_drops_the_task_at_any_question(
    talk: Talk, bicycles: Bicycles, asked: str
) -> None:
    await talk.say(asked, START)
    assert await talk.say("abbrechen", "stop") == ["utter_task_stopped"]
    assert (talk.stack, bicycles.lent) == ([], [])


@pytest.mark.parametrize("intent", ["inform", "out_of_scope", "skip", "ask_more", START])
async def test_only_a_clear_yes_binds(talk: Talk, bicycles: Bicycles, intent: str) -> None:
    await restated(talk)
    assert await talk.say("hm", intent) == ["utter_task_not_understood", "restate"]
    assert bicycles.lent == []


async def test_a_yes_with_a_change_does_not_bind(talk: Talk, bicycles: Bicycles) -> None:
    await restated(talk)
    assert await talk.say("ja, aber cargo", "affirm") == ["utter_task_noted", "restate"]
    assert bicycles.lent == []
    assert talk.word("restate").values["kind"] == "cargo"


async def test_a_yes_with_something_beside_it_is_asked_for_again(
    talk: Talk, bicycles: Bicycles
) -> None:
    await restated(talk)
    assert await talk.say("ja, wenn es regnet", "affirm") == ["utter_task_yes_or_no", "restate"]
    assert bicycles.lent == []


async def test_a_yes_before_the_restatement_does_not_bind(talk: Talk, bicycles: Bicycles) -> None:
    await talk.say("2 city", START)
    assert await talk.say("ja", "affirm") == ["utter_task_not_understood", "ask_name"]
    assert bicycles.lent == []


async def test_no_asks_what_to_change_and_waits(talk: Talk, bicycles: Bicycles) -> None:
    await restated(talk)
    assert await talk.say("nein", "deny") == ["ask_change"]
    assert await talk.say("cargo") == ["utter_task_noted", "restate"]
    assert await talk.say("ja", "affirm") == ["lent"]


async def test_a_summary_is_followed_by_the_open_question(talk: Talk) -> None:
    await talk.say("2 city", START)
    assert await talk.say("was haben wir?", "ask_summary") == ["restate", "ask_name"]


async def test_a_task_without_restatement_finishes_when_all_is_known() -> None:
    async def done(*_: object) -> Finished:
        return Finished(())

    task = Task("quick", (Slot("days", pretend.read_days, done),), finish=done)  # type: ignore[arg-type]
    talk = Talk(Tasks([task]))
    assert await talk.say("2", "quick") == []
    assert talk.stack == []


async def test_questions_that_void_one_another_are_a_mistake_of_the_declaration() -> None:
    async def other(_: object, frame: object) -> Settled:
        return Settled(frame)  # type: ignore[arg-type]

    async def finish(*_: object) -> Finished:
        return Finished(())

    task = Task("endless", (Slot("days", pretend.read_days, other),), finish=finish)
    with pytest.raises(RuntimeError, match="endless"):
        await Talk(Tasks([task])).say("hm", "endless")
