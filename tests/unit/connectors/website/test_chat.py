"""``POST /chat/messages`` on fakes."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from connectors.core.tokens import Tokens
from connectors.core.turn import Button, Reply
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine


def post(client: TestClient, **fields: Any) -> Any:
    return client.post("/chat/messages", json=fields)


def said(answer: Any) -> list[str]:
    return [reply["text"] for reply in answer.json()["replies"]]


def test_a_message_and_its_replies(client: TestClient, tokens: Tokens) -> None:
    answer = post(client, text="Hallo")
    body = answer.json()
    assert answer.status_code == 200
    assert body["language"] == "de"
    assert body["replies"] == [{"text": "Gehört: Hallo", "buttons": []}]
    assert tokens.verify(body["conversation_id"])


def test_a_conversation_goes_on_under_its_token(
    client: TestClient, conversations: FakeConversations, tokens: Tokens
) -> None:
    token = post(client, text="Hallo").json()["conversation_id"]
    again = post(client, text="Termin", conversation_id=token).json()
    assert again["conversation_id"] == token
    record = conversations.record(tokens.verify(token) or "")
    assert [text for role, text in record if role == "person"] == ["Hallo", "Termin"]


def test_a_repeat_of_an_id_changes_nothing(client: TestClient, engine: FakeEngine) -> None:
    first = post(client, text="Hallo", id="m-1").json()
    again = post(client, text="Hallo", id="m-1", conversation_id=first["conversation_id"]).json()
    assert again == first
    assert engine.texts() == ["Hallo"]


def test_a_buttons_payload_can_be_sent_as_text(client: TestClient, engine: FakeEngine) -> None:
    engine.replies = (Reply("Wo?", (Button("Süd", '/inform{"office": "sued"}'),)),)
    body = post(client, text="Hallo").json()
    (button,) = body["replies"][0]["buttons"]
    assert button == {"title": "Süd", "payload": "b.2.0"}
    post(client, text=button["payload"], conversation_id=body["conversation_id"])
    turn, choice = engine.heard[-1]
    assert choice is not None
    assert (turn.text, choice.entities) == ("Süd", {"office": "sued"})


@pytest.mark.parametrize("token", ["forged", Tokens("other").sign("c-1"), 7, ["c-1"]])
def test_a_forged_token_opens_nothing(client: TestClient, engine: FakeEngine, token: Any) -> None:
    answer = post(client, text="Hallo", conversation_id=token)
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "conversation_unknown"
    assert "conversation_id" not in answer.json()
    assert engine.heard == []


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"[]", b"null", b'"Hallo"', b"{}", b"\xff\xfe", b'{"text": 7}'),
        b'{"text": "Hallo", "id": {}}',
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
def test_what_is_no_message_is_told_in_words(client: TestClient, body: bytes) -> None:
    answer = client.post("/chat/messages", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "request_malformed"
    assert "Form" in said(answer)[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "message_empty"),
        pytest.param("x" * 100_000, "message_too_long", id="long"),
        ("\u0001\u0002\u0003", "message_unreadable"),
    ],
)
def test_a_message_nobody_can_read_is_answered(
    client: TestClient, engine: FakeEngine, text: str, code: str
) -> None:
    answer = post(client, text=text)
    assert answer.status_code == 200
    assert answer.json()["error"]["code"] == code
    assert answer.json()["conversation_id"]
    assert engine.heard == []


def test_problems_are_told_in_the_persons_language(client: TestClient) -> None:
    headers = {"Accept-Language": "en-GB"}
    answer = client.post("/chat/messages", content=b"{", headers=headers)
    assert (answer.json()["language"], "well-formed" in said(answer)[0]) == ("en", True)


def test_the_browsers_language_is_only_a_hint(client: TestClient, engine: FakeEngine) -> None:
    client.post("/chat/messages", json={"text": "Hallo"}, headers={"Accept-Language": "en"})
    assert engine.heard[0][0].language == "en"


def test_a_message_that_could_not_be_stored_is_told(
    client: TestClient, conversations: FakeConversations
) -> None:
    conversations.down = True
    answer = post(client, text="Hallo")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "not_stored"
    assert "115" in said(answer)[0]


def test_a_failing_engine_is_told(client: TestClient, engine: FakeEngine) -> None:
    engine.failing = True
    answer = post(client, text="Hallo")
    assert answer.status_code == 200
    assert "schiefgegangen" in said(answer)[0]
