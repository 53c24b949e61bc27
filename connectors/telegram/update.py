"""What a person did in Telegram, as far as we need it; standard library only."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What kind of thing happened.

    `TEXT`, `EDITED`, `CONTACT`, `LOCATION`, `PHOTO`, `VOICE` and `OTHER` are messages; `PRESSED`
    a button; `BLOCKED` and `UNBLOCKED` the person's switch; `GROUP` anything in a chat of several
    people.
    """

    TEXT = "text"
    EDITED = "edited"
    PRESSED = "pressed"
    CONTACT = "contact"
    LOCATION = "location"
    PHOTO = "photo"
    VOICE = "voice"
    OTHER = "other"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    GROUP = "group"


@dataclass(frozen=True)
class Update:
    """One update.

    `language` is the one of the person's app, of ours or None. `message` is the message's number
    in its chat, for a pressed button that of the message with the button. `text` is what was
    written, a caption, a telephone number or a button's data; `title` what stands on the button.
    `file` identifies a photo or voice note and `seconds` its length. `at` is when a message was
    edited (Unix time). `callback` identifies a press, which Telegram wants to be answered.
    """

    id: int
    chat: int
    kind: Kind
    language: str | None = None
    message: int | None = None
    text: str = ""
    title: str = ""
    file: str | None = None
    seconds: int = 0
    latitude: float | None = None
    longitude: float | None = None
    at: int = 0
    callback: str | None = None

    @property
    def message_id(self) -> str:
        """The name of the message in the conversation's record: the same for a repeat."""
        if self.kind is Kind.PRESSED:
            return f"tg.c.{self.callback}"
        edit = f".{self.at}" if self.kind is Kind.EDITED else ""
        return f"{message_name(self.message)}{edit}"

    def as_json(self) -> dict[str, Any]:
        """For storing."""
        return asdict(self)

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> "Update":
        """The reverse of :meth:`as_json`; fields of a later version are left out."""
        known = {field.name for field in fields(cls)}
        values = {name: value for name, value in entry.items() if name in known}
        return cls(**values | {"kind": Kind(values["kind"])})


def message_name(number: int | None) -> str:
    """The name that a person's message has in the record."""
    return f"tg.{number}"
