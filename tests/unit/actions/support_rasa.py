"""Rasa's tracker and dispatcher as an action sees them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from language.entities import find_entities
from tests.unit.actions.support import MONDAY


def tracker(
    text: str,
    intent: str = "inform",
    language: str = "de",
    at: datetime = MONDAY,
    slots: Mapping[str, Any] | None = None,
    **message: Any,
) -> Tracker:
    """A tracker whose latest message is ``text``."""
    entities = [
        {"entity": e.kind, "value": e.value, "start": e.start, "end": e.end, **e.details}
        for e in find_entities(text, language, at)
    ]
    latest = {
        "text": text,
        "intent": {"name": intent},
        "entities": entities,
        "message_id": "m-1",
        "metadata": {"at": at.isoformat(), "channel": "website"},
        **message,
    }
    known = {"language": language, "tasks": None, **(slots or {})}
    return Tracker("c-1", known, latest, [], False, None, {}, "action_listen")


async def run(action: Action, heard: Tracker) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What ``action`` says and the events it returns."""
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, heard, {})
    return dispatcher.messages, events


def responses(messages: list[dict[str, Any]]) -> list[str]:
    """The keys of the responses said."""
    return [message["response"] for message in messages if message.get("response")]
