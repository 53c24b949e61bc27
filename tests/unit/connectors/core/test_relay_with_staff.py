"""While somebody waits or talks with staff, the engine is silent."""

from dataclasses import replace

import pytest

from connectors.core.inbox import Change, Inbox
from connectors.core.relay import Relay
from connectors.core.turn import Answer, Button, Choice, Reply, Turn
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine

HELLO = Turn("c-1", "m-1", "website", "Hallo", language="de")
QUEUED = Reply("Sie sind an Stelle 1.", (Button("Nicht mehr warten", "/stop"),))


@pytest.fixture
def conversations() -> FakeConversations:
    return FakeConversations()


class DeafEngine(FakeEngine):
    """Must not be asked."""

    async def answer(self, turn: Turn, choice: Choice | None) -> Answer:
        raise AssertionError("the engine was asked")


@pytest.fixture
def relay(conversations: FakeConversations) -> Relay:
    return Relay(conversations, DeafEngine())


@pytest.mark.parametrize("state", ["waiting", "staff"])
@pytest.mark.parametrize("channel", ["website", "telegram", "phone"])
async def test_a_message_is_stored_and_nothing_said(
    relay: Relay, conversations: FakeConversations, state: str, channel: str
) -> None:
    conversations.state = state
    turn = replace(HELLO, channel=channel)
    answer = await relay.answer(turn)
    assert (answer.replies, answer.state) == ((), state)
    assert await relay.answer(turn) == answer
    assert conversations.record("c-1") == [("person", "Hallo")]


@pytest.mark.parametrize("state", ["waiting", "staff"])
async def test_in_danger_112_comes_first(
    relay: Relay, conversations: FakeConversations, state: str
) -> None:
    conversations.state = state
    answer = await relay.answer(replace(HELLO, text="Hilfe, bei uns brennt es!"))
    assert "112" in answer.replies[0].text


async def test_an_account_number_reaches_nobody(
    relay: Relay, conversations: FakeConversations
) -> None:
    conversations.state = "staff"
    answer = await relay.answer(replace(HELLO, text="IBAN DE89 3704 0044 0532 0130 00"))
    assert "nicht gespeichert" in answer.replies[0].text
    assert "3704" not in conversations.record("c-1")[0][1]


async def test_the_language_of_the_conversation_is_kept(
    relay: Relay, conversations: FakeConversations
) -> None:
    conversations.state, conversations.language = "waiting", "en"
    assert (await relay.answer(HELLO)).language == "en"
    toggle = Choice("switch_language", {"language": "de"})
    turn = replace(HELLO, message_id="m-2", text="Deutsch", choice=toggle)
    assert (await relay.answer(turn)).language == "de"


@pytest.mark.parametrize("text", ["Nicht mehr warten", "abbrechen bitte", "Back to the bot!"])
async def test_who_waits_may_say_no(
    relay: Relay, conversations: FakeConversations, text: str
) -> None:
    conversations.state = "waiting"
    answer = await relay.answer(replace(HELLO, text=text))
    assert answer.replies == ()
    assert [each[:2] for each in conversations.reactions] == [("leave", "c-1")]
    assert conversations.state == "bot"


async def test_with_staff_the_same_words_are_for_them(
    relay: Relay, conversations: FakeConversations
) -> None:
    conversations.state = "staff"
    await relay.answer(replace(HELLO, text="abbrechen"))
    assert conversations.reactions == []


async def test_the_button_ends_the_waiting_and_is_a_stop_for_the_bot_afterwards(
    conversations: FakeConversations,
) -> None:
    engine = FakeEngine()
    engine.replies = (QUEUED,)
    relay = Relay(conversations, engine)
    first = await relay.answer(HELLO)
    payload = first.replies[0].buttons[0].payload
    conversations.state = "waiting"
    press = Turn("c-1", "m-2", "website", payload)
    assert (await relay.answer(press)).replies == ()
    assert conversations.state == "bot"
    await relay.answer(replace(press, message_id="m-3"))
    assert [choice for _, choice in engine.heard] == [None, Choice("stop")]


async def test_typing_is_told_to_staff(conversations: FakeConversations) -> None:
    told: list[Change] = []

    async def watch(change: Change) -> None:
        told.append(change)

    inbox = Inbox()
    inbox.join(watch)
    await Relay(conversations, DeafEngine(), inbox).typing("c-1")
    assert told == [Change("typing", "c-1", {"by": "person"})]
