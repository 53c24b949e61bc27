from typing import Any

import httpx
import pytest

from tests.unit.backend.support import Api, code_of

PATH = "/api/conversations/abc.DEF-1"
ANSWER = {
    "language": "de",
    "intent": "greet",
    "confidence": 0.93,
    "replies": [
        {"text": "Guten Tag!", "buttons": [{"title": "Termin", "payload": "b:1"}]},
        {"text": "Womit kann ich helfen?", "card": {"kind": "menu"}},
    ],
}


def say(api: Api, message_id: str, text: str = "Hallo", **more: Any) -> httpx.Response:
    body = {"id": message_id, "channel": "website", "text": text, "language": "de"} | more
    return api.post(f"{PATH}/messages", json=body)


def answer(api: Api, message_id: str, **more: Any) -> httpx.Response:
    return api.put(f"{PATH}/messages/{message_id}/replies", json=ANSWER | more)


def transcript(api: Api, query: str = "") -> list[dict[str, Any]]:
    found = api.get(f"{PATH}/messages{query}", internal=True).json()
    return list(found["messages"])


def test_a_message_is_stored_once(api: Api) -> None:
    first, again = say(api, "m1"), say(api, "m1", text="different")
    assert (first.status_code, first.json()) == (
        201,
        {"seq": 1, "state": "bot", "replies": None, "told": []},
    )
    assert (again.status_code, again.json()) == (200, first.json())
    assert [each["text"] for each in transcript(api)] == ["Hallo"]


def test_the_first_answer_wins(api: Api) -> None:
    say(api, "m1")
    first = answer(api, "m1")
    again = answer(api, "m1", replies=[{"text": "something else"}])
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert [each["seq"] for each in first.json()["replies"]] == [2, 3]
    assert say(api, "m1").json()["replies"] == first.json()["replies"]


def test_an_empty_answer_is_an_answer(api: Api) -> None:
    say(api, "m1")
    assert answer(api, "m1", replies=[]).json() == {"replies": []}
    assert answer(api, "m1").json() == {"replies": []}
    assert say(api, "m1").json()["replies"] == []


def test_the_transcript_is_in_order_without_gaps(api: Api) -> None:
    for number in range(3):
        say(api, f"m{number}", text=f"message {number}")
        answer(api, f"m{number}")
    messages = transcript(api)
    assert [each["seq"] for each in messages] == list(range(1, 10))
    assert [each["role"] for each in messages] == ["person", "bot", "bot"] * 3
    assert [each["in_reply_to"] for each in messages] == [None, 1, 1, None, 4, 4, None, 7, 7]
    assert messages[1]["buttons"] == [{"title": "Termin", "payload": "b:1"}]
    assert messages[2]["card"] == {"kind": "menu"}
    assert [each["seq"] for each in transcript(api, "?after=7")] == [8, 9]
    assert [each["seq"] for each in transcript(api, "?after=0&limit=2")] == [1, 2]
    assert [each["seq"] for each in transcript(api, "?limit=2")] == [8, 9]


def test_the_latest_replies(api: Api) -> None:
    latest = f"{PATH}/replies/latest"
    say(api, "m1")
    assert api.get(latest, internal=True).json() == {"replies": []}
    answer(api, "m1")
    say(api, "m2")
    texts = [each["text"] for each in api.get(latest, internal=True).json()["replies"]]
    assert texts == ["Guten Tag!", "Womit kann ich helfen?"]


def test_the_conversation_knows_its_language_and_channel(api: Api) -> None:
    say(api, "m1")
    answer(api, "m1", language="en")
    assert api.get(PATH, internal=True).json() == {
        "state": "bot",
        "language": "en",
        "channel": "website",
        "created_at": "2026-03-02T08:00:00Z",
        "position": None,
        "wait_minutes": None,
        "staff": None,
    }


def test_conversations_are_apart(api: Api) -> None:
    say(api, "m1")
    body = {"id": "m1", "channel": "phone", "text": "Hi"}
    other = api.post("/api/conversations/other/messages", json=body)
    assert (other.status_code, other.json()["seq"]) == (201, 1)


def test_everything_is_erased(api: Api) -> None:
    say(api, "m1")
    answer(api, "m1")
    assert [api.delete(PATH).status_code for _ in range(2)] == [204, 204]
    assert code_of(api.get(PATH, internal=True)) == "conversation_not_found"
    assert say(api, "m1").json()["seq"] == 1


@pytest.mark.parametrize("path", ["", "/messages", "/replies/latest"])
def test_unknown_conversations(api: Api, path: str) -> None:
    found = api.get(PATH + path, internal=True)
    assert (found.status_code, code_of(found)) == (404, "conversation_not_found")


def test_unknown_messages(api: Api) -> None:
    assert code_of(answer(api, "m1")) == "conversation_not_found"
    say(api, "m1")
    assert code_of(answer(api, "m2")) == "message_not_found"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("", ""),
        ("<b>'; DROP TABLE messages;--", "<b>'; DROP TABLE messages;--"),
        ("nul \x00 byte", "nul � byte"),
        ("x" * 100_000, "x" * 100_000),
        ("👩‍👩‍👧 مرحبا", "👩‍👩‍👧 مرحبا"),
    ],
)
def test_any_text_is_kept(api: Api, text: str, stored: str) -> None:
    assert say(api, "m1", text=text, payload=text).status_code == 201
    assert transcript(api)[0]["text"] == stored


def test_half_a_character_is_kept_as_a_replacement(api: Api) -> None:
    content = b'{"id": "m1", "channel": "website", "text": "a\\ud800b"}'
    headers = {"Content-Type": "application/json"}
    assert api.post(f"{PATH}/messages", content=content, headers=headers).status_code == 201
    assert transcript(api)[0]["text"] == "a�b"


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"channel": "Web site"},
        {"language": "german"},
        {"text": None},
        {"text": "x" * 200_001},
        {"extra": 1},
    ],
)
def test_what_is_not_a_message(api: Api, wrong: dict[str, Any]) -> None:
    refused = say(api, "m1", **wrong) if "id" not in wrong else say(api, "")
    assert (refused.status_code, code_of(refused)) == (422, "invalid_request")
