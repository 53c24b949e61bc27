"""Shapes of what can be booked and when; other packages may import these.

Times without offset are Europe/Berlin wall clock.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from backend.appointments.domain.window import Reason
from backend.kit.wire import WallClock

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,64}$")]
Language = Literal["de", "en"]


class Shape(BaseModel):
    """Base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class Text(Shape):
    """One text in both languages."""

    de: str
    en: str


class Fee(Shape):
    """A fee in cents: the standard one, the one for people under 24, or an extra."""

    kind: Literal["standard", "under_24", "surcharge"]
    cents: int = Field(ge=0)
    label: Text


class ServiceFacts(Shape):
    """What people are told about a service; `minutes` is for one person or item."""

    key: Key
    name: Text
    category: Text
    minutes: int = Field(gt=0, le=240)
    fees: list[Fee] = []
    documents: list[Text] = []
    notes: list[Text] = []
    online: bool = False
    status: Literal["available", "discontinued"] = "available"
    alternatives: list[Key] = []
    sample: bool = False


class ServiceList(Shape):
    """All services; `sample` marks sample data."""

    sample: bool
    services: list[ServiceFacts]


class HoursRange(Shape):
    """Open from `start` until `end`, `HH:MM`."""

    start: str
    end: str


class OfficeFacts(Shape):
    """What people are told about an office; hours by weekday `mon` … `sun`."""

    key: Key
    name: Text
    short_name: Text
    address: str
    postcode: str
    city: str
    district: Key
    counters: int = Field(gt=0)
    hours: dict[str, list[HoursRange]]
    accessibility: Text
    services: list[Key]
    latitude: float
    longitude: float
    sample: bool = False


class OfficeNow(OfficeFacts):
    """An office and whether it is open.

    `today` are today's ranges, `closed_today` the holiday if there is one, `next_opening` the
    next time it opens after now.
    """

    open_now: bool
    today: list[HoursRange]
    closed_today: Text | None
    next_opening: WallClock | None


class OfficeDay(Shape):
    """One day of an office.

    `ranges` are its opening hours, `closed` the reason of a day that would be open, if there is one
    to tell, `next_opening` the first after the day.
    """

    office: Key
    day: date
    ranges: list[HoursRange]
    closed: Text | None
    next_opening: WallClock | None


class OfficeList(Shape):
    """All offices; `sample` marks sample data."""

    sample: bool
    offices: list[OfficeNow]


class AbilityAnswer(Shape):
    """What can be done besides booking and cancelling: `moving` an appointment that keeps its code,
    and a `waiting_list` for an earlier one.
    """

    moving: bool
    waiting_list: bool


class SlotShape(Shape):
    """An appointment that can be made."""

    office: Key
    start: WallClock
    end: WallClock


class SlotAnswer(Shape):
    """Free slots; without any, why, and what is free nearest to the wish.

    `reason_detail` by reason: past `{"earliest"}`; beyond_horizon `{"last_date"}`; closed
    `{"date", "holiday": {"de","en"} | null, "hours": [{"office", "ranges"}]}`; not_offered
    `{"offices"}` that do offer it, whose slots are then in `next`; full null.
    """

    duration_minutes: int
    slots: list[SlotShape]
    more: bool
    reason: Reason | None
    reason_detail: dict[str, Any] | None
    next: list[SlotShape]
