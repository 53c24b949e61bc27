"""Messages that nobody should send, and that somebody will."""

from itertools import product

import pytest

from tests.api.support import assert_fit_for_people
from tests.conversations.responses import key_of
from tests.servers.chat import read_answer
from tests.servers.frontdoor import FrontDoor

REFUSED = {
    "empty": "",
    "white space": " \t\n\r\u00a0\u2003",
    "zero width": "\u200b\u200c\u200d\ufeff\u2060",
    "control characters": "\x00\x01\x02\x03\x1b",
    "100 kB": "Termin " * 15_000,
    "lone surrogates": "\ud800\udfff\ud800",
}
ANSWERED = {
    "NUL inside": "Ter\x00min",
    "zero width inside": "Ter\u200bmin bu\u200dchen",
    "html": "<img src=x onerror=alert(1)><b>Termin</b>",
    "script": "<script>alert('x')</script>",
    "sql": "'; DROP TABLE appointments; --",
    "template": "{{7*7}} ${7*7} {code} {0.__class__} %s %(name)s",
    "intent notation": "/book_appointment{}",
    "inform notation": '/inform{"service": "passport"}',
    "restart": "/restart",
    "session start": "/session_start",
    "slash": "/",
    "emoji": "🤷🏽‍♀️👍🎉",
    "right to left": "أحتاج موعدا لجواز السفر",
    "direction override": "\u202etermin\u202c buchen",
    "cyrillic": "Мне нужен паспорт",
    "chinese": "我需要预约护照",
    "punctuation": "???!!!...",
    "digits": "1234567890" * 10,
    "newlines": "Termin\n\n\nbuchen\r\n",
    "json": '{"text": "Termin", "conversation_id": null}',
    "one long word": "a" * 3999,
    "many words": "der die das " * 330,
    "dates galore": "am 31.2. oder 99.99.9999 um 25:61 Uhr, 29.2.2027, 0.0.0, 1/1/1/1",
    "combining marks": "Z̷̡̢͚a̴̧͙l̶̨̛g̵̢o̸̧" * 20,
}


def shown(text: object, length: int = 30) -> str:
    return ascii(text)[:length]


@pytest.mark.parametrize(
    ("name", "language"), product(REFUSED, ("de", "en")), ids=lambda value: str(value)
)
def test_what_cannot_be_read_is_said_so(front_door: FrontDoor, name: str, language: str) -> None:
    # Lone surrogates cannot be sent as UTF-8, only as JSON escapes.
    fields = f'{{"text": {_json(REFUSED[name])}, "language": "{language}"}}'
    response = front_door.http.post("/chat/messages", content=fields.encode())
    assert response.status_code == 200
    body = response.json()
    assert body["error"]["code"].startswith("message_")
    assert_fit_for_people(body, "de" if name == "100 kB" else language)


@pytest.mark.parametrize("name", ANSWERED)
def test_odd_text_is_answered_and_not_echoed(front_door: FrontDoor, name: str) -> None:
    conversation = front_door.conversation("de")
    answer = conversation.say(ANSWERED[name])
    assert_fit_for_people(answer.body, None)
    assert not any(mark in answer.text for mark in ("<script", "<img", "<b>", "49", "DROP"))
    # The conversation goes on as if nothing had been said.
    assert_fit_for_people(conversation.say("Was kostet ein Reisepass?").body, "de")


def test_what_only_a_button_means_cannot_be_typed(front_door: FrontDoor) -> None:
    conversation = front_door.conversation("de")
    wish = "Ich brauche einen Termin für einen Reisepass in Walsum für eine Person"
    asked = [key_of("de", text) for text in conversation.say(wish).texts]
    assert asked == ["utter_ask_when"]
    answer = conversation.say('/inform{"when": "open"}')
    assert "utter_offer_slots" not in [key_of(answer.language, text) for text in answer.texts]


def _json(text: str) -> str:
    escaped = "".join(f"\\u{ord(c):04x}" if not 31 < ord(c) < 127 else c for c in text)
    return '"' + escaped.replace('"', '\\"') + '"'


def test_bodies_of_any_kind_are_refused_in_words(front_door: FrontDoor) -> None:
    for content in BODIES:
        response = front_door.http.post("/chat/messages", content=content)
        assert response.status_code == (413 if len(content) > 1_000_000 else 400), shown(content)
        assert_fit_for_people(response.json(), None)


@pytest.mark.parametrize(
    ("header", "language"), [("en-GB,en;q=0.9,de;q=0.5", "en"), ("de,en", "de"), ("fr", "de")]
)
def test_a_malformed_request_is_answered_in_the_browsers_language(
    front_door: FrontDoor, header: str, language: str
) -> None:
    response = front_door.http.post(
        "/chat/messages", content=b"{", headers={"Accept-Language": header}
    )
    assert_fit_for_people(response.json(), language)


BODIES = [
    b"",
    b"Termin",
    b"{",
    b"[]",
    b"null",
    b"42",
    b'"Termin"',
    b"\xff\xfe\x00binary\x80",
    b'{"text": "Gr\xfc\xdfe"}',
    b"{}",
    b'{"text": null}',
    b'{"text": 42}',
    b'{"text": ["Termin"]}',
    b'{"text": {"text": "Termin"}}',
    b'{"text": "Termin", "id": 7}',
    b'{"text": "Termin", "id": "' + b"x" * 65 + b'"}',
    b'{"text": "Termin", "id": "a/b c"}',
    b"[" * 100_000 + b"]" * 100_000,
    b'{"text":' * 20_000 + b"1" + b"}" * 20_000,
    b'{"text": "' + b"x" * 1_000_001 + b'"}',
]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Guten Tag", "language": 5},
        {"text": "Guten Tag", "language": "xx"},
        {"text": "Guten Tag", "payload": 5},
        {"text": "Guten Tag", "payload": ["/affirm"]},
        {"text": "Guten Tag", "unknown": {"a": [1, None]}},
        {"text": "Guten Tag", "conversation_id": ""},
        {"text": "Guten Tag", "conversation_id": None},
    ],
    ids=shown,
)
def test_wrong_types_beside_the_text_do_no_harm(
    front_door: FrontDoor, fields: dict[str, object]
) -> None:
    answer = read_answer(front_door.http.post("/chat/messages", json=fields))
    assert answer.status == 200
    assert_fit_for_people(answer.body, "de")


PAYLOADS = {
    "long": "x" * 150_000,
    "too long": "x" * 300_000,
    "surrogate": "\ud800",
    "NUL": "\x00",
    "intent": "/affirm",
    "button of nobody": "b.1.0",
}


@pytest.mark.parametrize("name", PAYLOADS)
def test_any_payload_is_answered(front_door: FrontDoor, name: str) -> None:
    body = f'{{"text": "Guten Tag", "payload": {_json(PAYLOADS[name])}}}'
    response = front_door.http.post("/chat/messages", content=body.encode())
    assert response.status_code == 200
    assert_fit_for_people(response.json(), "de")


def test_other_methods_and_paths(front_door: FrontDoor) -> None:
    assert front_door.http.get("/chat/messages").status_code in (404, 405)
    assert front_door.http.get("/chat/nothing").status_code == 404
    assert front_door.http.get("/static/website/../page.py").status_code == 404
    assert front_door.http.get("/static/website/%2e%2e/page.py").status_code == 404
