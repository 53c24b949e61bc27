"""The waiting list in memory."""

from dataclasses import dataclass, field

from actions.appointments.ports import Appointment, Past, Window
from actions.appointments.waiting_ports import CannotWait, Offered, OfferGone, Standing
from tests.fakes.appointments import FakeAppointments


@dataclass
class FakeWaitingList:
    """``joined`` are the wishes by code, ``offers`` what is offered by code."""

    service: FakeAppointments
    joined: dict[str, tuple[list[str], Window | None]] = field(default_factory=dict)
    offers: dict[str, Offered] = field(default_factory=dict)
    refuses: str | None = None

    async def standing(self, code: str) -> Standing:
        await self.service.find(code)
        return Standing(code in self.joined, self.offers.get(code))

    async def join(self, code: str, offices: list[str], window: Window | None) -> Standing:
        if (await self.service.find(code))["status"] != "confirmed":
            raise Past
        if self.refuses:
            raise CannotWait(self.refuses)
        self.joined[code] = offices, window
        return await self.standing(code)

    async def leave(self, code: str) -> None:
        self.joined.pop(code, None)
        self.offers.pop(code, None)

    async def accept(self, offer: str) -> Appointment:
        code = self._code(offer)
        booked = next(each for each in self.service.confirmed() if each.code == code)
        booked.slot = self.offers.pop(code).slot
        self.joined.pop(code, None)
        return await self.service.find(code)

    async def decline(self, offer: str) -> None:
        del self.offers[self._code(offer)]

    def _code(self, offer: str) -> str:
        found = [code for code, each in self.offers.items() if each.id == offer]
        if not found:
            raise OfferGone
        return found[0]
