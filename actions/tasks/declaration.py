"""How a task is declared."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from actions.heard import Heard
from actions.say import Button, Say
from actions.tasks.frames import Frame


@dataclass(frozen=True)
class Refused:
    """An answer that was understood but cannot be taken; ``say`` tells why."""

    say: Say


@dataclass(frozen=True)
class Settled:
    """Something was worked out: the frame as it now stands, and words. The task goes on."""

    frame: Frame
    say: tuple[Say, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question was put; the task waits for the answer."""

    frame: Frame
    say: tuple[Say, ...]


@dataclass(frozen=True)
class Finished:
    """The task is over."""

    say: tuple[Say, ...]


Read = Callable[[Heard, Frame], Any]
Ask = Callable[[Heard, Frame], Awaitable[Asked | Settled]]
Settle = Callable[[Heard, Frame], Awaitable[Settled | Finished]]
Finish = Callable[[Heard, Frame], Awaitable[Finished | Settled]]
Default = Callable[[Heard, Frame], Any]


def question(response: str, *buttons: Button) -> Ask:
    """A question that always reads the same."""

    async def ask(_: Heard, frame: Frame) -> Asked:
        return Asked(frame, (Say(response, buttons=buttons),))

    return ask


@dataclass(frozen=True)
class Slot:
    """One thing a task must know.

    ``read`` takes the value out of a turn: the value, ``Refused``, or None when the
    turn says nothing about it. ``ask`` puts the question, or finds that it has answered
    itself or that an earlier answer has to go. ``settle`` runs after a new value was taken, where
    the backend has to agree. ``depends_on`` names slots whose change voids this one. While a
    ``free_text`` slot is asked and takes a value, only addresses are read beside it. ``kinds``
    are the entities that answer it. A slot with a ``default`` may be skipped; the default is
    its value then. ``field`` is what people call it when they want to change it
    (``language.fields``). ``needed`` is said to somebody who cannot give it.
    """

    name: str
    read: Read
    ask: Ask
    settle: Settle | None = None
    depends_on: tuple[str, ...] = ()
    free_text: bool = False
    kinds: tuple[str, ...] = ()
    default: Default | None = None
    field: str | None = None
    needed: Say | None = None


@dataclass(frozen=True)
class Task:
    """A task: its slots in the order they are asked, and what binds in the end.

    ``name`` is the intent that starts it. ``finish`` runs when every slot is known
    and, where ``restate`` is given, after a clear yes to it. ``drop`` gives back what
    was held when the task is abandoned. ``change`` answers a no to the restatement; the
    task waits for the correction, or is over when ``ends_on_no``. ``summary`` tells what is known
    so far, None when that is nothing yet. ``agrees`` knows a yes to it
    in the task's own words ("ja, absagen"). ``begun_by`` knows what begins it, though nobody says
    so, while nothing else is open: values that are given for nothing else. ``absorbs`` knows
    wishes that sound like another task's, but mean this one while it is open. ``refuses`` says,
    before anything is asked, that the task cannot be done here at all. A ``passing`` one is
    only an offer: until anything was answered, another wish takes its place.
    """

    name: str
    slots: tuple[Slot, ...]
    finish: Finish
    restate: Callable[[Heard, Frame], Awaitable[Say]] | None = None
    summary: Callable[[Heard, Frame], Awaitable[Say | None]] | None = None
    drop: Callable[[Heard, Frame], Awaitable[Say]] | None = None
    change: Callable[[Heard, Frame], Say] | None = None
    ends_on_no: bool = False
    agrees: Callable[[Heard], bool] | None = None
    begun_by: Callable[[Heard], bool] | None = None
    absorbs: Callable[[Heard], bool] | None = None
    passing: bool = False
    refuses: Callable[[Heard], Awaitable[Say | None]] | None = None

    def slot(self, name: str | None) -> Slot | None:
        """The slot called ``name``."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def dependents(self, names: set[str]) -> set[str]:
        """All slots that fall when ``names`` change."""
        fallen: set[str] = set()
        for slot in self.slots:
            if (names | fallen) & set(slot.depends_on):
                fallen.add(slot.name)
        return fallen
