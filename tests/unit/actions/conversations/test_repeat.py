"""Say that again."""

import httpx

from actions.backend import Backend
from actions.conversations.repeat import RepeatAction
from tests.unit.actions.support_rasa import responses, run, tracker

LATEST = {
    "replies": [
        {"text": "Wo?", "buttons": [{"title": "Süd", "payload": "/inform"}], "card": None},
        {"text": "Gebucht.", "buttons": [], "card": {"type": "appointment"}},
    ]
}


def action(status: int, body: object) -> RepeatAction:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/api/conversations/c-1/replies/latest"
        return httpx.Response(status, json=body)

    client = httpx.AsyncClient(transport=httpx.MockTransport(handler), base_url="http://b")
    return RepeatAction(Backend(client))


async def test_all_replies_are_said_again_with_buttons_and_card() -> None:
    said, events = await run(action(200, LATEST), tracker("Wie bitte?"))
    assert [message.get("text") for message in said] == ["Wo?", "Gebucht.", None]
    assert said[0]["buttons"] == [{"title": "Süd", "payload": "/inform"}]
    assert said[2]["custom"] == {"card": {"type": "appointment"}}
    assert events == []


async def test_nothing_said_before() -> None:
    said, _ = await run(action(200, {"replies": []}), tracker("Wie bitte?"))
    assert responses(said) == ["utter_nothing_to_repeat"]


async def test_an_unknown_conversation() -> None:
    refusal = {"error": {"code": "conversation_not_found"}}
    said, _ = await run(action(404, refusal), tracker("Wie bitte?"))
    assert responses(said) == ["utter_nothing_to_repeat"]
