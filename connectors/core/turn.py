"""A turn and its replies, the same for every channel."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Button:
    """A choice; ``payload`` is what comes back when it is pressed."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """One answer. ``seq`` is its place in the conversation's record, once stored."""

    text: str
    buttons: tuple[Button, ...] = ()
    card: Mapping[str, Any] | None = None
    seq: int | None = None

    def as_json(self) -> dict[str, Any]:
        """For storing and for the wire."""
        fields = {"text": self.text, "buttons": [asdict(button) for button in self.buttons]}
        return {**fields, "card": dict(self.card)} if self.card else fields

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> "Reply":
        """The reverse of :meth:`as_json`."""
        buttons = tuple(Button(b["title"], b["payload"]) for b in entry.get("buttons") or [])
        return cls(entry["text"], buttons, entry.get("card"), entry.get("seq"))


@dataclass(frozen=True)
class Notice:
    """Something the bot says by itself; ``id`` makes a repeat harmless."""

    id: str
    language: str
    reply: Reply


@dataclass(frozen=True)
class Choice:
    """A meaning that is known: the intent and its values."""

    intent: str
    entities: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Turn:
    """A message on its way in.

    ``message_id`` is the channel's own and makes a repeat harmless; ``language`` what
    the channel believes; ``payload`` what a pressed button carried; ``choice`` what the
    channel itself knows to be meant, without any text to understand. ``told`` is what the bot said
    by itself just before, each by the values that its buttons carry: what "yes, I'll take it" is
    an answer to.
    """

    conversation_id: str
    message_id: str
    channel: str
    text: str
    language: str | None = None
    payload: str | None = None
    choice: Choice | None = None
    told: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Answer:
    """The replies to a turn, in the language they are written in."""

    language: str
    replies: tuple[Reply, ...] = field(default_factory=tuple)
