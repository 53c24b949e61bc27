"""A booking's notices through the whole front door: into the conversation, in one process."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from connectors.core.tokens import Tokens
from frontdoor.app import create_app
from frontdoor.secrets import Secrets
from frontdoor.settings import FrontDoorSettings

SECRETS = Secrets("internal-s", "engine-s", "conversations-s")
INTERNAL = {"Authorization": "Bearer internal-s"}
SECONDS = 20.0


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("NOTICES_TICK_SECONDS", "0.1")
    settings = FrontDoorSettings.model_validate(
        {
            "data_dir": tmp_path,
            "engine_url": "http://127.0.0.1:9",
            # Three seconds before the reminder of an appointment at ten the day after.
            "now": "2026-12-01T09:59:57",
        }
    )
    with TestClient(create_app(settings, SECRETS)) as running:
        yield running


def post(client: TestClient, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post(path, json=body, headers=INTERNAL)
    assert answer.is_success, answer.text
    return dict(answer.json())


def test_a_reminder_comes_into_the_conversation_when_its_time_has_come(
    client: TestClient,
) -> None:
    message = {"id": "m-1", "channel": "website", "text": "Hallo"}
    post(client, "/api/conversations/c-1/messages", message)
    with client.websocket_connect("/chat/ws") as socket:
        token = Tokens(SECRETS.conversations).sign("c-1")
        socket.send_json({"type": "hello", "conversation_id": token})
        assert socket.receive_json()["type"] == "welcome"
        wish = {
            "services": [{"key": "passport", "count": 1}],
            "office": "walsum",
            "start": "2026-12-02T10:00",
        }
        held = post(client, "/api/appointments/holds", wish)
        contact = {"name": "Erika", "channel": "website", "conversation_id": "c-1"}
        booked = post(client, f"/api/appointments/holds/{held['hold_id']}/confirm", contact)
        frame = socket.receive_json()
    assert (frame["type"], frame["seq"]) == ("reply", 2)
    assert booked["code"] in frame["text"]
    assert [button["payload"] for button in frame["buttons"]] == ["b.2.0", "b.2.1"]
    deadline = time.monotonic() + SECONDS
    counts: dict[str, int] = {}
    while counts.get("sent") != 1 and time.monotonic() < deadline:
        counts = client.get("/api/notifications", headers=INTERNAL).json()["counts"]
    assert counts == {"sent": 1, "waiting": 1}
