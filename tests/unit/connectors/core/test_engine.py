"""The engine over its own channel."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx
import pytest

from backend.kit.clock import FixedClock
from connectors.core import engine
from connectors.core.engine import RasaEngine
from connectors.core.ports import EngineError
from connectors.core.turn import Button, Choice, Reply, Turn

HELLO = Turn("c-1", "m-1", "website", "Hallo", language="de")
ANSWER = {"language": "de", "message_id": "m-1", "replies": [{"text": "Guten Tag"}]}


@pytest.fixture(autouse=True)
def without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PAUSE_SECONDS", 0.0)


def rasa(handler: Callable[[httpx.Request], httpx.Response], patience: float = 0.0) -> RasaEngine:
    client = httpx.AsyncClient(transport=httpx.MockTransport(handler), base_url="http://engine")
    return RasaEngine(client, FixedClock(datetime(2026, 3, 2, 9, 0)), patience)


def saying(*replies: dict[str, Any]) -> RasaEngine:
    return rasa(lambda _: httpx.Response(200, json={"language": "de", "replies": replies}))


async def replies(*messages: dict[str, Any]) -> tuple[Reply, ...]:
    return (await saying(*messages).answer(HELLO, None)).replies


async def test_everything_about_a_turn_is_sent() -> None:
    sent: list[dict[str, Any]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/webhooks/frontdoor/webhook"
        sent.append(json.loads(request.content))
        return httpx.Response(200, json=ANSWER)

    answer = await rasa(handler).answer(HELLO, Choice("inform", {"people": 2}))
    assert sent == [
        {
            "sender": "c-1",
            "id": "m-1",
            "text": "Hallo",
            "channel": "website",
            "language": "de",
            "choice": {"intent": "inform", "entities": {"people": 2}},
            "address": None,
            "at": "2026-03-02T09:00:00",
            "told": [],
        }
    ]
    assert (answer.language, answer.replies) == ("de", (Reply("Guten Tag"),))


async def test_buttons_and_cards_become_part_of_a_reply() -> None:
    button = {"title": "Ja", "payload": "/affirm"}
    assert await replies({"text": "Gut?", "buttons": [button]}) == (
        Reply("Gut?", (Button("Ja", "/affirm"),)),
    )
    card = {"type": "appointment"}
    assert await replies({"text": "Gebucht."}, {"custom": {"card": card}}, {"text": "Tschüss"}) == (
        Reply("Gebucht.", card=card),
        Reply("Tschüss"),
    )


async def test_an_empty_value_leaves_no_second_blank() -> None:
    [reply] = await replies({"text": "Gebühr: 3 €.  (Beispieldaten)\n  1. Walsum"})
    assert reply.text == "Gebühr: 3 €. (Beispieldaten)\n  1. Walsum"


async def test_a_card_alone_is_a_reply_of_its_own() -> None:
    assert await replies({"custom": {"card": {"type": "x"}}}) == (Reply("", card={"type": "x"}),)


@pytest.mark.parametrize("status", [401, 500, 502])
async def test_a_failing_engine_is_an_error(status: int) -> None:
    with pytest.raises(EngineError, match=str(status)):
        await rasa(lambda _: httpx.Response(status)).answer(HELLO, None)


def broken(error: type[httpx.TransportError], times: int) -> Callable[[Any], httpx.Response]:
    """Fails ``times`` times, then answers."""
    left = [times]

    def handler(request: httpx.Request) -> httpx.Response:
        left[0] -= 1
        if left[0] >= 0:
            raise error("gone", request=request)
        return httpx.Response(200, json=ANSWER)

    return handler


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.RemoteProtocolError, httpx.ReadError])
async def test_an_engine_being_restarted_is_waited_for(error: type[httpx.TransportError]) -> None:
    answer = await rasa(broken(error, times=3), patience=30.0).answer(HELLO, None)
    assert answer.replies == (Reply("Guten Tag"),)


async def test_patience_ends() -> None:
    with pytest.raises(EngineError, match="ConnectError"):
        await rasa(broken(httpx.ConnectError, times=10_000)).answer(HELLO, None)


async def test_an_engine_that_takes_too_long_is_not_asked_again() -> None:
    with pytest.raises(EngineError, match="ReadTimeout"):
        await rasa(broken(httpx.ReadTimeout, times=1), patience=30.0).answer(HELLO, None)


async def test_the_word_to_erase_is_no_reply() -> None:
    answer = await saying({"text": "Gelöscht."}, {"custom": {"erase": True}}).answer(HELLO, None)
    assert [reply.text for reply in answer.replies] == ["Gelöscht."]
    assert answer.erases


async def test_nothing_else_erases() -> None:
    for custom in ({"erase": "yes"}, {"card": {"erase": True}}, {}, None):
        answer = await saying({"text": "Hallo", "custom": custom}).answer(HELLO, None)
        assert not answer.erases


async def test_a_conversation_is_forgotten_at_its_own_address() -> None:
    asked: list[tuple[str, str]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append((request.method, request.url.raw_path.decode()))
        return httpx.Response(200, json={"erased": True})

    await rasa(handler).forget("c/1 x")
    assert asked == [("DELETE", "/webhooks/frontdoor/conversations/c%2F1%20x")]
    with pytest.raises(EngineError):
        await rasa(lambda _: httpx.Response(500)).forget("c-1")
