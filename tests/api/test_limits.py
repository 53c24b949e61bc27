"""Limits of the running front door, for people behind a proxy that is trusted."""

import pytest

from tests.servers.frontdoor import FrontDoor

PER_CONVERSATION = 30


@pytest.mark.parametrize(("language", "word"), [("de", "warten"), ("en", "wait")])
def test_too_much_in_one_conversation_is_refused_in_words(
    front_door: FrontDoor, language: str, word: str
) -> None:
    headers = {"X-Forwarded-For": f"203.0.113.{len(language + word)}"}
    fields = {"text": "b.1.0", "language": language, "conversation_id": None}
    statuses, body = [], {}
    for _ in range(PER_CONVERSATION + 5):
        answer = front_door.http.post("/chat/messages", json=fields, headers=headers)
        body = answer.json()
        fields["conversation_id"] = body["conversation_id"]
        statuses.append(answer.status_code)
    assert statuses[: PER_CONVERSATION + 1] == [200] * (PER_CONVERSATION + 1)
    assert 429 in statuses[PER_CONVERSATION + 1 :]
    assert body["language"] == language
    assert "203.0.113" not in front_door.log_text()


def test_others_are_not_hindered(front_door: FrontDoor) -> None:
    headers = {"X-Forwarded-For": "203.0.113.99"}
    fields = {"text": "b.1.0"}
    answer = front_door.http.post("/chat/messages", json=fields, headers=headers)
    assert answer.status_code == 200
