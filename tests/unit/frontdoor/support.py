"""Turns as the engine's channel tells them."""

from typing import Any

Turn = dict[str, Any]


def reply(
    key: str | None, text: str = "…", *buttons: str, card: dict[str, Any] | None = None
) -> dict[str, Any]:
    shown = [{"title": title, "payload": "/inform"} for title in buttons]
    told = {"key": key, "text": text, "buttons": shown}
    return {**told, "card": card} if card else told


def frame(asked: str | None = "people", task: str = "book_appointment", **more: Any) -> Turn:
    return {"task": task, "values": {}, "asked": asked, "failed": 0, **more}


def rule(action: str, confidence: float = 1.0) -> dict[str, Any]:
    return {"action": action, "policy": "BoundedRulePolicy", "confidence": confidence}


def step(action: str = "action_task") -> dict[str, Any]:
    return {"action": action, "policy": "TaskPolicy", "confidence": 1.0}


def turn(text: str = "Hallo", *replies: dict[str, Any], **more: Any) -> Turn:
    intent = more.get("intent", "inform")
    return {
        "message_id": "m-1",
        "at": "2026-12-01T09:00:00",
        "text": text,
        "choice": None,
        "language": "de",
        "intent": intent,
        "confidence": 0.98,
        "wishes": [{"name": intent, "confidence": 0.98}],
        "ranking": [{"name": intent, "confidence": 0.98}],
        "entities": [],
        "steps": [],
        "replies": list(replies),
        "slots": {},
        "tasks": [],
        **more,
    }


def pressed(text: str, *replies: dict[str, Any], **more: Any) -> Turn:
    return turn(text, *replies, choice={"intent": "inform", "entities": {}}, **more)
