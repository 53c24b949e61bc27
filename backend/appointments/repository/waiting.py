"""The waiting list and what was offered to those on it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, insert, select, update
from sqlalchemy.orm import Session

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.domain.slots import Slot
from backend.appointments.domain.waiting import Entry, Preference
from backend.appointments.models import appointments, occupancy, waiting_entries, waiting_offers
from backend.appointments.repository.occupancy import Place
from backend.kit.database import lock_names

_OVER = (Status.CANCELLED, Status.RELEASED)
_OF_APPOINTMENT = [appointments.c[field.name] for field in fields(Appointment)]


class EntryState(StrEnum):
    """What became of an entry; `ENDED` by the appointment's end, `LEFT` as the person wished."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    LEFT = "left"
    ENDED = "ended"


class OfferState(StrEnum):
    """What became of an offer; `WITHDRAWN` when what it speaks of has changed."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    MISSED = "missed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class StoredOffer:
    """An offer; `sequence` is the appointment's when it was made, `until` an instant."""

    id: str
    entry: int
    hold_id: str
    slot: Slot
    sequence: int
    state: OfferState
    until: datetime


class WaitingRepository:
    """Entries and offers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lock(self) -> None:
        """Let only one transaction at a time offer, answer, join or leave."""
        lock_names(self._session, ["waiting-list"])

    def add(self, appointment: int, preference: Preference, now: datetime) -> None:
        """Put somebody at the end of the line."""
        values = {field.name: getattr(preference, field.name) for field in fields(Preference)}
        values |= {"appointment_id": appointment, "offices": list(preference.offices)}
        self._session.execute(
            insert(waiting_entries).values(**values, state=EntryState.WAITING, joined_at=now)
        )

    def queue(self) -> list[Entry]:
        """All who wait, in order."""
        return self._entries(waiting_entries.c.state == EntryState.WAITING)

    def of(self, appointment: int) -> Entry | None:
        """The entry that waits for an appointment."""
        mine = waiting_entries.c.appointment_id == appointment
        return next(iter(self._entries(mine, waiting_entries.c.state == EntryState.WAITING)), None)

    def entry(self, number: int) -> Entry:
        """An entry, waiting or not."""
        return self._entries(waiting_entries.c.id == number)[0]

    def end(self, number: int, state: EntryState, now: datetime) -> None:
        """Take somebody off the list."""
        self._session.execute(
            update(waiting_entries)
            .where(waiting_entries.c.id == number)
            .values(state=state, ended_at=now)
        )

    def add_offer(self, offer: StoredOffer, minutes: int, now: datetime) -> None:
        """Store an open offer."""
        values = {"id": offer.id, "entry_id": offer.entry, "hold_id": offer.hold_id}
        values |= {"office": offer.slot.office, "start": offer.slot.start, "minutes": minutes}
        values |= {"sequence": offer.sequence, "until": offer.until, "state": offer.state}
        self._session.execute(insert(waiting_offers).values(**values, offered_at=now))

    def offer(self, offer_id: str) -> StoredOffer | None:
        """An offer in whatever state."""
        return next(iter(self._offers(waiting_offers.c.id == offer_id)), None)

    def open_offer(self, entry: int) -> StoredOffer | None:
        """The offer to an entry that nobody has ended; its deadline may be over."""
        mine = and_(waiting_offers.c.entry_id == entry, waiting_offers.c.state == OfferState.OPEN)
        return next(iter(self._offers(mine)), None)

    def open_offers(self) -> dict[int, StoredOffer]:
        """Offers that nobody has ended, by entry; their deadline may be over."""
        return {
            each.entry: each for each in self._offers(waiting_offers.c.state == OfferState.OPEN)
        }

    def end_offer(self, offer_id: str, state: OfferState, now: datetime) -> None:
        """Note what became of an offer."""
        self._session.execute(
            update(waiting_offers)
            .where(waiting_offers.c.id == offer_id)
            .values(state=state, ended_at=now)
        )

    def refused(self) -> Mapping[int, set[tuple[str, date]]]:
        """Offices and days that those who wait have declined or missed, by entry."""
        table = waiting_offers.c
        found: dict[int, set[tuple[str, date]]] = defaultdict(set)
        for entry, office, start in self._session.execute(
            select(table.entry_id, table.office, table.start)
            .join(waiting_entries, waiting_entries.c.id == table.entry_id)
            .where(
                waiting_entries.c.state == EntryState.WAITING,
                table.state.in_((OfferState.DECLINED, OfferState.MISSED)),
            )
        ):
            found[entry].add((office, start.date()))
        return found

    def given_back(self, now: datetime, soon: datetime) -> dict[Place, int]:
        """Ticks that are kept from the public but not from those who wait, and who left them.

        They were left by cancelled appointments, by offers that are over (holds given back leave
        nothing else), or by appointments that moved, once the public gets them before `soon`:
        until then a moved appointment may come back.
        """
        table = occupancy.c
        kept = self._session.execute(
            select(table.resource, table.tick, table.appointment_id, table.held_until).where(
                table.held_until > now
            )
        ).all()
        # Two queries: joined, SQLite reads all appointments of these states instead of these few.
        query = select(appointments.c.id, appointments.c.status).where(
            appointments.c.id.in_({row.appointment_id for row in kept})
        )
        states = {row.id: row.status for row in self._session.execute(query)}
        return {
            (row.resource, row.tick): row.appointment_id
            for row in kept
            if states.get(row.appointment_id) in _OVER
            or (states.get(row.appointment_id) == Status.CONFIRMED and row.held_until <= soon)
        }

    def _entries(self, *conditions: ColumnElement[bool]) -> list[Entry]:
        table = waiting_entries.c
        wish = [table[field.name].label(f"wish_{field.name}") for field in fields(Preference)]
        rows = self._session.execute(
            select(table.id.label("entry_id"), table.joined_at, *wish, *_OF_APPOINTMENT)
            .join(appointments, appointments.c.id == table.appointment_id)
            .where(*conditions)
            .order_by(table.id)
        )
        return [_entry(row) for row in rows]

    def _offers(self, condition: ColumnElement[bool]) -> list[StoredOffer]:
        query = select(waiting_offers).where(condition).order_by(waiting_offers.c.entry_id)
        return [_offer(row) for row in self._session.execute(query)]


def _entry(row: Row[Any]) -> Entry:
    values = dict(row._mapping)
    wish = {field.name: values[f"wish_{field.name}"] for field in fields(Preference)}
    own = {field.name: values[field.name] for field in fields(Appointment)}
    own["status"] = Status(own["status"])
    own["services"] = tuple(Item(key, count) for key, count in own["services"])
    preference = Preference(**wish | {"offices": tuple(wish["offices"])})
    return Entry(values["entry_id"], Appointment(**own), preference, values["joined_at"])


def _offer(row: Row[Any]) -> StoredOffer:
    end = row.start + timedelta(minutes=row.minutes)
    return StoredOffer(
        row.id,
        row.entry_id,
        row.hold_id,
        Slot(row.office, row.start, end),
        row.sequence,
        OfferState(row.state),
        row.until,
    )
