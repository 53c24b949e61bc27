"""Books appointments in bulk, as they would stand after so many people have come and booked."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import insert
from sqlalchemy.orm import Session

from backend.appointments.closures import closure
from backend.appointments.domain.catalogue import Office, Service
from backend.appointments.domain.ticks import WORD, first_tick, indices, moment_of
from backend.appointments.models import appointments, busy_words, occupancy
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.kit.database import Database
from backend.kit.ids import ALPHABET, show_code

_BATCH = 20_000
_GAP = 0.05


@dataclass(frozen=True)
class Booked:
    """One appointment: where, from which tick, for how many."""

    office: str
    counter: int
    tick: int
    needed: int
    service: str


def fill(database: Database, today: date, horizon: int, number: int, seed: int = 1) -> int:
    """Store `number` confirmed appointments; returns how many of them lie ahead.

    The days after `today` up to the `horizon` fill first, from the next day on, with one tick in
    twenty left free; what is over stands in the days before.
    """
    chance = random.Random(seed)
    with database.writing() as session:
        catalogue = CatalogueRepository(session)
        offices, services = catalogue.offices(), catalogue.services()
        made = ahead = 0
        batch: list[Booked] = []
        for day in _days(today, horizon):
            for booked in _day(list(offices.values()), services, day, chance):
                if made == number:
                    break
                batch.append(booked)
                made += 1
                ahead += day > today
            if batch and (len(batch) >= _BATCH or made == number):
                _store(session, batch, made - len(batch), today)
                batch = []
            if made == number:
                return ahead
    raise ValueError("the years before do not hold so many")


def _days(today: date, horizon: int) -> Iterator[date]:
    yield from (today + timedelta(days=ahead) for ahead in range(1, horizon + 1))
    yield from (today - timedelta(days=ago) for ago in range(1, 4000))


def _day(
    offices: list[Office], services: dict[str, Service], day: date, chance: random.Random
) -> Iterator[Booked]:
    for office in offices:
        given = [key for key in sorted(office.services) if services[key].bookable]
        opened = list(indices(office.opened(closure, day)))
        for counter in office.counters:
            place = 0
            while place < len(opened):
                if chance.random() < _GAP:
                    place += 1
                    continue
                key = chance.choice(given)
                needed = services[key].minutes // 5
                ticks = opened[place : place + needed]
                if len(ticks) == needed and ticks[-1] - ticks[0] == needed - 1:
                    tick = first_tick(day) + ticks[0]
                    yield Booked(office.key, counter, tick, needed, key)
                place += needed


def _store(session: Session, batch: list[Booked], before: int, today: date) -> None:
    instant = datetime(today.year, today.month, today.day).astimezone()
    rows, ticks = [], []
    words: dict[tuple[int, int], int] = {}
    for number, each in enumerate(batch, before + 1):
        rows.append(
            {
                "id": number,
                "hold_id": f"bench-{number}",
                "code": _code(number),
                "status": "confirmed",
                "office": each.office,
                "start": moment_of(each.tick),
                "minutes": each.needed * 5,
                "services": [[each.service, 1]],
                "expires_at": instant,
                "sequence": 0,
                "changed_at": instant,
            }
        )
        for tick in range(each.tick, each.tick + each.needed):
            ticks.append({"resource": each.counter, "tick": tick, "appointment_id": number})
            word = (each.counter, tick // WORD)
            words[word] = words.get(word, 0) | 1 << tick % WORD
    session.execute(insert(appointments), rows)
    session.execute(insert(occupancy), ticks)
    # A day is never divided between two batches but the last, so no word comes twice.
    session.execute(
        insert(busy_words),
        [{"resource": c, "word": w, "bits": bits} for (c, w), bits in words.items()],
    )


def _code(number: int) -> str:
    letters = ""
    for _ in range(8):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return show_code(letters)
