"""Shapes of the appointments API; other packages may import these.

Times without offset are Europe/Berlin wall clock; `expires_at` is UTC.
"""

from datetime import date, datetime, time
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from backend.appointments.domain.window import Reason
from backend.kit.wire import Storable, WallClock

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


class ItemShape(Shape):
    """A service and for how many persons or items."""

    key: Key
    count: int = Field(default=1, ge=1, le=50)


class HoldRequest(Shape):
    """A chosen slot.

    `moving` is the code of an appointment that is to be moved there; without `services` it keeps
    its own.
    """

    services: list[ItemShape] = Field(default=[], max_length=20)
    office: Key
    start: WallClock
    moving: str | None = Field(default=None, max_length=64)

    @model_validator(mode="after")
    def _something_wanted(self) -> Self:
        if not self.services and self.moving is None:
            raise ValueError("services are missing")
        return self


class MoveRequest(Shape):
    """Where an appointment is to go; without `services` it keeps its own."""

    office: Key
    start: WallClock
    services: list[ItemShape] = Field(default=[], max_length=20)


class RescheduleRequest(Shape):
    """Where an appointment is to go: a slot held for it, or `office` and `start`."""

    hold_id: str | None = Field(default=None, max_length=36)
    office: Key | None = None
    start: WallClock | None = None
    services: list[ItemShape] = Field(default=[], max_length=20)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        named = self.office is not None and self.start is not None
        if (self.hold_id is None) != named:
            raise ValueError("either hold_id, or office and start")
        return self


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


class HoldAnswer(Shape):
    """A slot kept until `expires_at`."""

    hold_id: str
    office: Key
    start: WallClock
    end: WallClock
    services: list[ItemShape]
    expires_at: datetime


def _something(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return " ".join(text.split())


class ConfirmRequest(Shape):
    """Who comes; personal data."""

    name: Annotated[str, Field(max_length=200), AfterValidator(_something), Storable]
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = (
        None
    )
    phone: Annotated[str, Field(max_length=40, pattern=r"^[+0-9][0-9 ()/.-]{2,}$")] | None = None
    language: Language = "de"
    channel: str | None = Field(default=None, max_length=32)
    conversation_id: str | None = Field(default=None, max_length=200)


class AppointmentAnswer(Shape):
    """An appointment without personal data; `ics_path` is relative to the server."""

    code: str
    office: Key
    start: WallClock
    end: WallClock
    services: list[ItemShape]
    status: Literal["confirmed", "cancelled"]
    ics_path: str


class VisitShape(AppointmentAnswer):
    """An appointment with whose it is; null once that is erased. Personal data, for staff."""

    name: str | None
    email: str | None
    phone: str | None
    language: str | None


class OfficeAgenda(Shape):
    """The appointments of an office on a day, in order, and when it is open."""

    office: Key
    day: date
    ranges: list[HoursRange]
    appointments: list[VisitShape]


class WaitingRequest(Shape):
    """When and where somebody would rather come.

    `start` ≤ start of the slot < `until` (now and their appointment's start when absent); the
    daily bounds narrow every day in the same way. No `offices` means that of the appointment.
    """

    offices: list[Key] = Field(default=[], max_length=20)
    start: WallClock | None = None
    until: WallClock | None = None
    daily_from: time = time(0)
    daily_until: time = time.max


class WaitingOffer(SlotShape):
    """A slot kept for them until the instant `until`."""

    id: str
    until: datetime


class WaitingAnswer(Shape):
    """A place on the waiting list; the rest is null unless `waiting`.

    `ahead` counts those before them who wait for one of the same offices; `offer` is what is
    offered to them now.
    """

    waiting: bool
    joined_at: datetime | None = None
    ahead: int | None = None
    wish: WaitingRequest | None = None
    offer: WaitingOffer | None = None
