"""People's own conversation: taken along, and deleted."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from connectors.core.tokens import Tokens
from connectors.core.turn import Reply
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine


@pytest.fixture
def token(client: TestClient) -> str:
    answer = client.post("/chat/messages", json={"text": "Hallo <b>Welt</b>", "id": "m-1"})
    return str(answer.json()["conversation_id"])


def ask(client: TestClient, what: str, token: object, **fields: Any) -> Any:
    return client.post(f"/chat/{what}", json={"conversation_id": token, **fields})


def test_the_transcript_as_text(client: TestClient, token: str) -> None:
    answer = ask(client, "transcript", token, language="de")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    disposition = 'attachment; filename="gespraech-2026-12-01.txt"'
    assert answer.headers["content-disposition"] == disposition
    assert answer.headers["cache-control"] == "no-store"
    assert "2. März 2026, 09:00  Sie\nHallo <b>Welt</b>" in answer.text
    assert "Assistent (Maschine)\nGehört: Hallo <b>Welt</b>" in answer.text


def test_the_transcript_as_html_is_escaped(client: TestClient, token: str) -> None:
    answer = ask(client, "transcript", token, format="html", language="en")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "conversation-2026-12-01.html" in answer.headers["content-disposition"]
    assert '<html lang="en">' in answer.text
    assert "<b>" not in answer.text
    assert "Hallo &lt;b&gt;Welt&lt;/b&gt;" in answer.text
    assert "default-src &#39;none&#39;" in answer.text or "default-src 'none'" in answer.text


def test_a_long_transcript_is_whole_and_in_order(client: TestClient, engine: FakeEngine) -> None:
    token = None
    for number in range(300):
        fields = {"text": f"Nachricht {number}.", "conversation_id": token}
        token = client.post("/chat/messages", json=fields).json()["conversation_id"]
    text = ask(client, "transcript", token).text
    places = [text.index(f"Gehört: Nachricht {number}.") for number in range(300)]
    assert places == sorted(places)


def test_deleting_erases_record_and_memory(
    client: TestClient,
    token: str,
    conversations: FakeConversations,
    engine: FakeEngine,
    tokens: Tokens,
) -> None:
    inside = tokens.verify(token)
    answer = ask(client, "deletion", token, language="en")
    assert answer.status_code == 200
    assert answer.json()["erased"] is True
    assert "appointments stay" in answer.json()["message"]
    assert conversations.erased == {inside}
    assert engine.forgotten == [inside]


def test_after_deletion_the_token_is_dead(client: TestClient, token: str) -> None:
    ask(client, "deletion", token)
    said = client.post("/chat/messages", json={"text": "Hallo", "conversation_id": token})
    assert said.status_code == 403
    assert said.json()["error"]["code"] == "conversation_unknown"
    assert "conversation_id" not in said.json()
    assert ask(client, "transcript", token).status_code == 403
    assert ask(client, "deletion", token).status_code == 200
    with client.websocket_connect("/chat/ws") as socket:
        socket.send_json({"type": "hello", "conversation_id": token})
        assert socket.receive_json()["code"] == "conversation_unknown"
        socket.send_json({"type": "hello", "conversation_id": None})
        assert socket.receive_json()["type"] == "welcome"


def test_all_tabs_are_told(client: TestClient, token: str) -> None:
    with client.websocket_connect("/chat/ws") as one, client.websocket_connect("/chat/ws") as two:
        for tab in (one, two):
            tab.send_json({"type": "hello", "conversation_id": token})
            assert tab.receive_json()["type"] == "welcome"
        assert ask(client, "deletion", token, language="de").status_code == 200
        for tab in (one, two):
            frame = tab.receive_json()
            assert frame["type"] == "erased"
            assert "gelöscht" in frame["message"]
        one.send_json({"type": "message", "id": "m-9", "text": "Hallo"})
        assert one.receive_json()["type"] == "error"


def test_the_engine_may_have_it_deleted(
    client: TestClient, token: str, engine: FakeEngine, conversations: FakeConversations
) -> None:
    engine.erases = True
    engine.replies = (Reply("Gelöscht."),)
    fields = {"text": "ja, löschen", "conversation_id": token}
    answer = client.post("/chat/messages", json=fields)
    assert [reply["text"] for reply in answer.json()["replies"]] == ["Gelöscht."]
    assert len(conversations.erased) == 1
    assert client.post("/chat/messages", json=fields).status_code == 403


def test_the_line_on_which_it_was_asked_hears_once_that_it_is_gone(
    client: TestClient, token: str, engine: FakeEngine
) -> None:
    engine.erases = True
    with client.websocket_connect("/chat/ws") as socket:
        socket.send_json({"type": "hello", "conversation_id": token})
        socket.receive_json()
        socket.send_json({"type": "message", "id": "m-2", "text": "ja"})
        kinds = [socket.receive_json()["type"] for _ in range(3)]
        socket.send_json({"type": "hello", "conversation_id": None})
        kinds.append(socket.receive_json()["type"])
    assert kinds == ["accepted", "typing", "erased", "welcome"]


def test_while_the_engine_is_down_nothing_is_promised(
    client: TestClient, token: str, engine: FakeEngine, conversations: FakeConversations
) -> None:
    engine.failing = True
    answer = ask(client, "deletion", token, language="en")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "erasure_failed"
    assert conversations.erased == set()
    engine.failing = False
    assert ask(client, "deletion", token).status_code == 200


@pytest.mark.parametrize("what", ["transcript", "deletion"])
@pytest.mark.parametrize("token", ["forged", None, "", 7, ["a"]])
def test_without_a_token_nothing_is_done(
    client: TestClient, conversations: FakeConversations, what: str, token: object
) -> None:
    answer = ask(client, what, token)
    assert answer.status_code in (400, 403)
    assert answer.json()["error"]["message"]
    assert conversations.erased == set()


def test_an_unknown_format_is_refused(client: TestClient, token: str) -> None:
    assert ask(client, "transcript", token, format="pdf").status_code == 400


def test_a_rating_is_stored(
    client: TestClient, token: str, conversations: FakeConversations, tokens: Tokens
) -> None:
    answer = ask(client, "rating", token, stars=4, words="Danke\u202e!", language="en")
    assert answer.status_code == 200
    assert answer.json() == {"message": "Thank you for your rating!"}
    assert conversations.reactions == [("rate", tokens.verify(token), 4, "Danke!")]


@pytest.mark.parametrize("stars", [0, 6, 4.5, "5", None, True])
def test_no_rating(
    client: TestClient, token: str, conversations: FakeConversations, stars: object
) -> None:
    assert ask(client, "rating", token, stars=stars).status_code == 400
    assert conversations.reactions == []
