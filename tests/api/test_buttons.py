"""Buttons carry opaque ids; only the conversation that was offered one can press it."""

import pytest

from tests.conversations.responses import key_of
from tests.servers.chat import Conversation
from tests.servers.frontdoor import FrontDoor

STALE = "Diese Auswahl gilt nicht mehr. Bitte schreiben Sie mir, was Sie möchten."


@pytest.fixture
def conversation(front_door: FrontDoor) -> Conversation:
    begun = front_door.conversation("de")
    begun.say("Ich brauche einen Termin für einen Reisepass")
    return begun


def test_payloads_are_opaque(conversation: Conversation) -> None:
    assert conversation.last is not None
    payloads = [conversation.last.payload(title) for title in conversation.last.buttons]
    assert payloads
    assert not [payload for payload in payloads if "/" in payload or "{" in payload]


@pytest.mark.parametrize("payload", ["b.1.0", "b.2.99", "b.999999999.0"])
def test_a_button_nobody_offered(conversation: Conversation, payload: str) -> None:
    assert conversation.say(payload).texts == (STALE,)


@pytest.mark.parametrize("payload", ["b.1.0", "b.7.1"])
def test_a_button_as_first_message(front_door: FrontDoor, payload: str) -> None:
    assert front_door.conversation("de").say(payload).texts == (STALE,)


def test_an_earlier_button_does_no_harm(conversation: Conversation) -> None:
    """Pressed again, it says again what it said; the conversation goes on from there."""
    assert conversation.last is not None
    first = conversation.last.payload("1 Person")
    conversation.say(first)
    again = conversation.say(first)
    assert key_of("de", again.texts[-1]) == "utter_ask_office"


def test_a_button_of_another_conversation(
    conversation: Conversation, front_door: FrontDoor
) -> None:
    assert conversation.last is not None
    payload = conversation.last.payload("3 Personen")
    stranger = front_door.conversation("de")
    stranger.say("Guten Tag!")
    answer = stranger.say(payload)
    assert "3 Personen" not in answer.text
