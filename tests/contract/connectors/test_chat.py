"""The website chat on either record of conversations: what a client can do wrong or late."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.ports import Conversations
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.website.chat import chat_router
from tests.fakes.engine import FakeEngine

LIMITS = Limits(30, 240, lambda: 0.0)


@pytest.fixture
def client(conversations: Conversations) -> Iterator[httpx.AsyncClient]:
    app = FastAPI()
    relay = Relay(conversations, FakeEngine())
    app.include_router(chat_router(relay, Tokens("secret"), LIMITS, Listeners()))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://chat")


async def test_a_message_and_its_repeat(client: httpx.AsyncClient) -> None:
    first = await client.post("/chat/messages", json={"text": "Hallo", "id": "m-1"})
    body = first.json()
    assert [reply["text"] for reply in body["replies"]] == ["Gehört: Hallo"]
    again = {"text": "Hallo", "id": "m-1", "conversation_id": body["conversation_id"]}
    assert (await client.post("/chat/messages", json=again)).json() == body


@pytest.mark.parametrize("text", ["b.1.0", "b.999999999.0"])
async def test_a_button_of_a_conversation_not_begun_is_stale(
    client: httpx.AsyncClient, text: str
) -> None:
    answer = await client.post("/chat/messages", json={"text": text})
    assert answer.status_code == 200
    assert "gilt nicht mehr" in answer.json()["replies"][0]["text"]


async def test_no_button_stands_before_the_first_message(client: httpx.AsyncClient) -> None:
    begun = (await client.post("/chat/messages", json={"text": "Hallo"})).json()
    typed = {"text": "b.0.0", "conversation_id": begun["conversation_id"]}
    answer = await client.post("/chat/messages", json=typed)
    assert [reply["text"] for reply in answer.json()["replies"]] == ["Gehört: b.0.0"]


async def test_a_payload_that_no_text_can_hold(client: httpx.AsyncClient) -> None:
    body = b'{"text": "Hallo", "payload": "\\ud800"}'
    answer = await client.post("/chat/messages", content=body)
    assert answer.status_code in (200, 400)
