"""Having one's conversation deleted needs a clear yes."""

import pytest

from actions.privacy.erasing import erasing
from actions.tasks.registry import Tasks
from tests.unit.actions.support import Talk

DELETE = "delete_data"


@pytest.fixture
def talk() -> Talk:
    return Talk(Tasks([erasing()]))


@pytest.mark.parametrize("yes", ["ja", "ja, löschen", "ja bitte alles löschen", "yes, delete it"])
async def test_after_a_yes_the_channel_is_told_to_erase(talk: Talk, yes: str) -> None:
    assert await talk.say("Lösch meine Daten", DELETE) == ["utter_ask_delete"]
    assert await talk.say(yes, "affirm") == ["utter_deleted"]
    assert talk.word("utter_deleted").erases
    assert talk.stack == []


@pytest.mark.parametrize("doubt", ["hm", "vielleicht", "ja, aber erst morgen", "nicht löschen"])
async def test_anything_else_erases_nothing(talk: Talk, doubt: str) -> None:
    await talk.say("Lösch meine Daten", DELETE)
    said = await talk.say(doubt, "affirm" if doubt.startswith("ja") else "out_of_scope")
    assert "utter_deleted" not in said
    assert not any(word.erases for word in talk.words)


@pytest.mark.parametrize("intent", ["deny", "stop"])
async def test_a_no_keeps_everything(talk: Talk, intent: str) -> None:
    await talk.say("delete my data", DELETE)
    assert await talk.say("no, keep it", intent) == ["utter_delete_kept"]
    assert talk.stack == []


@pytest.mark.parametrize("text", ["Lösch meine Daten!", "löschen", "Erase everything please"])
async def test_the_wish_said_again_is_a_yes(talk: Talk, text: str) -> None:
    await talk.say("Lösch meine Daten", DELETE)
    assert await talk.say(text, DELETE) == ["utter_deleted"]


async def test_another_wish_about_data_is_no_yes(talk: Talk) -> None:
    await talk.say("Lösch meine Daten", DELETE)
    said = await talk.say("Lösch nur die Telefonnummer, nicht alles", DELETE)
    assert "utter_deleted" not in said
