"""Shapes of holds and appointments.

Times without offset are Europe/Berlin wall clock; `expires_at` is UTC.
"""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from backend.appointments.schemas import Key, Language, Shape
from backend.kit.wire import Storable, WallClock


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
