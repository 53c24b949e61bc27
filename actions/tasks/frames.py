"""The state of a task, as the slot ``tasks`` keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Frame:
    """One task at hand.

    ``values`` are the answers so far, ``asked`` the open question, ``failed`` how
    often in a row it was not understood, ``notes`` what the task remembers besides
    answers (offered slots, a hold), ``expects`` the kinds of values that answer the question:
    the engine's policy reads them. ``at`` is when the task was last worked on (ISO, Berlin).
    ``waiting`` is the turn that wished for a task whose time has not come yet. ``by_itself``
    are answers nobody gave, because there was only one.
    """

    task: str
    values: Mapping[str, Any] = field(default_factory=dict)
    asked: str | None = None
    failed: int = 0
    notes: Mapping[str, Any] = field(default_factory=dict)
    expects: tuple[str, ...] = ()
    at: str | None = None
    waiting: Mapping[str, Any] | None = None
    by_itself: tuple[str, ...] = ()

    def with_values(self, **values: Any) -> "Frame":
        """With these answers added or replaced."""
        return replace(self, values={**self.values, **values})

    def without(self, *names: str) -> "Frame":
        """Without these answers."""
        kept = {name: value for name, value in self.values.items() if name not in names}
        return replace(self, values=kept, by_itself=tuple(set(self.by_itself) - set(names)))

    def with_notes(self, **notes: Any) -> "Frame":
        """With these notes added or replaced; None removes one."""
        merged = {**self.notes, **notes}
        return replace(self, notes={k: v for k, v in merged.items() if v is not None})

    def answered_by_itself(self, name: str) -> "Frame":
        """With the note that nobody gave the answer ``name``."""
        return replace(self, by_itself=(*(n for n in self.by_itself if n != name), name))

    def as_json(self) -> dict[str, Any]:
        """Ready for a slot of type ``any``."""
        return {
            "task": self.task,
            "values": dict(self.values),
            "asked": self.asked,
            "failed": self.failed,
            "notes": dict(self.notes),
            "expects": list(self.expects),
            "at": self.at,
            "waiting": self.waiting,
            "by_itself": list(self.by_itself),
        }


def read_stack(slot: Sequence[Mapping[str, Any]] | None) -> list[Frame]:
    """The frames of the slot ``tasks``, the topmost last."""
    return [
        Frame(**{**entry, **{name: tuple(entry[name]) for name in ("expects", "by_itself")}})
        for entry in slot or []
    ]


def write_stack(frames: Sequence[Frame]) -> list[dict[str, Any]]:
    """The value for the slot ``tasks``."""
    return [frame.as_json() for frame in frames]
