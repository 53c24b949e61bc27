"""What goes by itself, across the services."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from backend.conversations.handover import jobs
from backend.kit.clock import FixedClock
from tests.servers.waiting import wait_until
from tests.unit.backend.support import Api, backend_api

CHANNEL = "/api/channels/telegram"


def writes(api: Api, chat: str, update: int) -> str:
    """Somebody writes in a chat; its conversation."""
    told = {"updates": [{"update_id": update, "chat_id": chat, "body": {}}]}
    [taken] = api.post(f"{CHANNEL}/updates", json=told).json()["updates"]
    conversation = str(taken["chat"]["conversation_id"])
    body = {"id": f"m-{update}", "channel": "telegram", "text": "Hallo", "language": "de"}
    stored = api.post(f"/api/conversations/{conversation}/messages", json=body)
    assert stored.status_code == 201, stored.text
    api.put(f"{CHANNEL}/updates/{update}", json={"finished": True})
    return conversation


def test_whose_chat_it_was_is_forgotten_with_the_conversation(
    tmp_path: Path, clock: FixedClock, fresh_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "FORGET_EVERY_SECONDS", 0.2)
    shutil.copy(fresh_database, tmp_path / "frontdoor.db")

    def status(path: str) -> int:
        return api.get(path, internal=True).status_code

    with backend_api(tmp_path, clock) as api:
        old = writes(api, "77", 1)
        clock.advance(timedelta(days=91))
        young = writes(api, "88", 2)
        gone = f"/api/conversations/{old}"
        wait_until("conversation forgotten", lambda: status(gone) == 404, 20)
        assert status(f"{CHANNEL}/conversations/{old}") == 404
        assert status(f"{CHANNEL}/conversations/{young}") == 200
        assert writes(api, "77", 3) != old
