"""What the website's endpoints take in no case: too much, too often, files, strange pages."""

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from connectors.website.bodies import LARGEST_BODY
from connectors.website.origins import read_origins
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine
from tests.unit.connectors.website.conftest import FRIEND

POSTS = ("/chat/messages", "/chat/transcript", "/chat/deletion", "/chat/reports")
# What browsers of our own page send: the host they asked.
OWN = "http://testserver"


def say(client: TestClient, text: str = "Hallo", **fields: Any) -> Any:
    return client.post("/chat/messages", json={"text": text, **fields})


@pytest.mark.parametrize("path", POSTS)
def test_a_body_over_the_bound_is_refused(client: TestClient, path: str) -> None:
    answer = client.post(path, content=b'"' + b"x" * (LARGEST_BODY + 1) + b'"')
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "body_too_large"


def test_a_body_without_length_is_refused_as_it_comes(client: TestClient) -> None:
    def endless() -> Any:
        for _ in range(40):
            yield b"x" * 50_000

    assert client.post("/chat/messages", content=endless()).status_code == 413


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "kind", ["multipart/form-data; boundary=x", "application/octet-stream", "image/png"]
)
def test_files_are_refused_in_words(
    client: TestClient, engine: FakeEngine, path: str, kind: str
) -> None:
    answer = client.post(path, content=b"--x", headers={"Content-Type": kind})
    assert answer.status_code == 415
    assert "Dateien" in answer.json()["error"]["message"]
    assert engine.heard == []


def test_a_form_with_a_file_is_refused(client: TestClient) -> None:
    answer = client.post("/chat/messages", files={"text": ("a.txt", b"Hallo")})
    assert answer.status_code == 415
    assert answer.json()["replies"][0]["text"] == answer.json()["error"]["message"]


def test_a_binary_frame_ends_the_line(client: TestClient) -> None:
    with client.websocket_connect("/chat/ws") as socket:
        socket.send_bytes(b"\x89PNG")
        assert socket.receive_json()["code"] == "upload_refused"
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert closed.value.code == 1003


@pytest.mark.parametrize(("language", "word"), [("de", "warten"), ("en", "wait")])
def test_too_many_messages_of_a_conversation_are_answered_in_words(
    stranger: TestClient, engine: FakeEngine, language: str, word: str
) -> None:
    token = say(stranger).json()["conversation_id"]
    for _ in range(3):
        say(stranger, conversation_id=token)
    answer = say(stranger, text="?", conversation_id=token, language=language)
    assert answer.status_code == 429
    assert word in answer.json()["replies"][0]["text"]
    assert answer.json()["conversation_id"] == token
    error = answer.json()["error"]
    assert (error["code"], error["retry_after"]) == ("too_many_messages", 20)
    assert answer.headers["retry-after"] == "20"
    assert len(engine.heard) == 4


def test_too_many_conversations_of_an_address_are_refused(stranger: TestClient) -> None:
    statuses = [say(stranger).status_code for _ in range(7)]
    assert statuses == [200] * 5 + [429] * 2


def test_the_socket_counts_with_the_endpoint(
    stranger: TestClient, conversations: FakeConversations
) -> None:
    with stranger.websocket_connect("/chat/ws") as socket:
        socket.send_json({"type": "hello"})
        socket.receive_json()
        for number in range(3):
            socket.send_json({"type": "message", "id": f"m-{number}", "text": "Hallo"})
            while socket.receive_json()["type"] != "done":
                pass
        socket.send_json({"type": "message", "id": "m-4", "text": "one more please"})
        error = socket.receive_json()
    assert (error["code"], error["id"]) == ("too_many_messages", "m-4")
    assert error["retry_after"] == 20
    assert error["message"].startswith("That was a lot")
    assert say(stranger).status_code == 200
    assert say(stranger).status_code == 429


def test_this_machine_itself_is_not_limited(client: TestClient) -> None:
    token = say(client).json()["conversation_id"]
    assert {say(client, conversation_id=token).status_code for _ in range(20)} == {200}


STRANGE = ["https://evil.example", "null", "https://www.duisburg.example.evil.example", "http://x"]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("origin", STRANGE)
def test_other_pages_may_not(
    client: TestClient, engine: FakeEngine, path: str, origin: str
) -> None:
    headers = {"Origin": origin, "Content-Type": "text/plain", "Accept-Language": "en"}
    answer = client.post(path, content=b'{"text": "Hallo"}', headers=headers)
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "origin_refused"
    assert "may not use" in answer.json()["error"]["message"]
    assert "access-control-allow-origin" not in answer.headers
    assert engine.heard == []


@pytest.mark.parametrize("origin", [FRIEND, FRIEND.upper(), OWN, None])
def test_our_pages_and_those_allowed_may(client: TestClient, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    assert client.post("/chat/messages", json={"text": "Hallo"}, headers=headers).status_code == 200


def test_an_allowed_page_may_read_the_answer_and_the_files(client: TestClient) -> None:
    for path in ("/static/website/widget.js", "/static/website/widget.css"):
        answer = client.get(path, headers={"Origin": FRIEND})
        assert answer.headers["access-control-allow-origin"] == FRIEND
        strange = client.get(path, headers={"Origin": STRANGE[0]})
        assert "access-control-allow-origin" not in strange.headers
    asked = {
        "Origin": FRIEND,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    preflight = client.options("/chat/messages", headers=asked)
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == FRIEND
    assert "access-control-allow-credentials" not in preflight.headers


@pytest.mark.parametrize("origin", STRANGE)
def test_a_socket_of_another_page_is_refused_at_the_handshake(
    client: TestClient, origin: str
) -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/chat/ws", headers={"Origin": origin}),
    ):
        pass


@pytest.mark.parametrize("origin", [FRIEND, OWN])
def test_a_socket_of_an_allowed_page_is_open(client: TestClient, origin: str) -> None:
    with client.websocket_connect("/chat/ws", headers={"Origin": origin}) as socket:
        socket.send_json({"type": "hello"})
        assert socket.receive_json()["type"] == "welcome"


@pytest.mark.parametrize(
    "setting",
    [
        "*",
        "www.duisburg.de",
        "https://",
        "https://*.duisburg.de",
        "https://a.de/chat",
        "ftp://a.de",
    ],
)
def test_what_is_no_origin_is_no_setting(setting: str) -> None:
    with pytest.raises(ValueError, match="not an origin"):
        read_origins(setting)


def test_a_list_of_origins() -> None:
    assert read_origins("") == ()
    assert read_origins(" https://A.de/ ,http://b.de:8080") == ("https://a.de", "http://b.de:8080")


def test_without_an_allow_list_only_the_own_page_may(app: FastAPI) -> None:
    from connectors.website.origins import Origins

    closed = TestClient(Origins(app, ()), client=("127.0.0.1", 1))
    answer = closed.post(
        "/chat/messages", json={"text": "Hallo"}, headers={"Origin": "https://a.de"}
    )
    assert answer.status_code == 403
    own = closed.post("/chat/messages", json={"text": "Hallo"}, headers={"Origin": OWN})
    assert own.status_code == 200
