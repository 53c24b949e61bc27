"""Staff and the open page of a person through the whole front door, without an engine."""

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from connectors.core.tokens import Tokens
from frontdoor.app import create_app
from frontdoor.secrets import Secrets
from frontdoor.settings import FrontDoorSettings

SECRETS = Secrets("internal-s", "engine-s", "conversations-s")
INTERNAL = {"Authorization": f"Bearer {SECRETS.internal}"}
STAFF = {**INTERNAL, "Staff-Id": "s-1", "Staff-Name": quote("Frau Yılmaz")}
PATH = "/api/conversations/c-1"
_MONDAY = datetime(2026, 3, 2, 9, 0)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """With an empty record: an erased conversation is not begun again."""
    settings = FrontDoorSettings(data_dir=tmp_path, engine_url="http://127.0.0.1:9", now=_MONDAY)
    with TestClient(create_app(settings, SECRETS)) as running:
        yield running


@pytest.fixture
def line(client: TestClient) -> Iterator[WebSocketTestSession]:
    """The page of somebody who has written once and whom staff could take."""
    body = {"id": "m-1", "channel": "website", "text": "Hallo", "language": "de"}
    assert client.post(f"{PATH}/messages", json=body, headers=INTERNAL).status_code == 201
    presence = {"status": "available"}
    assert client.put("/api/staff/presence", json=presence, headers=STAFF).status_code == 200
    token = Tokens(SECRETS.conversations).sign("c-1")
    with client.websocket_connect("/chat/ws") as socket:
        socket.send_json({"type": "hello", "conversation_id": token})
        assert socket.receive_json()["standing"]["state"] == "bot"
        yield socket


def step(client: TestClient, name: str, **body: Any) -> None:
    answer = client.post(f"/api/staff/conversations/c-1/{name}", json=body, headers=STAFF)
    assert answer.status_code in (200, 201, 204), answer.text


def until(line: WebSocketTestSession, kind: str) -> dict[str, Any]:
    """The next frame of a kind; others are skipped."""
    while True:
        frame: dict[str, Any] = line.receive_json()
        if frame["type"] == kind:
            return frame


def asked(client: TestClient, line: WebSocketTestSession) -> None:
    client.post(f"{PATH}/handover", json={"language": "de"}, headers=INTERNAL)
    assert until(line, "state")["standing"]["position"] == 1


def test_the_place_the_name_the_words_and_the_end(
    client: TestClient, line: WebSocketTestSession
) -> None:
    asked(client, line)
    step(client, "take")
    taken = until(line, "reply")
    assert (taken["kind"], taken["standing"]["staff"]) == ("state", "Frau Yılmaz")
    step(client, "typing")
    assert until(line, "typing")["sender"] == "Frau Yılmaz"
    step(client, "messages", id="x-1", text="Guten Tag")
    words = until(line, "reply")
    assert (words["role"], words["sender"], words["text"]) == ("staff", "Frau Yılmaz", "Guten Tag")
    line.send_json({"type": "message", "id": "m-2", "text": "Danke"})
    assert until(line, "done")["in_reply_to"] == "m-2"
    line.send_json({"type": "rate", "stars": 5})
    step(client, "return")
    assert until(line, "reply")["standing"]["state"] == "bot"
    record = client.get(f"{PATH}/messages", headers=INTERNAL).json()["messages"]
    assert [each["seq"] for each in record] == list(range(1, len(record) + 1))
    assert [each["role"] for each in record] == ["person", "bot", "staff", "person", "bot"]


def test_who_leaves_by_the_page_is_with_the_bot(
    client: TestClient, line: WebSocketTestSession
) -> None:
    asked(client, line)
    line.send_json({"type": "leave"})
    left = until(line, "reply")
    assert (left["kind"], left["standing"]["state"]) == ("state", "bot")


@pytest.mark.parametrize(
    "frame", [{"type": "rate", "stars": 6}, {"type": "read", "seq": "1"}, {"type": "dance"}]
)
def test_what_the_protocol_does_not_know_is_refused(
    line: WebSocketTestSession, frame: dict[str, Any]
) -> None:
    line.send_json(frame)
    assert until(line, "error")["code"] == "request_malformed"


def test_delivery_is_noted_for_staff(client: TestClient, line: WebSocketTestSession) -> None:
    asked(client, line)
    step(client, "take")
    step(client, "messages", id="x-1", text="Guten Tag")
    until(line, "reply")
    seq = until(line, "reply")["seq"]
    delivery = _delivery(client)
    deadline = time.monotonic() + 10
    while delivery != "delivered" and time.monotonic() < deadline:
        time.sleep(0.05)
        delivery = _delivery(client)
    assert delivery == "delivered"
    line.send_json({"type": "read", "seq": seq})
    line.send_json({"type": "dance"})
    until(line, "error")
    assert _delivery(client) == "read"


def _delivery(client: TestClient) -> str | None:
    path = "/api/staff/conversations/c-1/messages"
    messages = client.get(path, headers=STAFF).json()["messages"]
    found: str | None = messages[-1]["delivery"]
    return found
