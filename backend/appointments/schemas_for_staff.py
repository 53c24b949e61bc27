"""Shapes of what offices do by themselves; times are Europe/Berlin wall clock."""

from typing import Self

from pydantic import Field, model_validator

from backend.appointments.schemas import Key, Shape, Text
from backend.appointments.schemas_booking import ItemShape
from backend.kit.wire import WallClock


class MoveRequest(Shape):
    """Where an appointment is to go; without `services` it keeps its own."""

    office: Key
    start: WallClock
    services: list[ItemShape] = Field(default=[], max_length=20)


class ClosureRequest(Shape):
    """An office (or every office) is shut from `start` until before `until`."""

    office: Key | None = None
    start: WallClock
    until: WallClock
    reason: Text | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.start >= self.until:
            raise ValueError("until must be after start")
        return self


class ClosureAnswer(Shape):
    """A closure; `affected` are the codes of appointments that lie in it and stay."""

    id: int
    office: Key | None
    start: WallClock
    until: WallClock
    reason: Text | None
    affected: list[str]


class ClosureList(Shape):
    """Closures that are not over."""

    closures: list[ClosureAnswer]
