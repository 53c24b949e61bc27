"""A turn as the actions see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker

from language.assent import assent
from language.dates import Interval
from language.entities import parse_interval


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
    that has to wait until the one said before it is done.
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

    @property
    def is_yes(self) -> bool:
        """A yes beyond doubt, as what binds needs one: no condition, no second thought."""
        if self.intent != "affirm":
            return False
        return self.pressed or assent(self.text) is True or self.confidence >= _SURE_YES

    @property
    def command(self) -> str | None:
        """A step within a task: "back", "restart" or "continue"."""
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

    def times(self) -> list[tuple[Interval, Value]]:
        """The dates and times, but those ruled out ("Montag geht nicht")."""
        return [(parse_interval(value.value), value) for value in self.all("time")]


_SURE_YES = 0.9
_ENTITY_FIELDS = {"entity", "value", "start", "end", "extractor"}


def heard(tracker: Tracker) -> Heard:
    """The latest turn of a Rasa tracker."""
    message = tracker.latest_message
    metadata = message.get("metadata") or {}
    at = metadata.get("at")
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
        queued=bool((metadata.get("wish") or {}).get("queued")),
    )


def _value(entity: Mapping[str, Any]) -> Value:
    details = {key: entry for key, entry in entity.items() if key not in _ENTITY_FIELDS}
    return Value(entity["entity"], entity["value"], details)
