"""The query string of a slot search."""

from datetime import time
from typing import Annotated

from pydantic import Field, StringConstraints

from backend.appointments.domain.catalogue import Item
from backend.appointments.provider.ports import Question
from backend.appointments.schemas import Shape
from backend.kit.wire import WallClock

_WantedService = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,64}(:[1-9][0-9]?)?$")]


class SlotQuery(Shape):
    """A wish as it stands in the query string.

    `service` is `key` or `key:count`. `from` ≤ start < `until` (equal: that exact moment; now
    and open end when absent). The daily bounds narrow every day in the same way. No `office`
    means all. `spread` asks for slots that differ instead of the earliest. `moving` is the code of
    an appointment that is to be moved: its own time counts as free, with our own token alone.
    """

    service: list[_WantedService] = Field(min_length=1, max_length=20)
    office: list[str] = Field(default=[], max_length=20)
    start: WallClock | None = Field(default=None, alias="from")
    until: WallClock | None = None
    daily_from: time = time(0)
    daily_until: time = time.max
    limit: int = Field(default=3, ge=1, le=500)
    spread: bool = False
    moving: str | None = Field(default=None, max_length=64)

    @property
    def items(self) -> list[Item]:
        """The services with their counts."""
        pairs = (each.partition(":") for each in self.service)
        return [Item(key, int(count or 1)) for key, _, count in pairs]

    @property
    def question(self) -> Question:
        """The wish as the provider is asked."""
        return Question(
            self.items,
            self.office,
            self.start,
            self.until,
            self.daily_from,
            self.daily_until,
            self.limit,
            self.spread,
            self.moving,
        )
