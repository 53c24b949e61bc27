"""What every provider of appointments keeps to, on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from backend.appointments.domain.appointment import Appointment, Contact, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import (
    AppointmentNotFound,
    AppointmentPast,
    HoldConfirmed,
    HoldNotFound,
    IdempotencyKeyReused,
    OfficeClosed,
    ServiceDiscontinued,
    ServiceNotOffered,
    SlotBeyondHorizon,
    SlotPast,
    SlotTaken,
    TooManyItems,
    UnknownOffice,
    UnknownService,
)
from backend.appointments.provider.ports import Answer, Question
from backend.appointments.service.announcing import Event
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.errors import ServiceError
from tests.contract.backend.providers import World
from tests.servers.zms import zms_server

PASSPORT = (Item("passport", 1),)
TEN = datetime(2026, 3, 3, 10, 0)
ERIKA = Contact("Erika Mustermann", "erika@example.org", "0203 2830", "de", "website", "c-1")


@pytest.fixture(params=["embedded", "zms"])
def world(request: pytest.FixtureRequest, database: Database, clock: FixedClock) -> Iterator[World]:
    if request.param == "embedded":
        yield World(database, clock, None)
        return
    with zms_server(clock) as server:
        made = World(database, clock, server)
        yield made
        assert made.zms
        made.zms.close()


def find(world: World, *items: Item, **wish: object) -> Answer:
    with world.open() as provider:
        return provider.calendar.find(Question(items or PASSPORT, **wish))  # type: ignore[arg-type]


def hold(
    world: World,
    start: datetime = TEN,
    key: str | None = None,
    office: str = "walsum",
    items: tuple[Item, ...] = PASSPORT,
) -> Appointment:
    with world.open() as provider:
        return provider.calendar.hold(items, office, start, key)


def confirm(world: World, hold_id: str) -> Appointment:
    with world.open() as provider:
        return provider.bookings.confirm(hold_id, ERIKA)


def release(world: World, hold_id: str) -> None:
    with world.open() as provider:
        provider.calendar.release(hold_id)


def look_up(world: World, code: str | None) -> Appointment:
    with world.open() as provider:
        return provider.bookings.look_up(code or "")


def cancel(world: World, code: str | None) -> Appointment:
    with world.open() as provider:
        return provider.bookings.cancel(code or "")


def starts_at(world: World, moment: datetime, office: str = "walsum") -> list[datetime]:
    answer = find(world, offices=[office], start=moment, until=moment)
    return [slot.start for slot in answer.found.slots]


def test_the_catalogue_says_what_is_given_where(world: World) -> None:
    with world.open() as provider:
        services, offices = provider.catalogue.services(), provider.catalogue.offices()
        assert provider.catalogue.office("walsum") == offices["walsum"]
        with pytest.raises(UnknownOffice):
            provider.catalogue.office("nowhere")
    assert services["passport"].minutes == services["passport"].facts["minutes"] == 15
    assert not services["child_passport"].bookable
    assert offices["walsum"].offers(["passport"])
    assert not offices["walsum"].offers(["vehicle_registration"])
    assert set(offices["walsum"].facts["services"]) == offices["walsum"].services


def test_durations_add_up(world: World) -> None:
    answer = find(
        world, Item("passport", 2), Item("identity_card", 1), offices=["walsum"], start=TEN
    )
    assert answer.minutes == 45
    first = answer.found.slots[0]
    assert (first.start, first.end) == (TEN, TEN + timedelta(minutes=45))
    assert answer.found.more


def test_a_day_is_spread_and_nothing_lies_outside_of_it(world: World) -> None:
    day = datetime(2026, 3, 3)
    answer = find(
        world,
        offices=["mitte"],
        start=day,
        until=day + timedelta(hours=23, minutes=59),
        spread=True,
    )
    assert [slot.start.hour for slot in answer.found.slots] == [8, 11, 14]


def test_both_sides_of_the_clock_change_are_wall_clock(world: World) -> None:
    for day in (datetime(2026, 3, 27, 8), datetime(2026, 3, 30, 8)):
        assert starts_at(world, day) == [day]
        made = confirm(world, hold(world, day).hold_id)
        assert look_up(world, made.code).start == day


@pytest.mark.parametrize(
    ("items", "office", "start", "error"),
    [
        ((Item("passport", 1),), "nowhere", TEN, UnknownOffice),
        ((Item("nonsense", 1),), "walsum", TEN, UnknownService),
        ((Item("child_passport", 1),), "walsum", TEN, ServiceDiscontinued),
        ((Item("passport", 7),), "walsum", TEN, TooManyItems),
        ((Item("vehicle_registration", 1),), "walsum", TEN, ServiceNotOffered),
        (PASSPORT, "walsum", datetime(2026, 3, 2, 9, 30), SlotPast),
        (PASSPORT, "walsum", datetime(2026, 5, 26, 10, 0), SlotBeyondHorizon),
        (PASSPORT, "walsum", datetime(2026, 3, 8, 10, 0), OfficeClosed),
        (PASSPORT, "walsum", datetime(2026, 4, 3, 10, 0), OfficeClosed),
    ],
)
def test_what_cannot_be_held(
    world: World, items: tuple[Item, ...], office: str, start: datetime, error: type[ServiceError]
) -> None:
    with pytest.raises(error):
        hold(world, start, office=office, items=items)


def test_a_refused_time_names_the_next_ones(world: World) -> None:
    for _ in range(2):
        hold(world)
    with pytest.raises(SlotTaken) as refused:
        hold(world)
    starts = [slot["start"] for slot in refused.value.details["next"]]
    assert starts == ["2026-03-03T09:45", "2026-03-03T10:15", "2026-03-03T10:20"]
    found = find(world, offices=["walsum"], start=TEN, until=TEN).found
    assert (list(found.slots), found.reason) == ([], "full")
    assert [slot.start.isoformat(timespec="minutes") for slot in found.next] == starts


def test_a_hold_is_kept_and_given_back(world: World, clock: FixedClock) -> None:
    held = hold(world)
    assert (held.status, held.code, held.services) == (Status.HELD, None, PASSPORT)
    assert held.expires_at == clock.now() + timedelta(minutes=10)
    hold(world)
    assert starts_at(world, TEN) == []
    for hold_id in (held.hold_id, held.hold_id, "never-was"):
        release(world, hold_id)
    assert starts_at(world, TEN) == [TEN]
    with pytest.raises(HoldNotFound):
        confirm(world, held.hold_id)


def test_the_same_key_gets_the_same_hold(world: World) -> None:
    first = hold(world, key="turn-7")
    assert hold(world, key="turn-7") == first
    with pytest.raises(IdempotencyKeyReused):
        hold(world, TEN + timedelta(hours=1), key="turn-7")
    hold(world, key="turn-8")
    assert starts_at(world, TEN) == []


def test_confirming_gives_one_code_and_tells_once(world: World) -> None:
    held = hold(world)
    made = confirm(world, held.hold_id)
    assert made.status is Status.CONFIRMED
    assert made.code
    assert confirm(world, held.hold_id) == made
    assert world.told.events == [(Event.BOOKED, made.code)]
    assert look_up(world, made.code.lower().replace("-", " ")) == made
    with pytest.raises(HoldConfirmed):
        release(world, held.hold_id)


def test_an_expired_hold_is_confirmed_while_its_time_is_free(
    world: World, clock: FixedClock
) -> None:
    held, late = hold(world), hold(world)
    clock.advance(timedelta(minutes=11))
    assert confirm(world, held.hold_id).status is Status.CONFIRMED
    confirm(world, hold(world).hold_id)
    with pytest.raises(SlotTaken):
        confirm(world, late.hold_id)


def test_cancelling_frees_the_time_and_tells_once(world: World) -> None:
    made = confirm(world, hold(world).hold_id)
    hold(world)
    for _ in range(2):
        ended = cancel(world, made.code)
        assert (ended.status, ended.sequence) == (Status.CANCELLED, 1)
    assert look_up(world, made.code) == ended
    assert world.told.events == [(Event.BOOKED, made.code), (Event.CANCELLED, made.code)]
    assert starts_at(world, TEN) == [TEN]


def test_a_code_nobody_has(world: World) -> None:
    for code in ("K7MP-3WQX", "nonsense", ""):
        with pytest.raises(AppointmentNotFound):
            look_up(world, code)
        with pytest.raises(AppointmentNotFound):
            cancel(world, code)


def test_what_has_begun_can_be_looked_up_but_not_cancelled(world: World, clock: FixedClock) -> None:
    made = confirm(world, hold(world).hold_id)
    clock.set(TEN)
    with pytest.raises(AppointmentPast):
        cancel(world, made.code)
    assert look_up(world, made.code) == made


def test_rivals_for_one_time(world: World) -> None:
    def attempt(number: int) -> str | None:
        try:
            return confirm(world, hold(world, key=f"rival-{number}").hold_id).code
        except SlotTaken:
            return None

    with ThreadPoolExecutor(8) as crowd:
        codes = [code for code in crowd.map(attempt, range(8)) if code]
    assert len(set(codes)) == 2  # Walsum has two counters


def test_one_confirmed_by_several_at_once_is_one_appointment(world: World) -> None:
    held = hold(world)
    with ThreadPoolExecutor(4) as crowd:
        made = list(crowd.map(lambda _: confirm(world, held.hold_id), range(4)))
    assert len({each.code for each in made}) == 1
    assert world.told.events == [(Event.BOOKED, made[0].code)]
