"""What the tasks need of the waiting list."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from actions.appointments.ports import Appointment, Slot, Window


@dataclass(frozen=True)
class Offered:
    """An earlier slot kept for somebody until the naive Berlin time ``until``."""

    id: str
    slot: Slot
    until: datetime


@dataclass(frozen=True)
class Standing:
    """Whether an appointment waits for a better time, and what is offered to it now."""

    waiting: bool
    offer: Offered | None = None


class OfferGone(Exception):
    """The offer has ended, or was taken back."""


class CannotWait(Exception):
    """No waiting for this appointment: ``reason`` is late (it is today) or unreachable (there is
    no address for an offer).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WaitingList(Protocol):
    """People with an appointment who would rather come earlier."""

    async def standing(self, code: str) -> Standing:
        """Raises Unknown."""

    async def join(self, code: str, offices: list[str], window: Window | None) -> Standing:
        """Wait; without ``window`` for anything earlier. Raises Unknown, Past
        or CannotWait.
        """

    async def leave(self, code: str) -> None:
        """Wait no longer; harmless when nobody waits."""

    async def accept(self, offer: str) -> Appointment:
        """Move the appointment to the slot offered. Raises OfferGone."""

    async def decline(self, offer: str) -> None:
        """Keep the appointment as it is. Raises OfferGone."""
