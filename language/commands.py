"""Steps that somebody asks for in the middle of a task: back, from the start, go on, wait."""

from dataclasses import dataclass
from functools import cache

from language.text import words
from language.vocabulary import load

_MOST_WORDS = 12
_WAIT = "wait"


@dataclass(frozen=True)
class CommandMatch:
    """A step asked for: "back", "restart", "continue" or "wait"; character offsets."""

    command: str
    start: int
    end: int


@cache
def _commands(pausing: bool) -> dict[tuple[str, ...], str]:
    """The command by what is said, without its small words."""
    named = load("commands")["commands"]
    return {
        _core(phrase.split(), pausing): command
        for command in named
        for phrase in named[command]
        if (command == _WAIT) is pausing
    }


@cache
def _fillers(pausing: bool) -> frozenset[str]:
    """Words that change nothing; "moment" is one, unless it is all that is wished for."""
    vocabulary = load("commands")
    return frozenset(vocabulary["fillers"]) - frozenset(vocabulary["pausing"] if pausing else ())


def _core(forms: list[str], pausing: bool) -> tuple[str, ...]:
    return tuple(form for form in forms if form not in _fillers(pausing))


def find_command(text: str) -> CommandMatch | None:
    """The step that ``text`` as a whole asks for, small words aside, or None.

    "nochmal zurück bitte" is one, "zurück in Walsum" and "Wie geht es weiter?" are none.
    """
    tokens = words(text)
    if not tokens or len(tokens) > _MOST_WORDS:
        return None
    forms = [word.form for word in tokens]
    for pausing in (False, True):
        command = _commands(pausing).get(_core(forms, pausing))
        if command:
            said = [word for word in tokens if word.form not in _fillers(pausing)]
            return CommandMatch(command, said[0].start, said[-1].end)
    return None
