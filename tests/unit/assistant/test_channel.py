"""The one way into the engine."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import UserUttered

from assistant.channel import FrontDoorInput
from assistant.policies.tasks import TaskPolicy
from assistant.tracker_store import CityTrackerStore
from tests.unit.assistant.support import DOMAIN, tracker, turn

TURN = {"sender": "c-1", "id": "m-1", "text": "Hallo", "channel": "website", "language": "de"}


class Engine:
    """What lies behind the channel: an agent that answers into its store."""

    def __init__(self, folder: Path) -> None:
        file = str(folder / "tracker.db")
        self.store = CityTrackerStore(DOMAIN, dialect="sqlite", db=file)
        self.heard: list[UserMessage] = []
        self.replies = ["Guten Tag"]
        self.failing = False
        routes = FrontDoorInput("t0ken").blueprint(self._take)._future_routes
        self._handlers = {(route.uri, *sorted(route.methods)): route.handler for route in routes}

    async def _take(self, message: UserMessage) -> None:
        self.heard.append(message)
        if self.failing:
            raise RuntimeError("an action failed")
        known = await self.store.get_or_create_tracker(message.sender_id)
        for event in turn(*self.replies, text=message.text, message_id=message.message_id):
            if isinstance(event, UserUttered):
                event.metadata = message.metadata
            known.update(event)
        await self.store.save(known)

    async def _understand(self, message: UserMessage) -> dict[str, Any]:
        words = str(message.text)
        name = "ask_service_info" if words.startswith("was") else "book_appointment"
        return {"intent": {"name": name, "confidence": 0.9}}

    async def post(self, body: dict[str, Any], token: str | None = "t0ken") -> tuple[int, Any]:
        return await self._call(("/webhook", "POST"), body, token)

    async def erase(self, sender: str, token: str | None = "t0ken") -> tuple[int, Any]:
        return await self._call(("/conversations/<sender>", "DELETE"), None, token, sender=sender)

    async def _call(self, route: tuple[str, ...], body: Any, token: Any, **path: str) -> Any:
        wrapped = SimpleNamespace(_tracker_store=self.store)
        node = SimpleNamespace(uses=TaskPolicy, config={"starts": ["book_appointment"]})
        schema = SimpleNamespace(nodes={"policy": node})
        metadata = SimpleNamespace(predict_schema=schema)
        processor = SimpleNamespace(parse_message=self._understand, model_metadata=metadata)
        agent = SimpleNamespace(tracker_store=wrapped, processor=processor)
        app = SimpleNamespace(ctx=SimpleNamespace(agent=agent))
        request = SimpleNamespace(json=body, token=token, app=app)
        response = await self._handlers[route](request, **path)
        return response.status, json.loads(response.body)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return Engine(tmp_path)


async def test_a_turn_and_its_replies(engine: Engine) -> None:
    status, answer = await engine.post(TURN)
    assert status == 200
    assert (answer["message_id"], answer["language"]) == ("m-1", "de")
    assert answer["replies"] == [{"text": "Guten Tag"}]


async def test_everything_about_the_turn_is_handed_on(engine: Engine) -> None:
    choice = {"intent": "inform", "entities": {"people": 2}}
    await engine.post({**TURN, "choice": choice, "at": "2026-03-02T09:00:00", "channel": "phone"})
    (message,) = engine.heard
    assert (message.sender_id, message.message_id) == ("c-1", "m-1")
    assert (message.input_channel, message.output_channel.name()) == ("phone", "phone")
    assert message.metadata == {
        "at": "2026-03-02T09:00:00",
        "channel": "phone",
        "language": "de",
        "choice": choice,
        "wish": None,
        "told": (),
        "origin": None,
    }


async def test_what_was_told_before_and_a_mark_of_the_address_are_handed_on(engine: Engine) -> None:
    told = [{"code": "K7MP-3WQX", "offer": "o-1"}]
    marks = []
    for number, address in enumerate(("192.0.2.7", "192.0.2.7", "192.0.2.8", None)):
        turn = {**TURN, "id": f"m-{number}", "told": told, "address": address}
        assert (await engine.post(turn))[0] == 200
        assert engine.heard[-1].metadata["told"] == told
        marks.append(engine.heard[-1].metadata["origin"])
    assert marks[0] == marks[1] != marks[2]
    assert marks[3] is None
    assert "192.0.2" not in str(engine.store.events("c-1"))


@pytest.mark.parametrize("token", [None, "", "t0ke", "other"])
async def test_without_the_token_nothing_happens(engine: Engine, token: str | None) -> None:
    assert (await engine.post(TURN, token))[0] == 401
    assert (await engine.erase("c-1", token))[0] == 401
    assert engine.heard == []


def test_an_engine_without_a_token_does_not_start() -> None:
    for credentials in (None, {}, {"token": ""}):
        with pytest.raises(ValueError, match="FRONTDOOR_ENGINE_TOKEN"):
            FrontDoorInput.from_credentials(credentials)


@pytest.mark.parametrize("text", ["/restart", ' /inform{"people": 2}', "//x"])
async def test_text_never_reaches_rasas_notation(engine: Engine, text: str) -> None:
    await engine.post({**TURN, "text": text})
    assert not engine.heard[0].text.startswith("/")


async def test_the_same_id_is_not_run_twice(engine: Engine) -> None:
    first = await engine.post(TURN)
    assert await engine.post(TURN) == first
    assert len(engine.heard) == 1


async def test_another_id_is_another_turn(engine: Engine) -> None:
    await engine.post(TURN)
    await engine.post({**TURN, "id": "m-2"})
    assert [message.message_id for message in engine.heard] == ["m-1", "m-2"]


async def test_a_failure_is_5xx_and_may_be_tried_again(engine: Engine) -> None:
    engine.failing = True
    assert await engine.post(TURN) == (500, {"error": "turn_failed"})
    engine.failing = False
    assert (await engine.post(TURN))[0] == 200


async def test_a_turn_without_an_answer_is_5xx(engine: Engine) -> None:
    engine.replies = []
    assert await engine.post(TURN) == (502, {"error": "turn_unanswered"})


async def test_a_conversation_can_be_erased(engine: Engine) -> None:
    await engine.post(TURN)
    await engine.store.save(tracker(*turn("Ja", message_id="m-1"), name="c-2"))
    assert await engine.erase("c-1") == (200, {"erased": True})
    assert engine.store.last_turn("c-1") is None
    assert engine.store.last_turn("c-2") is not None


TWO_WISHES = {**TURN, "text": "Einen Termin bitte, und was kostet das?"}


async def test_each_of_several_wishes_is_run(engine: Engine) -> None:
    status, answer = await engine.post(TWO_WISHES)
    assert status == 200
    wishes = [message.metadata["wish"]["intent"] for message in engine.heard]
    assert wishes == ["ask_service_info", "book_appointment"]
    assert [message.message_id for message in engine.heard] == ["m-1", "m-1"]
    assert len(answer["replies"]) == 2


async def test_a_message_cut_off_between_its_wishes_goes_on(engine: Engine) -> None:
    await engine.post(TWO_WISHES)
    first = engine.heard[0]
    engine.heard.clear()
    await engine.store.delete("c-1")
    await engine._take(first)
    engine.heard.clear()
    _, answer = await engine.post(TWO_WISHES)
    assert [message.metadata["wish"]["intent"] for message in engine.heard] == ["book_appointment"]
    assert len(answer["replies"]) == 2
    engine.heard.clear()
    await engine.post(TWO_WISHES)
    assert engine.heard == []
