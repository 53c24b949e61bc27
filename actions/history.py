"""What was said in the turns before, as the tracker's events tell it. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Event = Mapping[str, Any]

_NOTHING_OPEN = "utter_inform"


@dataclass
class Before:
    """A turn before: the entities of the message, what the cards answered show, and whether no
    question was open that the message could have answered.
    """

    entities: list[Mapping[str, Any]] = field(default_factory=list)
    is_idle: bool = False


def turns_before(events: Sequence[Event]) -> list[Before]:
    """The turns before the latest message, the newest first."""
    found: list[Before] = []
    answered = Before()
    seen_latest = False
    for event in reversed(events):
        if event["event"] == "bot":
            answered.entities += _shown(event)
            answered.is_idle |= _NOTHING_OPEN in (event.get("metadata") or {}).values()
        elif event["event"] == "user":
            if seen_latest:
                said = event.get("parse_data", {}).get("entities") or []
                told = told_values((event.get("metadata") or {}).get("told") or ())
                found.append(Before([*answered.entities, *said, *told], answered.is_idle))
            answered, seen_latest = Before(), True
    return found


def idle(turns: Iterable[Before]) -> Iterator[Mapping[str, Any]]:
    """What was said of late while no question was open, the newest first."""
    for turn in turns:
        if not turn.is_idle:
            return
        yield from turn.entities


def told_values(told: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The appointments told of outside of a turn, as if they had been named, the newest first.

    One with an offer counts as the newest: it is what waits for an answer.
    """
    ordered = sorted(told, key=lambda each: "offer" in each)[::-1]
    return [{"entity": "code", "value": each["code"]} for each in ordered if "code" in each]


def _shown(event: Event) -> Iterator[Mapping[str, Any]]:
    """The appointment on a card, as if it had been named."""
    card = ((event.get("data") or {}).get("custom") or {}).get("card") or {}
    if card.get("code"):
        yield {"entity": "code", "value": card["code"]}
    yield from ({"entity": "service", "value": key} for key in card.get("services", ()))
