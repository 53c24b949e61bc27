"""A booking that can be interrupted anywhere."""

from tests.conversations.responses import key_of
from tests.servers.chat import Answer, Conversation
from tests.servers.frontdoor import FrontDoor


def until_confirmation(door: FrontDoor, day: str) -> Conversation:
    """Everything is said; only the yes is missing."""
    conversation = door.conversation("de")
    conversation.say(f"Ich brauche am {day} einen Termin in Walsum für einen Reisepass")
    for line in ("für eine Person", "das erste", "Anna Schmidt", "anna@example.org"):
        conversation.say(line)
    assert keys(conversation) == ["utter_ask_confirm"]
    return conversation


def keys(conversation: Conversation) -> list[str]:
    """The last answer as response keys."""
    assert conversation.last is not None
    return keys_of(conversation.last)


def keys_of(answer: Answer) -> list[str]:
    return [key_of(answer.language, text) for text in answer.texts]
