"""What every appointment service keeps to: Catalogue, Calendar and Appointments."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count

import pytest

from actions.appointments.ports import Found, Past, Slot, Taken, Unknown, Wanted, Window
from actions.backend import BackendError
from language.dates import OPEN_END, Interval
from tests.contract.actions.conftest import MONDAY, World

PASSPORT = [Wanted("passport", 1)]
TEN = datetime(2026, 3, 3, 10, 0)
ERIKA = {"name": "Erika Mustermann", "email": "erika@example.org", "language": "de"}
TUESDAY = Interval(datetime(2026, 3, 3), datetime(2026, 3, 3, 23, 59))


async def search(
    world: World, interval: Interval, *offices: str, wanted: Sequence[Wanted] = PASSPORT
) -> Found:
    return await world.service.search(wanted, offices, Window(interval), spread=True)


async def fill(world: World, slot: Slot) -> Taken:
    """Hold ``slot`` until there is no counter left."""
    for number in count():
        try:
            await world.service.hold(PASSPORT, slot, f"fill-{number}")
        except Taken as taken:
            return taken
    raise AssertionError


async def booked(world: World, start: datetime = TEN) -> str:
    hold = await world.service.hold(PASSPORT, Slot("walsum", start), "m-1:hold")
    return str((await world.service.confirm(hold, ERIKA))["code"])


async def test_services_have_what_people_are_told(world: World) -> None:
    services = await world.service.services()
    assert {"passport", "identity_card", "vehicle_registration"} <= set(services)
    assert services["child_passport"]["status"] == "discontinued"
    for service in services.values():
        assert set(service["name"]) == {"de", "en"}
        assert isinstance(service["minutes"], int)
        assert isinstance(service["online"], bool)
        for text in (*service["documents"], *service["notes"]):
            assert set(text) == {"de", "en"}
        for fee in service["fees"]:
            assert isinstance(fee["cents"], int)


async def test_offices_have_what_people_are_told(world: World) -> None:
    offices = await world.service.offices()
    assert {"walsum", "hamborn", "sued", "strassenverkehrsamt"} <= set(offices)
    for office in offices.values():
        for field in ("name", "short_name", "accessibility"):
            assert set(office[field]) == {"de", "en"}
        assert set(office["hours"]) <= {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
        assert office["services"]


async def test_a_day_has_up_to_three_slots_of_the_office(world: World) -> None:
    found = await search(world, TUESDAY, "walsum")
    assert len(found.slots) == 3
    assert {slot.office for slot in found.slots} == {"walsum"}
    assert all(TUESDAY.start <= slot.start <= TUESDAY.end for slot in found.slots)
    assert found.more
    assert found.reason is None


async def test_an_exact_time_has_that_slot(world: World) -> None:
    found = await search(world, Interval(TEN, TEN), "walsum")
    assert found.slots == (Slot("walsum", TEN),)


async def test_without_an_office_any_is_searched(world: World) -> None:
    found = await search(world, Interval(TEN, TEN))
    assert found.slots
    assert {slot.start for slot in found.slots} == {TEN}


async def test_daily_bounds_hold_on_each_day(world: World) -> None:
    week = Interval(datetime(2026, 3, 9), datetime(2026, 3, 15, 23, 59))
    window = Window(week, ("09:00", "11:00"))
    found = await world.service.search(PASSPORT, ["walsum"], window, spread=True)
    assert len({slot.start.date() for slot in found.slots}) == 3
    assert all(9 <= slot.start.hour <= 11 for slot in found.slots)


async def test_nothing_starts_within_the_hour(world: World) -> None:
    found = await search(world, Interval(MONDAY, OPEN_END), "walsum")
    assert min(slot.start for slot in found.slots) == MONDAY + timedelta(hours=1)


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (datetime(2026, 3, 8), datetime(2026, 3, 8, 23, 59), "closed"),
        (datetime(2026, 3, 1), datetime(2026, 3, 1, 23, 59), "past"),
        (datetime(2026, 12, 1), datetime(2026, 12, 1, 23, 59), "beyond_horizon"),
    ],
)
async def test_why_nothing_is_free(
    world: World, start: datetime, end: datetime, reason: str
) -> None:
    found = await search(world, Interval(start, end), "walsum")
    assert (found.slots, found.reason) == ((), reason)


async def test_beyond_the_horizon_the_last_day_is_told(world: World) -> None:
    december = Interval(datetime(2026, 12, 1), datetime(2026, 12, 1, 23, 59))
    assert (await search(world, december)).detail["last_date"] == "2026-05-25"


async def test_a_holiday_is_told_in_both_languages(world: World) -> None:
    good_friday = Interval(datetime(2026, 4, 3), datetime(2026, 4, 3, 23, 59))
    found = await search(world, good_friday, "walsum")
    assert found.reason == "closed"
    assert set(found.detail["holiday"]) == {"de", "en"}
    assert found.next


async def test_an_office_that_does_not_offer_it(world: World) -> None:
    wanted = [Wanted("vehicle_registration", 1)]
    found = await search(world, TUESDAY, "walsum", wanted=wanted)
    assert (found.slots, found.reason) == ((), "not_offered")
    assert found.detail["offices"] == ["strassenverkehrsamt"]


async def test_a_full_time_names_what_is_nearest(world: World) -> None:
    await fill(world, Slot("walsum", TEN))
    found = await search(world, Interval(TEN, TEN), "walsum")
    assert (found.slots, found.reason) == ((), "full")
    assert found.next
    assert TEN not in {slot.start for slot in found.next}


async def test_more_than_one_appointment_holds_is_refused(world: World) -> None:
    with pytest.raises(BackendError) as refused:
        await search(world, TUESDAY, wanted=[Wanted("passport", 4), Wanted("identity_card", 4)])
    assert refused.value.code == "too_many_items"


async def test_a_taken_slot_names_the_next_ones(world: World) -> None:
    taken = await fill(world, Slot("walsum", TEN))
    assert taken.next
    assert Slot("walsum", TEN) not in taken.next


async def test_the_same_key_gets_the_same_hold(world: World) -> None:
    slot = Slot("walsum", TEN)
    first = await world.service.hold(PASSPORT, slot, "m-1:hold")
    assert await world.service.hold(PASSPORT, slot, "m-1:hold") == first


async def test_a_key_belongs_to_one_wish(world: World) -> None:
    await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")
    with pytest.raises(BackendError) as refused:
        await world.service.hold(PASSPORT, Slot("hamborn", TEN), "m-1:hold")
    assert refused.value.code == "idempotency_key_reused"


async def test_a_released_slot_is_free_again(world: World) -> None:
    slot = Slot("walsum", TEN)
    hold = await world.service.hold(PASSPORT, slot, "m-1:hold")
    await fill(world, slot)
    await world.service.release(hold)
    assert (await search(world, Interval(TEN, TEN), "walsum")).slots == (slot,)


async def test_giving_back_twice_or_what_never_was_is_harmless(world: World) -> None:
    hold = await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")
    for name in (hold, hold, "never-was"):
        await world.service.release(name)


async def test_a_hold_ends_by_itself(world: World) -> None:
    await fill(world, Slot("walsum", TEN))
    world.move(timedelta(minutes=11))
    assert (await search(world, Interval(TEN, TEN), "walsum")).slots


async def test_a_confirmed_hold_is_an_appointment(world: World) -> None:
    hold = await world.service.hold([Wanted("passport", 2)], Slot("walsum", TEN), "m-1:hold")
    made = await world.service.confirm(hold, ERIKA)
    assert (made["office"], made["start"]) == ("walsum", "2026-03-03T10:00")
    assert made["services"] == [{"key": "passport", "count": 2}]
    assert made["status"] == "confirmed"
    assert made["ics_path"] == f"/api/appointments/{made['code']}/calendar.ics"
    assert await world.service.find(made["code"]) == made


async def test_a_repeated_confirmation_gets_the_same_appointment(world: World) -> None:
    hold = await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")
    first = await world.service.confirm(hold, ERIKA)
    assert await world.service.confirm(hold, ERIKA) == first


async def test_a_late_confirmation_takes_the_slot_while_it_is_free(world: World) -> None:
    hold = await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")
    world.move(timedelta(minutes=11))
    assert (await world.service.confirm(hold, ERIKA))["status"] == "confirmed"


async def test_a_late_confirmation_of_a_slot_now_taken(world: World) -> None:
    slot = Slot("walsum", TEN)
    hold = await world.service.hold(PASSPORT, slot, "m-1:hold")
    world.move(timedelta(minutes=11))
    await fill(world, slot)
    with pytest.raises(Taken):
        await world.service.confirm(hold, ERIKA)


async def test_a_confirmation_after_the_slot_has_gone_by(world: World) -> None:
    hold = await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")
    world.move(timedelta(days=2))
    with pytest.raises(Taken):
        await world.service.confirm(hold, ERIKA)


async def test_a_slot_gone_by_cannot_be_held(world: World) -> None:
    world.move(timedelta(days=2))
    with pytest.raises(Taken):
        await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")


@pytest.mark.parametrize("start", [datetime(2026, 12, 1, 10, 0), datetime(2026, 3, 8, 10, 0)])
async def test_a_slot_that_is_never_offered_cannot_be_held(world: World, start: datetime) -> None:
    with pytest.raises(Taken):
        await world.service.hold(PASSPORT, Slot("walsum", start), "m-1:hold")


async def test_a_released_hold_cannot_be_confirmed(world: World) -> None:
    hold = await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")
    await world.service.release(hold)
    with pytest.raises(Taken):
        await world.service.confirm(hold, ERIKA)


async def test_an_appointment_is_not_given_back_as_a_hold(world: World) -> None:
    hold = await world.service.hold(PASSPORT, Slot("walsum", TEN), "m-1:hold")
    await world.service.confirm(hold, ERIKA)
    with pytest.raises(BackendError) as refused:
        await world.service.release(hold)
    assert refused.value.code == "hold_confirmed"


async def test_cancelling_frees_the_slot_and_is_harmless_twice(world: World) -> None:
    code = await booked(world)
    await fill(world, Slot("walsum", TEN))
    for _ in range(2):
        assert (await world.service.cancel(code))["status"] == "cancelled"
    assert (await world.service.find(code))["status"] == "cancelled"
    assert (await search(world, Interval(TEN, TEN), "walsum")).slots


async def test_a_code_nobody_has(world: World) -> None:
    for call in (world.service.find, world.service.cancel):
        with pytest.raises(Unknown):
            await call("ZZZZ-ZZZZ")


async def test_what_has_begun_cannot_be_cancelled(world: World) -> None:
    code = await booked(world)
    world.move(timedelta(hours=25))
    with pytest.raises(Past):
        await world.service.cancel(code)


async def test_a_move_keeps_the_code(moving_world: World) -> None:
    code = await booked(moving_world)
    new = Slot("hamborn", datetime(2026, 3, 5, 9, 0))
    hold = await moving_world.service.hold(PASSPORT, new, "m-2:hold", code)
    moved = await moving_world.service.reschedule(code, hold, hold)
    assert (moved["code"], moved["office"], moved["start"][:16]) == (
        code,
        "hamborn",
        "2026-03-05T09:00",
    )
    assert await moving_world.service.reschedule(code, hold, hold) == moved
    assert (await moving_world.service.find(code))["start"] == moved["start"]


async def test_nothing_is_moved_to_a_hold_that_ran_out_and_was_taken(moving_world: World) -> None:
    code = await booked(moving_world)
    new = Slot("hamborn", datetime(2026, 3, 5, 9, 0))
    hold = await moving_world.service.hold(PASSPORT, new, "m-2:hold", code)
    moving_world.move(timedelta(minutes=11))
    await fill(moving_world, new)
    with pytest.raises(Taken):
        await moving_world.service.reschedule(code, hold, hold)
    assert (await moving_world.service.find(code))["office"] == "walsum"


async def test_what_is_over_is_not_moved(moving_world: World) -> None:
    code = await booked(moving_world)
    new = Slot("hamborn", datetime(2026, 3, 5, 9, 0))
    hold = await moving_world.service.hold(PASSPORT, new, "m-2:hold", code)
    await moving_world.service.cancel(code)
    with pytest.raises(Past):
        await moving_world.service.reschedule(code, hold, hold)


async def test_the_days_of_an_office(world: World) -> None:
    tuesday = await world.service.opening("walsum", datetime(2026, 3, 3).date())
    assert tuesday.ranges == (("08:00", "16:00"),)
    assert tuesday.next == datetime(2026, 3, 4, 8, 0)
    closed = await world.service.opening("walsum", datetime(2026, 4, 3).date())
    assert (closed.ranges, closed.reason) == ((), {"de": "Karfreitag", "en": "Good Friday"})
    assert closed.next == datetime(2026, 4, 7, 8, 0)


async def test_what_is_able_to_move_is_told_before_anything_is_asked(world: World) -> None:
    able = await world.service.abilities()
    assert (able.moving, able.waiting_list) == (world.is_able, world.is_able)


async def test_the_own_time_counts_as_free_for_who_moves(moving_world: World) -> None:
    code = await booked(moving_world)
    await fill(moving_world, Slot("walsum", TEN))
    then, window = Slot("walsum", TEN), Window(Interval(TEN, TEN))
    of_others = await moving_world.service.search(PASSPORT, ["walsum"], window, spread=False)
    assert (of_others.slots, of_others.reason) == ((), "full")
    own = await moving_world.service.search(PASSPORT, ["walsum"], window, False, code)
    assert own.slots == (then,)
