"""The way of a turn: stored, answered, stored, returned."""

import asyncio
from dataclasses import replace

import httpx
import pytest

from connectors.core.relay import Relay
from connectors.core.turn import Answer, Button, Choice, Notice, Reply, Turn
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine

HELLO = Turn("c-1", "m-1", "website", "Hallo", language="de")
ASK = Reply("Wo?", (Button("Süd", '/inform{"office": "sued"}'), Button("Nein", "/deny")))


@pytest.fixture
def conversations() -> FakeConversations:
    return FakeConversations()


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def relay(conversations: FakeConversations, engine: FakeEngine) -> Relay:
    return Relay(conversations, engine)


def texts(answer: Answer) -> list[str]:
    return [reply.text for reply in answer.replies]


async def test_a_turn_is_answered_and_on_record(
    relay: Relay, conversations: FakeConversations
) -> None:
    answer = await relay.answer(HELLO)
    assert texts(answer) == ["Gehört: Hallo"]
    assert answer.language == "de"
    assert conversations.record("c-1") == [("person", "Hallo"), ("bot", "Gehört: Hallo")]


async def test_a_turn_is_stored_before_the_engine_hears_it(
    conversations: FakeConversations,
) -> None:
    class Nosy(FakeEngine):
        async def answer(self, turn: Turn, choice: Choice | None) -> Answer:
            assert conversations.record("c-1") == [("person", "Hallo")]
            return await super().answer(turn, choice)

    await Relay(conversations, Nosy()).answer(HELLO)


async def test_acceptance_is_told_before_the_answer(relay: Relay, engine: FakeEngine) -> None:
    told: list[tuple[int, list[str]]] = []

    async def on_accepted(seq: int) -> None:
        told.append((seq, engine.texts()))

    await relay.answer(HELLO, on_accepted)
    assert told == [(1, [])]


async def test_what_cannot_be_stored_is_not_answered(
    relay: Relay, conversations: FakeConversations, engine: FakeEngine
) -> None:
    conversations.down = True
    with pytest.raises(httpx.HTTPError):
        await relay.answer(HELLO)
    assert engine.heard == []


async def test_a_repeat_gets_what_is_stored(
    relay: Relay, conversations: FakeConversations, engine: FakeEngine
) -> None:
    engine.language = "en"
    first = await relay.answer(HELLO)
    assert await relay.answer(HELLO) == first
    assert first.language == "en"
    assert engine.texts() == ["Hallo"]
    assert len(conversations.record("c-1")) == 2


async def test_an_answer_without_words_is_kept_too(relay: Relay, engine: FakeEngine) -> None:
    engine.replies = ()
    await relay.answer(HELLO)
    assert (await relay.answer(HELLO)).replies == ()
    assert engine.texts() == ["Hallo"]


async def test_a_failing_engine_is_told_and_tried_again_on_a_repeat(
    relay: Relay, conversations: FakeConversations, engine: FakeEngine
) -> None:
    engine.failing = True
    answer = await relay.answer(replace(HELLO, language="en"))
    assert "went wrong" in texts(answer)[0]
    assert conversations.record("c-1") == [("person", "Hallo")]
    engine.failing = False
    assert texts(await relay.answer(HELLO)) == ["Gehört: Hallo"]


async def test_without_a_language_a_failure_is_told_in_german(
    relay: Relay, engine: FakeEngine
) -> None:
    engine.failing = True
    answer = await relay.answer(replace(HELLO, language=None))
    assert (answer.language, "schiefgegangen" in texts(answer)[0]) == ("de", True)


async def test_turns_of_one_conversation_are_answered_one_after_another(
    relay: Relay, engine: FakeEngine
) -> None:
    turns = [replace(HELLO, message_id=f"m-{i}", text=str(i)) for i in range(20)]
    await asyncio.gather(*(relay.answer(turn) for turn in turns))
    assert engine.texts() == [str(i) for i in range(20)]
    assert engine.busiest == 1


async def test_conversations_do_not_wait_for_one_another(relay: Relay, engine: FakeEngine) -> None:
    turns = [replace(HELLO, conversation_id=f"c-{i}") for i in range(5)]
    await asyncio.gather(*(relay.answer(turn) for turn in turns))
    assert engine.busiest > 1


async def test_after_a_failure_the_conversation_goes_on(
    relay: Relay, conversations: FakeConversations
) -> None:
    conversations.down = True
    with pytest.raises(httpx.HTTPError):
        await relay.answer(HELLO)
    conversations.down = False
    assert texts(await relay.answer(HELLO)) == ["Gehört: Hallo"]


async def asked(relay: Relay, engine: FakeEngine) -> Answer:
    """A question with buttons."""
    engine.replies = (ASK,)
    answer = await relay.answer(HELLO)
    engine.replies = None
    return answer


async def test_buttons_leave_without_their_meaning(relay: Relay, engine: FakeEngine) -> None:
    answer = await asked(relay, engine)
    assert [b.payload for b in answer.replies[0].buttons] == ["b.2.0", "b.2.1"]
    again = await relay.answer(HELLO)
    assert [b.payload for b in again.replies[0].buttons] == ["b.2.0", "b.2.1"]


