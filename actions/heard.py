"""A turn as the actions see it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker

from actions.history import idle, told_values, turns_before
from language.assent import assent
from language.dates import Interval
from language.entities import parse_interval
from language.waiting_lists import answer_to_offer


@dataclass(frozen=True)
class Value:
    """An entity of the message; ``details`` holds what the extractor knew besides."""

    kind: str
    value: Any
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Heard:
    """What a person said in this turn and how it was understood.

    ``message_id`` names the message for idempotency keys; ``at`` is the naive Berlin
    time it was received; ``pressed`` tells a button from typed text; ``queued`` a wish
    that has to wait until the one said before it is done; ``before`` are the values of the
    turns before, the newest turn first, those on cards included; ``idle`` are those of the
    latest turns that no question was open for; ``beside`` is the text without its values;
    ``offered`` tells that a place on offer was told just before, outside of a turn; ``origin`` is a
    mark of the network address, where the channel knows one.
    """

    text: str
    language: str
    intent: str
    values: tuple[Value, ...]
    conversation_id: str
    channel: str
    message_id: str
    at: datetime
    pressed: bool = False
    confidence: float = 1.0
    queued: bool = False
    before: tuple[Value, ...] = ()
    idle: tuple[Value, ...] = ()
    beside: str | None = None
    offered: bool = False
    origin: str | None = None

    @property
    def answer_to_offer(self) -> str | None:
        """What the message answers to the place just offered: "accept" or "decline"."""
        return answer_to_offer(self.text) if self.offered and not self.pressed else None

    @property
    def rest(self) -> str:
        """The text without its values: "ja, passt" of "ja, Dienstag passt"."""
        return self.text if self.beside is None else self.beside

    @property
    def is_yes(self) -> bool:
        """A yes beyond doubt, as what binds needs one: no condition, no second thought."""
        return self.intent == "affirm" and (self.pressed or assent(self.rest) is True)

    @property
    def command(self) -> str | None:
        """A step within a task: "back", "restart", "continue" or "wait"."""
        said = self.first("command")
        return said.value if said else None

    def all(self, *kinds: str) -> list[Value]:
        """The entities of these kinds, in order, but those ruled out ("nicht in Walsum")."""
        return [
            value
            for value in self.values
            if value.kind in kinds and not value.details.get("negated")
        ]

    def first(self, *kinds: str) -> Value | None:
        """The first entity of these kinds, or None."""
        return next(iter(self.all(*kinds)), None)

    def with_idle(self) -> "Heard":
        """With what was said while no question was open, of kinds not said now."""
        kinds = {value.kind for value in self.values}
        late = [value for value in self.idle if value.kind not in kinds]
        return replace(self, values=(*self.values, *late))

    def refused_times(self) -> list[tuple[Interval, Value]]:
        """The dates and times ruled out."""
        return [
            (parse_interval(value.value), value)
            for value in self.values
            if value.kind == "time" and value.details.get("negated")
        ]

    def times(self) -> list[tuple[Interval, Value]]:
        """The dates and times, but those ruled out ("Montag geht nicht")."""
        return [(parse_interval(value.value), value) for value in self.all("time")]


_LEADING = re.compile(r"\b(?:in|im|am|um|für|fuer|nach|at|on|for)\s*$", re.IGNORECASE)
_ENTITY_FIELDS = {"entity", "value", "start", "end", "extractor"}


def heard(tracker: Tracker) -> Heard:
    """The latest turn of a Rasa tracker."""
    message = tracker.latest_message
    metadata = message.get("metadata") or {}
    at = metadata.get("at")
    before = turns_before(tracker.events)
    told = metadata.get("told") or ()
    return Heard(
        text=message.get("text") or "",
        language=tracker.get_slot("language") or "de",
        intent=(message.get("intent") or {}).get("name") or "out_of_scope",
        values=tuple(_value(entity) for entity in message.get("entities") or []),
        conversation_id=tracker.sender_id,
        channel=metadata.get("channel", "shell"),
        message_id=message.get("message_id") or "",
        at=datetime.fromisoformat(at).replace(tzinfo=None) if at else datetime.now(),
        pressed=bool(metadata.get("choice")),
        confidence=(message.get("intent") or {}).get("confidence") or 0.0,
        beside=without(
            message.get("text") or "",
            [(e.get("start", 0), e.get("end", 0)) for e in message.get("entities") or []],
        ),
        before=tuple(
            _value(entity)
            for entities in (told_values(told), *(turn.entities for turn in before))
            for entity in entities
        ),
        offered=any("offer" in each for each in told),
        origin=metadata.get("origin"),
        idle=tuple(_value(entity) for entity in idle(before)),
        queued=bool((metadata.get("wish") or {}).get("queued")),
    )


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` without the spans and the small words that lead to them."""
    for start, end in sorted(spans, reverse=True):
        text = _LEADING.sub("", text[:start]) + text[end:] if start < end else text
    return text


def _value(entity: Mapping[str, Any]) -> Value:
    details = {key: entry for key, entry in entity.items() if key not in _ENTITY_FIELDS}
    return Value(entity["entity"], entity["value"], details)
