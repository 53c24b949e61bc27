"""News of the backend reach the pages, also those that opened after the app was made."""

import httpx

from connectors.core.deliver import deliver_app
from connectors.core.inbox import Change, Inbox
from connectors.core.listeners import Listeners
from tests.fakes.conversations import FakeConversations


async def test_a_page_that_opens_later_is_told() -> None:
    inbox, heard = Inbox(), []
    app = deliver_app(FakeConversations(), Listeners(), inbox)

    async def watcher(change: Change) -> None:
        heard.append(change)

    inbox.join(watcher)
    change = {"kind": "message", "conversation_id": "c1", "data": {"seq": 1}}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://connectors") as client:
        await client.post("/changes", json={"changes": [change]})
    assert heard == [Change("message", "c1", {"seq": 1})]