@pytest.mark.parametrize(
    "press",
    [
        Turn("c-1", "m-2", "website", "Süd", payload="b.2.0"),
        Turn("c-1", "m-2", "website", "b.2.0"),
        Turn("c-1", "m-2", "website", "etwas anderes", payload="b.2.0"),
    ],
)
async def test_a_pressed_button_reaches_the_engine_as_its_meaning(
    relay: Relay, engine: FakeEngine, conversations: FakeConversations, press: Turn
) -> None:
    await asked(relay, engine)
    await relay.answer(press)
    turn, choice = engine.heard[-1]
    assert (turn.text, choice) == ("Süd", Choice("inform", {"office": "sued"}))
    assert conversations.record("c-1")[2] == ("person", "Süd")


@pytest.mark.parametrize("payload", ["b.2.2", "b.1.0", "b.99.0", "b.3.0"])
async def test_a_button_nobody_sees_any_more_is_told(
    relay: Relay, engine: FakeEngine, payload: str
) -> None:
    await asked(relay, engine)
    answer = await relay.answer(Turn("c-1", "m-2", "website", payload, language="en"))
    assert "no longer valid" in texts(answer)[0]
    assert engine.texts() == ["Hallo"]


async def test_a_button_of_somebody_else_is_not_found(relay: Relay, engine: FakeEngine) -> None:
    await asked(relay, engine)
    answer = await relay.answer(Turn("c-2", "m-1", "website", "b.2.0"))
    assert "gilt nicht mehr" in texts(answer)[0]


@pytest.mark.parametrize("text", ['/inform{"office": "sued"}', "/deny", "/restart"])
async def test_typed_text_is_never_read_as_a_meaning(
    relay: Relay, engine: FakeEngine, text: str
) -> None:
    await relay.answer(Turn("c-1", "m-1", "website", text, payload=text))
    assert engine.heard == [(Turn("c-1", "m-1", "website", text, payload=text), None)]


async def test_a_meaning_the_channel_knows_is_passed_on(relay: Relay, engine: FakeEngine) -> None:
    wish = Choice("switch_language", {"language": "en"})
    await relay.answer(replace(HELLO, choice=wish))
    assert engine.heard[0][1] == wish


IBAN = "DE89 3704 0044 0532 0130 00"


@pytest.mark.parametrize(
    ("language", "said", "heard", "refused"),
    [
        ("de", f"Reisepass morgen, IBAN {IBAN}", "Reisepass morgen, IBAN ••••", "nie"),
        (
            "en",
            "a passport, my visa is 4111 1111 1111 1111",
            "a passport, my visa is ••••",
            "never",
        ),
    ],
)
async def test_an_account_or_card_is_refused_and_the_rest_worked_on(
    relay: Relay,
    conversations: FakeConversations,
    engine: FakeEngine,
    language: str,
    said: str,
    heard: str,
    refused: str,
) -> None:
    engine.language = language
    answer = await relay.answer(replace(HELLO, text=said))
    assert engine.texts() == [heard]
    assert conversations.record("c-1")[0] == ("person", heard)
    assert refused in texts(answer)[0]
    assert texts(answer)[1] == f"Gehört: {heard}"
    assert [role for role, _ in conversations.record("c-1")] == ["person", "bot", "bot"]


async def test_a_number_alone_is_refused_and_the_open_question_asked_again(
    relay: Relay, conversations: FakeConversations, engine: FakeEngine
) -> None:
    engine.replies = (ASK,)
    await relay.answer(HELLO)
    answer = await relay.answer(replace(HELLO, message_id="m-2", text=f"meine IBAN ist {IBAN}"))
    assert engine.texts() == ["Hallo"]
    assert "nicht gespeichert" in texts(answer)[0]
    assert texts(answer)[1:] == ["Wo?"]
    assert "3704" not in str(conversations.record("c-1"))
    pressed = answer.replies[1].buttons[0].payload
    await relay.answer(replace(HELLO, message_id="m-3", text="", payload=pressed))
    assert engine.heard[-1][1] == Choice("inform", {"office": "sued"})


async def test_a_number_first_of_all_is_refused_in_the_language_it_was_said_in(
    relay: Relay, engine: FakeEngine
) -> None:
    said = replace(HELLO, language=None, text="this is my credit card 4111111111111111")
    answer = await relay.answer(said)
    assert (answer.language, len(answer.replies)) == ("en", 1)
    assert "have not kept" in texts(answer)[0]
    assert await relay.answer(said) == answer
    assert engine.heard == []


async def test_in_danger_the_refusal_comes_last(relay: Relay, engine: FakeEngine) -> None:
    engine.replies = (Reply("112!"),)
    answer = await relay.answer(replace(HELLO, text=f"{IBAN} Hilfe, es brennt bei uns!"))
    assert texts(answer)[0] == "112!"
    assert "nicht gespeichert" in texts(answer)[1]


async def test_the_engine_hears_what_was_told_since_the_message_before(
    relay: Relay, conversations: FakeConversations, engine: FakeEngine
) -> None:
    await relay.answer(HELLO)
    take = Button("Ja", '/reschedule_appointment{"code": "K7MP-3WQX", "offer": "o-1"}')
    keep = Button("Nein", '/inform{"code": "K7MP-3WQX"}')
    await conversations.store_notice("c-1", Notice("n-1", "de", Reply("Frei!", (take, keep))))
    await conversations.store_notice("c-1", Notice("n-2", "de", Reply("Nur so")))
    await relay.answer(replace(HELLO, message_id="m-2", text="ja, nehme ich"))
    assert engine.heard[-1][0].told == ({"code": "K7MP-3WQX", "offer": "o-1"}, {})
    await relay.answer(replace(HELLO, message_id="m-3", text="danke"))
    assert engine.heard[-1][0].told == ()
