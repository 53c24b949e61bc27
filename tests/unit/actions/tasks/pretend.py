"""A task nobody offers: borrowing a bicycle. As short as a task can be."""

from typing import Any

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Asked, Finished, Refused, Settled, Slot, Task, question
from actions.tasks.frames import Frame


class Bicycles:
    """``gone`` are the bicycles already lent; ``lent`` what was agreed."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self.lent: list[dict[str, Any]] = []

    def task(self) -> Task:
        days = Slot("days", read_days, question("ask_days"))
        kind = Slot("kind", read_kind, self._ask_kind, self._settle_kind, depends_on=("days",))
        name = Slot("name", lambda h, _: "Anna" if "Anna" in h.text else None, question("ask_name"))
        return Task(
            "borrow_bicycle",
            (days, kind, name),
            finish=self._lend,
            restate=self._restate,
            summary=self._restate,
            change=lambda _, __: Say("ask_change"),
        )

    async def _ask_kind(self, _: Heard, frame: Frame) -> Asked | Settled:
        if frame.values["days"] > 3:  # Cargo bicycles are lent for three days at most.
            return Settled(frame.with_values(kind="city"), (Say("only_city"),))
        return Asked(frame, (Say("ask_kind"),))

    async def _settle_kind(self, _: Heard, frame: Frame) -> Settled | Finished:
        if self.gone == {"city", "cargo"}:
            return Finished((Say("all_gone"),))
        gone = frame.values["kind"] in self.gone
        return Settled(frame.without("kind"), (Say("gone"),)) if gone else Settled(frame)

    async def _restate(self, _: Heard, frame: Frame) -> Say:
        return Say("restate", dict(frame.values))

    async def _lend(self, _: Heard, frame: Frame) -> Finished | Settled:
        if frame.values["kind"] in self.gone:
            return Settled(frame.without("kind"), (Say("gone"),))
        self.lent.append(dict(frame.values))
        return Finished((Say("lent"),))


def read_days(heard: Heard, _: Frame) -> Any:
    days = next((int(word) for word in heard.text.split() if word.isdigit()), None)
    return Refused(Say("too_long")) if days and days > 7 else days


def read_kind(heard: Heard, _: Frame) -> Any:
    return next((kind for kind in ("city", "cargo") if kind in heard.text), None)
