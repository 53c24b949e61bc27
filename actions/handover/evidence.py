"""What staff get to know of the talk with the bot. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from actions.heard import Heard
from actions.tasks.frames import Frame
from actions.titles import button, can_be_offered

_MOST_WISHES = 5
_FOR_STAFF = "request_human"
# Kinds that say nothing to a reader.
_HIDDEN = frozenset({"language", "command", "reason", "slot", "when", "offer"})


def evidence(
    turn: Heard, events: Sequence[Mapping[str, Any]], stack: Sequence[Frame], failed: int
) -> dict[str, Any]:
    """In the shape of the backend's EvidenceShape.

    The wishes are those of the latest messages, the newest first, each once; `slots` the values
    said of late, the newest of each kind.
    """
    task = stack[-1] if stack else None
    return {
        "slots": _values(turn),
        "wishes": list(_wishes(events)),
        "task": _task(task) if task else None,
        "failed": failed,
        "why": "failures" if failed else None,
    }


def topic(known: Mapping[str, Any], language: str) -> str:
    """What evidence is about, in words: the open task, else the latest wish that has a title."""
    task = known["task"]
    names = [*([task["task"]] if task else []), *(each["intent"] for each in known["wishes"])]
    return next((button(name, language) for name in names if can_be_offered(name)), "")


def _values(turn: Heard) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for value in (*turn.values, *turn.before):
        if value.kind not in _HIDDEN:
            found.setdefault(value.kind, value.value)
    return found


def _wishes(events: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    seen = {_FOR_STAFF}
    for event in reversed(events):
        if event["event"] != "user" or len(seen) > _MOST_WISHES:
            continue
        intent = (event.get("parse_data") or {}).get("intent") or {}
        name = intent.get("name")
        if name and name not in seen:
            seen.add(name)
            yield {"intent": name, "confidence": min(1.0, intent.get("confidence") or 0.0)}


def _task(frame: Frame) -> dict[str, Any]:
    return {"task": frame.task, "asked": frame.asked, "values": dict(frame.values)}
