"""The embedded engine behind the ports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.appointments.domain.appointment import Appointment
from backend.appointments.domain.catalogue import Item
from backend.appointments.provider.ports import Abilities, Answer, Provider, Question
from backend.appointments.service.booking import Booking
from backend.appointments.service.catalogue import Catalogue
from backend.appointments.service.search import SlotSearch

ABILITIES = Abilities(moving=True, waiting_list=True)


@dataclass(frozen=True)
class EmbeddedCalendar:
    """See `ports.Calendar`; works in the caller's transaction."""

    catalogue: Catalogue
    search: SlotSearch
    booking: Booking

    def find(self, question: Question) -> Answer:
        """See `ports.Calendar`."""
        wish = self.catalogue.wish(question.items)
        search = self.search.without(self.booking.own_places(question.moving))
        window = search.window(
            question.start, question.until, question.daily_from, question.daily_until
        )
        found = search.find(
            self.catalogue.chosen(question.offices),
            self.catalogue.offering(wish),
            wish.ticks,
            window,
            question.limit,
            question.spread,
        )
        return Answer(wish.minutes, found)

    def hold(
        self,
        items: Sequence[Item],
        office_key: str,
        start: datetime,
        key: str | None,
        moving: str | None = None,
    ) -> Appointment:
        """See `ports.Calendar`."""
        return self.booking.hold(items, office_key, start, key, moving)

    def release(self, hold_id: str) -> None:
        """See `ports.Calendar`."""
        self.booking.release(hold_id)


def embedded(catalogue: Catalogue, search: SlotSearch, booking: Booking) -> Provider:
    """The engine's parts of one request as a provider."""
    return Provider(ABILITIES, catalogue, EmbeddedCalendar(catalogue, search, booking), booking)
