"""What the channel knows of a turn beside its text, as NLU components read it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rasa.shared.nlu.training_data.message import Message

from assistant.wishes import Wish


@dataclass(frozen=True)
class Choice:
    """A button pressed: what it means is known, so nothing is left to understand."""

    intent: str
    entities: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TurnMetadata:
    """``at``: naive Berlin time the message was received, so that a replay reads
    "tomorrow" as the first run did; ``language``: the channel's belief; ``wish``: which of
    several wishes of the message this run of it is about; ``told``: what was said to the person
    outside of a turn just before, each by the values it is about; ``origin``: a mark of the network
    address it comes from, which tells nothing but that two are the same.
    """

    at: datetime
    channel: str
    language: str | None = None
    choice: Choice | None = None
    wish: Wish | None = None
    told: Sequence[Mapping[str, Any]] = ()
    origin: str | None = None

    def as_metadata(self) -> dict[str, Any]:
        """Ready for the ``metadata`` of a Rasa ``UserMessage``."""
        return {**asdict(self), "at": self.at.isoformat(timespec="seconds")}

    @classmethod
    def of(cls, message: Message) -> "TurnMetadata":
        """Read back from a message; without metadata (training, shell) the clock tells the time."""
        metadata = message.get("metadata") or {}
        at = metadata.get("at")
        choice, wish = metadata.get("choice"), metadata.get("wish")
        return cls(
            at=datetime.fromisoformat(at) if at else berlin_now(),
            channel=metadata.get("channel", "shell"),
            language=metadata.get("language"),
            choice=Choice(**choice) if choice else None,
            wish=Wish(**wish) if wish else None,
            told=metadata.get("told") or (),
            origin=metadata.get("origin"),
        )


def berlin_now() -> datetime:
    """The wall clock in Duisburg, without time zone, to the second."""
    return datetime.now(ZoneInfo("Europe/Berlin")).replace(tzinfo=None, microsecond=0)


def harmless(text: str) -> str:
    """``text`` without the leading slashes by which Rasa would take it for an intent."""
    return re.sub(r"^[\s/]+", "", text) or "?"
