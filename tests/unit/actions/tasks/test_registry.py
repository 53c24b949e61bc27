"""Several tasks on one stack."""

from dataclasses import replace
from datetime import timedelta

import pytest

from actions.say import Say
from actions.tasks.declaration import Finished, Slot, Task, question
from actions.tasks.registry import Tasks
from tests.unit.actions.support import Talk, said
from tests.unit.actions.tasks.pretend import Bicycles, read_days

START, OTHER = "borrow_bicycle", "report_light"


async def _report(*_: object) -> Finished:
    return Finished((Say("reported"),))


@pytest.fixture
def talk(bicycles: Bicycles) -> Talk:
    light = Task(OTHER, (Slot("number", read_days, question("ask_number")),), finish=_report)
    return Talk(Tasks([bicycles.task(), light]))


def tasks(talk: Talk) -> list[str]:
    return [frame.task for frame in talk.stack]


async def test_without_a_task_a_value_alone_is_asked_about(talk: Talk) -> None:
    assert await talk.say("city") == ["utter_inform"]
    assert talk.stack == []


async def test_another_task_goes_on_top_and_the_first_is_resumed(talk: Talk) -> None:
    await talk.say("2 city", START)
    assert await talk.say("eine laterne ist kaputt", OTHER) == ["ask_number"]
    assert tasks(talk) == [START, OTHER]
    assert await talk.say("4") == ["reported", "utter_task_resumed", "ask_name"]
    assert talk.frame.values == {"days": 2, "kind": "city"}


async def test_a_stopped_task_leads_back_to_the_one_below(talk: Talk) -> None:
    await talk.say("2 city", START)
    await talk.say("eine laterne ist kaputt", OTHER)
    assert await talk.say("stopp", "stop") == [
        "utter_task_stopped",
        "utter_task_resumed",
        "ask_name",
    ]


async def test_a_task_said_in_one_sentence_is_done_and_the_first_resumed(talk: Talk) -> None:
    await talk.say("2 city", START)
    assert await talk.say("laterne 4", OTHER) == ["reported", "utter_task_resumed", "ask_name"]


async def test_the_same_intent_goes_on_with_the_open_task(talk: Talk) -> None:
    await talk.say("2", START)
    assert await talk.say("ich will ein cargo leihen", START) == ["ask_name"]
    assert talk.frame.values == {"days": 2, "kind": "cargo"}
    assert tasks(talk) == [START]


async def test_a_side_question_leads_back_to_the_open_one(talk: Talk) -> None:
    await talk.say("2 city", START)
    assert await talk.resume() == ["ask_name"]


async def test_without_a_task_there_is_nothing_to_resume(talk: Talk) -> None:
    assert await talk.resume() == []


async def test_a_wish_for_a_task_further_down_brings_it_to_the_top(talk: Talk) -> None:
    await talk.say("2 city", START)
    await talk.say("eine laterne ist kaputt", OTHER)
    await talk.say("doch erst das fahrrad", START)
    assert tasks(talk) == [OTHER, START]


async def test_a_task_brought_to_the_top_keeps_its_answers(talk: Talk) -> None:
    await talk.say("2 city", START)
    await talk.say("eine laterne ist kaputt", OTHER)
    assert await talk.say("doch erst das fahrrad", START) == ["ask_name"]


async def test_a_queued_wish_waits_and_comes_next(talk: Talk) -> None:
    queued = replace(said("laterne 4", OTHER), queued=True)
    assert await talk.hear(queued) == ["utter_task_queued"]
    assert await talk.say("2 city", START) == ["ask_name"]
    await talk.say("Anna")
    assert await talk.say("ja", "affirm") == ["lent", "utter_task_next", "reported"]
    assert talk.stack == []


async def test_stopping_everything_leaves_nothing_open(talk: Talk) -> None:
    await talk.say("2 city", START)
    await talk.say("eine laterne ist kaputt", OTHER)
    assert await talk.say("alles abbrechen", "stop") == ["utter_task_stopped"] * 2
    assert talk.stack == []


async def test_after_days_somebody_is_told_what_was_open(talk: Talk) -> None:
    await talk.say("2", START)
    talk.at += timedelta(days=3)
    assert await talk.say("city") == ["utter_task_still_open", "ask_name"]
    assert await talk.resume() == ["ask_name"]
