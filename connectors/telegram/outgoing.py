"""What leaves for Telegram; standard library only."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """A button under a message: `data` comes back when it is pressed (64 bytes at most), `url`
    opens a page instead.
    """

    title: str
    data: str = ""
    url: str = ""


Keyboard = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True)
class Message:
    """A text of at most `splitting.LONGEST` characters, with buttons under it.

    `sender` is a member of staff whose name stands above it. `contact_key` names a button beside
    the text field by which a person shares their number.
    """

    text: str
    keyboard: Keyboard = ()
    sender: str = ""
    contact_key: str = ""


@dataclass(frozen=True)
class Document:
    """A file."""

    name: str
    content: bytes
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """A PNG; `caption` says in words what it shows."""

    content: bytes
    caption: str


@dataclass(frozen=True)
class Place:
    """A point on the map with its name and address (WGS 84, degrees)."""

    title: str
    address: str
    latitude: float
    longitude: float


Outgoing = Message | Document | Picture | Place


@dataclass(frozen=True)
class Profile:
    """What Telegram shows of the bot, by language: its description before the first message, and
    the menu of commands with what each does.
    """

    descriptions: Mapping[str, str]
    menus: Mapping[str, tuple[tuple[str, str], ...]]
