"""What was understood in a turn and what was done about it, in a few lines. Pure."""

import json
from collections.abc import Mapping
from typing import Any

from frontdoor.why import asked, why

Turn = Mapping[str, Any]

_RUNNERS_UP = 3
_LEAST_CONFIDENCE = 0.01
_NONE = "–"


def explain(turn: Turn, before: Turn | None = None) -> list[str]:
    """One line for each thing worth knowing about ``turn``; ``before`` is the turn before it."""
    lines = [("intent", _intent(turn))]
    if len(turn.get("wishes") or []) > 1:
        lines.append(("wishes", ", ".join(map(_rated, turn["wishes"]))))
    lines += [
        ("language", turn["language"] or _NONE),
        ("entities", ", ".join(map(_entity, turn["entities"])) or _NONE),
        ("slots", _pairs(turn["slots"]) or _NONE),
        *(("task", _frame(frame)) for frame in reversed(turn["tasks"])),
        ("because", why(turn, before)),
    ]
    return [f"{label:<9} {text}" for label, text in lines]


def _intent(turn: Turn) -> str:
    if turn["choice"]:
        return f"{turn['intent']} (a button)"
    others = [
        _rated(each)
        for each in turn["ranking"]
        if each["name"] != turn["intent"] and each["confidence"] >= _LEAST_CONFIDENCE
    ]
    chosen = _rated({"name": turn["intent"], "confidence": turn["confidence"]})
    return f"{chosen}  before {', '.join(others[:_RUNNERS_UP])}" if others else chosen


def _rated(intent: Mapping[str, Any]) -> str:
    return f"{intent['name']} {intent['confidence'] or 0:.2f}"


def _entity(entity: Mapping[str, Any]) -> str:
    said = f" “{entity['text']}”" if entity["text"] else ""
    value = f"{entity['entity']}={_plain(entity['value'])}{said}"
    return f"not {value}" if entity.get("negated") else value


def _frame(frame: Mapping[str, Any]) -> str:
    state = "waits for its turn" if frame.get("waiting") else f"asks {asked(frame)}"
    failed = f", failed {frame['failed']}" if frame.get("failed") else ""
    return f"{frame['task']} {state}{failed}  {_pairs(frame['values']) or 'nothing known'}"


def _pairs(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={_plain(value)}" for name, value in values.items())


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
