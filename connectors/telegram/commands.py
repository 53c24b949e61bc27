"""The commands and what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from connectors.core.turn import Choice


@dataclass(frozen=True)
class Command:
    """A command under its name in each language; `choice` is what it means to the engine.

    Without `choice` the channel answers it itself.
    """

    key: str
    names: Mapping[str, str]
    choice: Choice | None = None


COMMANDS = (
    Command("start", {"de": "start", "en": "start"}, Choice("greet")),
    Command("help", {"de": "hilfe", "en": "help"}, Choice("ask_help")),
    Command("appointment", {"de": "termin", "en": "appointment"}, Choice("book_appointment")),
    Command("language", {"de": "sprache", "en": "language"}),
    Command("data", {"de": "daten", "en": "data"}),
    Command("end", {"de": "ende", "en": "end"}, Choice("goodbye")),
)
# Shown in the menu; everybody has pressed "start" already.
MENU = tuple(command for command in COMMANDS if command.key != "start")
_BY_NAME = {name: command for command in COMMANDS for name in command.names.values()}
_LANGUAGE_OF = {
    name: language
    for command in COMMANDS
    if len(set(command.names.values())) > 1
    for language, name in command.names.items()
}


@dataclass(frozen=True)
class Called:
    """A command as it was written; `language` is that of its name, where it has one."""

    command: Command
    rest: str
    language: str | None


def read_command(text: str) -> Called | None:
    """The command that a message calls (`/termin`, `/termin@our_bot Reisepass`), or None."""
    if not text.startswith("/"):
        return None
    word, _, rest = text[1:].partition(" ")
    name = word.partition("@")[0].strip().lower()
    command = _BY_NAME.get(name)
    return Called(command, rest.strip(), _LANGUAGE_OF.get(name)) if command else None
