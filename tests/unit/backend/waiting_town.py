"""A town in which people wait: what tests of the waiting list do, and what must always hold."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.offering import OfferRules
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.ticks import tick_of
from backend.appointments.domain.waiting import Preference
from backend.appointments.jobs import offer_free_slots
from backend.appointments.models import (
    appointments,
    busy_words,
    occupancy,
    waiting_entries,
    waiting_offers,
)
from backend.appointments.service.announcing import Event, Offer
from backend.appointments.wiring import Appointments, compose
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.ids import RandomIds

RULES = Rules(return_after=(10, 60))
# A Wednesday: 08:00–12:00 at two counters of Walsum.
DAY = datetime(2026, 3, 4)
WEDNESDAY = Preference(("walsum",), DAY, DAY + timedelta(hours=23))


@dataclass
class Offered:
    """Remembers what was offered to whom."""

    offers: list[Offer] = field(default_factory=list)

    def tell(self, event: Event, appointment: Appointment, contact: Contact) -> None:
        pass

    def offer(self, offer: Offer, contact: Contact) -> None:
        self.offers.append(offer)


@dataclass
class Town:
    """The appointments service on a database."""

    database: Database
    clock: FixedClock
    told: Offered = field(default_factory=Offered)

    def empty(self) -> None:
        with self.database.writing() as session:
            for table in (waiting_offers, waiting_entries, occupancy, busy_words, appointments):
                session.execute(delete(table))

    def parts(self, session: Any) -> Appointments:
        offers = OfferRules()
        return compose(session, self.clock, RandomIds(), RULES, self.told, offer_rules=offers)

    def do(self, act: Callable[[Appointments], Any]) -> Any:
        with self.database.writing() as session:
            return act(self.parts(session))

    def book(self, start: datetime, office: str = "walsum", passports: int = 1) -> str:
        items = [Item("passport", passports)]
        hold = self.do(lambda parts: parts.booking.hold(items, office, start, None))
        contact = Contact("Erika", "erika@example.org", None, "de", None, None)
        return str(self.do(lambda parts: parts.booking.confirm(hold.hold_id, contact)).code)

    def fill(self) -> list[str]:
        """Take all of the Wednesday at Walsum, hour by hour."""
        hours = [DAY + timedelta(hours=hour) for hour in (8, 9, 10, 11) for _ in range(2)]
        return [self.book(start, passports=4) for start in hours]

    def wait(self, number: int, wish: Preference = WEDNESDAY) -> str:
        """The code of the `number`-th person, who has a later appointment and joins the line."""
        start = DAY + timedelta(days=7, hours=8, minutes=15 * (number % 16))
        code = self.book(start + timedelta(weeks=number // 16), "mitte")
        self.do(lambda parts: parts.waiting.join(code, wish))
        return code

    def cancel(self, code: str) -> None:
        self.do(lambda parts: parts.booking.cancel(code))

    def tick(self) -> int:
        """Let the job run once."""
        return offer_free_slots(self.database, lambda session: self.parts(session).offering)

    def offer_of(self, code: str) -> str | None:
        """The id of the offer somebody has."""
        with self.database.reading() as session:
            standing = self.parts(session).waiting.standing(code)
        return standing.offer.id if standing and standing.offer else None

    def check(self) -> None:
        """Nobody has two offers, no slot two holders; whoever has one has all of it."""
        now = self.clock.now()
        with self.database.reading() as session:
            rows = session.execute(select(occupancy)).all()
            offers = session.execute(select(waiting_offers)).all()
            stored = {row.id: row for row in session.execute(select(appointments))}
            entries = {row.id: row for row in session.execute(select(waiting_entries))}
        by_hold = {row.hold_id: row for row in stored.values()}
        open_offers = [each for each in offers if each.state == "open"]
        assert max(Counter(each.entry_id for each in open_offers).values(), default=0) <= 1
        held: dict[int, set[tuple[int, int]]] = {}
        for row in rows:
            if row.held_until is None or row.held_until > now:
                held.setdefault(row.appointment_id, set()).add((row.resource, row.tick))
        for each in open_offers:
            if each.until > now:
                first = tick_of(each.start)
                places = held[by_hold[each.hold_id].id]
                assert {tick for _, tick in places} == set(range(first, first + each.minutes // 5))
                assert len({counter for counter, _ in places}) == 1
        for row in stored.values():
            if row.status == "confirmed":
                first = tick_of(row.start)
                mine = {
                    (r.resource, r.tick)
                    for r in rows
                    if r.appointment_id == row.id and r.held_until is None
                }
                assert {tick for _, tick in mine} == set(range(first, first + row.minutes // 5))
                assert len({counter for counter, _ in mine}) == 1
        for each in offers:
            if each.state == "accepted":
                entry = entries[each.entry_id]
                assert entry.state == "accepted"
        accepted = Counter(each.entry_id for each in offers if each.state == "accepted")
        assert max(accepted.values(), default=0) <= 1
