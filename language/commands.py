"""Steps that somebody asks for in the middle of a task: back, from the start, go on."""

from dataclasses import dataclass
from functools import cache

from language.text import words
from language.vocabulary import load

_MOST_WORDS = 12


@dataclass(frozen=True)
class CommandMatch:
    """A step asked for: "back", "restart" or "continue"; character offsets."""

    command: str
    start: int
    end: int


@cache
def _commands() -> dict[tuple[str, ...], str]:
    """The command by what is said, without its small words."""
    named = load("commands")["commands"]
    return {_core(phrase.split()): command for command in named for phrase in named[command]}


@cache
def _fillers() -> frozenset[str]:
    return frozenset(load("commands")["fillers"])


def _core(forms: list[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if form not in _fillers())


def find_command(text: str) -> CommandMatch | None:
    """The step that ``text`` as a whole asks for, small words aside, or None.

    "nochmal zurück bitte" is one, "zurück in Walsum" and "Wie geht es weiter?" are none.
    """
    tokens = words(text)
    if not tokens or len(tokens) > _MOST_WORDS:
        return None
    command = _commands().get(_core([word.form for word in tokens]))
    if command is None:
        return None
    said = [word for word in tokens if word.form not in _fillers()]
    return CommandMatch(command, said[0].start, said[-1].end)
