"""Chat messages on their way to the connectors."""

import asyncio
import json
from collections.abc import Callable

import httpx
import pytest

from backend.notifications.chat import ConnectorsDelivery
from backend.notifications.letter import Choice
from backend.notifications.service.ports import ChatMessage, Permanent, Temporary

MESSAGE = ChatMessage("notice-1", "c-1", "de", "Hallo", (Choice("Absagen", "/cancel"),))
Handler = Callable[[httpx.Request], httpx.Response]


async def deliver(handler: Handler) -> None:
    client = httpx.AsyncClient(transport=httpx.MockTransport(handler), base_url="http://connectors")
    async with ConnectorsDelivery(client) as delivery:
        await asyncio.to_thread(delivery.deliver, MESSAGE)


async def test_the_message_as_the_connectors_want_it() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"seq": 2})

    await deliver(answer)
    [request] = seen
    assert (request.method, request.url.path) == ("POST", "/internal/deliver")
    assert json.loads(request.content) == {
        "id": "notice-1",
        "conversation_id": "c-1",
        "language": "de",
        "text": "Hallo",
        "buttons": [{"title": "Absagen", "payload": "/cancel"}],
    }


@pytest.mark.parametrize(
    ("status", "body"), [(404, '{"error": {"code": "conversation_not_found"}}'), (422, "{}")]
)
async def test_what_will_never_arrive(status: int, body: str) -> None:
    with pytest.raises(Permanent):
        await deliver(lambda _: httpx.Response(status, text=body))


@pytest.mark.parametrize("status", [401, 404, 500, 502, 503])
async def test_what_may_arrive_later(status: int) -> None:
    with pytest.raises(Temporary) as caught:
        await deliver(lambda _: httpx.Response(status, text="Not Found"))
    assert caught.value.down


async def test_connectors_that_do_not_answer() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(Temporary) as caught:
        await deliver(refuse)
    assert caught.value.down


def test_before_the_process_has_started() -> None:
    delivery = ConnectorsDelivery(httpx.AsyncClient())
    with pytest.raises(Temporary):
        delivery.deliver(MESSAGE)
