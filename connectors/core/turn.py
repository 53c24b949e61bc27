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
class Standing:
    """Who has the conversation: ``state`` is bot, waiting, staff or closed.

    While waiting, ``position`` counts from 1 and ``wait_minutes`` is an estimate, None when
    there is nothing to estimate from; with staff, ``staff`` is the display name.
    """

    state: str
    position: int | None = None
    wait_minutes: int | None = None
    staff: str | None = None

    def as_json(self) -> dict[str, Any]:
        """For the wire."""
        return asdict(self)

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> "Standing":
        """Out of anything that has these fields, among others."""
        optional = {name: entry.get(name) for name in ("position", "wait_minutes", "staff")}
        return cls(entry["state"], **optional)


@dataclass(frozen=True)
class Notice:
    """Something said outside of a turn; ``id`` makes a repeat harmless.

    ``kind`` is ``message``; ``state``, when the conversation changed hands (``standing`` tells
    how, the text says it in words); ``typing``; or ``erased``, when the conversation and all that
    was kept of it is gone. A notice whose reply has no ``seq`` is not on record: typing, erased,
    and a new place in the queue. ``role`` is ``bot`` or ``staff``, ``sender``
    the display name of a member of staff.
    """

    id: str
    language: str
    reply: Reply
    kind: str = "message"
    role: str = "bot"
    sender: str | None = None
    standing: Standing | None = None

    def as_json(self) -> dict[str, Any]:
        """For the way between processes."""
        return {
            "id": self.id,
            "language": self.language,
            "reply": {**self.reply.as_json(), "seq": self.reply.seq},
            "kind": self.kind,
            "role": self.role,
            "sender": self.sender,
            "standing": self.standing.as_json() if self.standing else None,
        }

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> "Notice":
        """The reverse of :meth:`as_json`."""
        standing = entry["standing"]
        return cls(
            id=entry["id"],
            language=entry["language"],
            reply=Reply.from_json(entry["reply"]),
            kind=entry["kind"],
            role=entry["role"],
            sender=entry["sender"],
            standing=Standing.from_json(standing) if standing else None,
        )


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
    an answer to. ``address`` is the network address it comes from, for counting.
    """

    conversation_id: str
    message_id: str
    channel: str
    text: str
    language: str | None = None
    payload: str | None = None
    choice: Choice | None = None
    address: str | None = None
    told: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Answer:
    """The replies to a turn, in the language they are written in.

    There may be none: while somebody waits for staff or talks with them, what they write is
    stored and told to staff, and answered by a notice. ``state`` says who has the conversation.
    ``erases``: the person had their conversation deleted, so that this is not recorded either.
    """

    language: str
    replies: tuple[Reply, ...] = field(default_factory=tuple)
    state: str = "bot"
    intent: str | None = None
    confidence: float | None = None
    erases: bool = False
