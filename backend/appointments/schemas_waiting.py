"""Shapes of the waiting list.

Times without offset are Europe/Berlin wall clock; `joined_at` and an offer's `until` are UTC.
"""

from datetime import datetime, time

from pydantic import Field

from backend.appointments.schemas import Key, Shape, SlotShape
from backend.kit.wire import WallClock


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
