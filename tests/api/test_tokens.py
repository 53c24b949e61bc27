"""A conversation belongs to whoever holds its token."""

import base64

import httpx
import pytest

from tests.api.support import assert_fit_for_people
from tests.servers.chat import Conversation
from tests.servers.frontdoor import FrontDoor

NAME = "Henriette Geheim"


@pytest.fixture(scope="module")
def stranger(front_door: FrontDoor) -> Conversation:
    """Somebody else, who has said something private."""
    conversation = front_door.conversation("de")
    conversation.say("Guten Tag, ich bin Henriette Geheim")
    return conversation


def post(door: FrontDoor, token: object, text: str = "Wie bitte?") -> httpx.Response:
    return door.http.post("/chat/messages", json={"text": text, "conversation_id": token})


def forged(stranger: Conversation) -> dict[str, object]:
    assert stranger.token is not None
    inside, _, signature = stranger.token.rpartition(".")
    conversation_id, _, day = inside.rpartition(".")
    flipped = ("A" if signature[0] != "A" else "B") + signature[1:]
    return {
        "the id alone": conversation_id,
        "id and day alone": inside,
        "another day": f"{conversation_id}.{int(day or 0) + 1}.{signature}",
        "empty signature": f"{inside}.",
        "other signature": f"{inside}.{flipped}",
        "signature of another id": f"{inside[:-1]}x.{signature}",
        "signed with nothing": f"{inside}.{base64.urlsafe_b64encode(b'').decode()}",
        "made up": "0123456789abcdef0123456789abcdef",
        "path": "../../etc/passwd",
        "sql": "' OR 1=1 --",
        "long": "x" * 10_000,
        "NUL": "\x00",
        "number": 7,
        "list": [stranger.token],
        "object": {"$ne": None},
        "true": True,
    }


FORGERIES = list(forged(type("", (), {"token": "a.1.b"})()))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", FORGERIES)
def test_a_forged_token_opens_nothing(
    front_door: FrontDoor, stranger: Conversation, kind: str
) -> None:
    response = post(front_door, forged(stranger)[kind])
    assert response.status_code == 403
    body = response.json()
    assert body["error"]["code"] == "conversation_unknown"
    assert "conversation_id" not in body
    assert NAME not in response.text
    assert_fit_for_people(body, "de")


def test_a_new_conversation_knows_nothing_of_others(
    front_door: FrontDoor, stranger: Conversation
) -> None:
    conversation = front_door.conversation("de")
    for text in ("Wie bitte?", "Was hast du bis jetzt?", "Wann ist mein Termin?"):
        assert NAME not in conversation.say(text).text
    assert conversation.token != stranger.token


def test_tokens_are_long_and_never_the_same(front_door: FrontDoor) -> None:
    tokens = set()
    for _ in range(5):
        conversation = front_door.conversation("de")
        conversation.say("Danke")
        tokens.add(conversation.token)
    assert len(tokens) == 5
    assert all(token and len(token) > 60 for token in tokens)
