"""A conversation as its turns, read from the events the tracker store keeps. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Event = Mapping[str, Any]

_TASKS = "tasks"
_LANGUAGE = "language"
_LISTEN = "action_listen"
_NEW_SESSION = "action_session_start"
# Told elsewhere in the turn, or Rasa's own.
_NOT_SHOWN = frozenset({_TASKS, "session_started_metadata"})
_PLACE_IN_TEXT = frozenset({"start", "end", "extractor", "entity", "value"})


def turns(
    events: Iterable[Event], initial: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """Every turn, oldest first, whatever session it lies in; ``initial`` are the slots' values
    at the beginning of a session.

    A message with several wishes is run once for each and stays one turn; one that was run
    again after a failure counts once.
    """
    first = dict(initial or {})
    slots = dict(first)
    found: list[dict[str, Any]] = []
    for event in events:
        kind = event["event"]
        if kind == "user":
            _hear(found, event)
        elif kind == "slot":
            slots[event["name"]] = event["value"]
        elif kind in ("session_started", "reset_slots", "restart"):
            slots = dict(first)
        elif kind == "action" and found and _is_step(event):
            found[-1]["steps"].append(_step(event))
        elif kind == "bot" and found:
            _say(found[-1]["replies"], event)
        if found:
            found[-1] |= _state(slots, first)
    return found


def _hear(found: list[dict[str, Any]], event: Event) -> None:
    turn = _turn(event)
    if not found or found[-1]["message_id"] != turn["message_id"]:
        found.append(turn)
    elif (event.get("metadata") or {}).get("wish"):
        before = found[-1]
        before["wishes"] += turn["wishes"]
        before["entities"] += [e for e in turn["entities"] if e not in before["entities"]]
    else:
        found[-1] = turn


def _turn(event: Event) -> dict[str, Any]:
    parsed = event["parse_data"]
    metadata = event.get("metadata") or {}
    entities = parsed.get("entities") or []
    languages = [entity["value"] for entity in entities if entity["entity"] == _LANGUAGE]
    intent = parsed.get("intent") or {}
    understood = {"name": intent.get("name"), "confidence": intent.get("confidence")}
    return {
        "message_id": event.get("message_id"),
        "at": metadata.get("at"),
        "text": event.get("text") or "",
        "choice": metadata.get("choice"),
        "language": languages[0] if languages else None,
        "intent": understood["name"],
        "confidence": understood["confidence"],
        "wishes": [understood],
        "ranking": [
            {"name": each["name"], "confidence": each["confidence"]}
            for each in parsed.get("intent_ranking") or []
        ],
        "entities": [
            _entity(entity, event.get("text") or "")
            for entity in entities
            if entity["entity"] != _LANGUAGE
        ],
        "steps": [],
        "replies": [],
    }


def _entity(entity: Mapping[str, Any], text: str) -> dict[str, Any]:
    """With what the extractor knew besides, as ``frontdoor parse`` prints it."""
    details = {name: value for name, value in entity.items() if name not in _PLACE_IN_TEXT}
    said = text[entity["start"] : entity["end"]] if "start" in entity else ""
    return {"entity": entity["entity"], "value": entity["value"], "text": said, **details}


def _is_step(event: Event) -> bool:
    """Listening is none, nor is a session that began because the person was away for long."""
    return event["name"] != _LISTEN and not (event["name"] == _NEW_SESSION and _policy(event) == "")


def _step(event: Event) -> dict[str, Any]:
    policy = _policy(event) or None
    return {"action": event["name"], "policy": policy, "confidence": event.get("confidence")}


def _policy(event: Event) -> str:
    """The policy's name without the place Rasa's graph puts before it ("policy_0_")."""
    name = event.get("policy") or ""
    place, _, rest = name.removeprefix("policy_").partition("_")
    return rest if name.startswith("policy_") and place.isdigit() else name


def _say(replies: list[dict[str, Any]], event: Event) -> None:
    """A card without words belongs to the reply before it."""
    data = event.get("data") or {}
    card = (data.get("custom") or {}).get("card")
    if card and not event.get("text") and replies:
        replies[-1]["card"] = card
        return
    key = (event.get("metadata") or {}).get("utter_action")
    reply = {"key": key, "text": event.get("text") or "", "buttons": data.get("buttons") or []}
    replies.append({**reply, "card": card} if card else reply)


def _state(slots: Mapping[str, Any], first: Mapping[str, Any]) -> dict[str, Any]:
    shown = {
        name: value
        for name, value in slots.items()
        if name not in _NOT_SHOWN and value != first.get(name)
    }
    tasks: Sequence[Any] = slots.get(_TASKS) or []
    return {"slots": shown, "tasks": tasks}
