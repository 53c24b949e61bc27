"""Times in a booking: offered, chosen, lost, wished for anew."""

from datetime import datetime, timedelta

import pytest

from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.appointments.booking_steps import (
    ALL_AT_ONCE,
    BOOK,
    TUESDAY_TEN,
    offered,
    restated,
)
from tests.unit.actions.support import MONDAY, Talk, pressed


async def test_an_exact_time_that_is_free_is_taken_at_once(
    talk: Talk, service: FakeAppointments
) -> None:
    assert await talk.say(ALL_AT_ONCE, BOOK) == ["utter_slot_is_free", "utter_ask_name"]
    assert [held.slot.start for held in service.open_holds()] == [TUESDAY_TEN]


async def test_none_of_the_offers_brings_later_ones(talk: Talk) -> None:
    await offered(talk)
    first = talk.frame.notes["offers"]
    assert (await talk.say("keiner davon", "deny"))[-1] == "utter_offer_slots"
    assert min(o["start"] for o in talk.frame.notes["offers"]) > max(o["start"] for o in first)


async def test_earlier_and_later_ones_can_be_wished_for(talk: Talk) -> None:
    await offered(talk, "am Donnerstag")
    first = min(offer["start"] for offer in talk.frame.notes["offers"])
    await talk.say("geht es auch früher?", "ask_more")
    earlier = [offer["start"] for offer in talk.frame.notes["offers"]]
    assert max(earlier) < first
    await talk.say("lieber später", "inform")
    assert min(offer["start"] for offer in talk.frame.notes["offers"]) > max(earlier)


async def test_a_clock_time_after_the_week_keeps_the_week(talk: Talk) -> None:
    await offered(talk, "nächste Woche")
    assert (await talk.say("nach 15 Uhr"))[-1] == "utter_offer_slots"
    starts = [offer["start"] for offer in talk.frame.notes["offers"]]
    assert starts == ["2026-03-09T15:00", "2026-03-10T15:00", "2026-03-11T15:00"]


async def test_a_slot_button_is_taken(talk: Talk, service: FakeAppointments) -> None:
    await offered(talk)
    button = talk.word("utter_offer_slots").buttons[2]
    assert await talk.hear(pressed(button.intent, **button.entities)) == ["utter_ask_name"]
    assert service.open_holds()[0].slot.start == datetime(2026, 3, 3, 9, 0)


async def test_a_slot_lost_to_a_rival_is_told_and_others_offered(
    talk: Talk, service: FakeAppointments
) -> None:
    await offered(talk)
    service.occupy("walsum", datetime(2026, 3, 3, 8, 0))
    answer = await talk.say("das erste")
    assert answer == ["utter_slot_taken", "utter_offer_slots"]
    assert service.open_holds() == []


async def test_a_slot_lost_while_hesitating_is_told_after_the_yes(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    service.now = talk.at = MONDAY + timedelta(minutes=11)
    service.occupy("walsum", TUESDAY_TEN)
    answer = await talk.say("ja", "affirm")
    assert answer == ["utter_slot_taken", "utter_full"]
    assert await talk.say("das erste") == ["utter_ask_confirm"]
    assert await talk.say("ja", "affirm") == ["utter_booked"]


async def test_a_hold_that_ran_out_is_renewed_by_the_yes(
    talk: Talk, service: FakeAppointments
) -> None:
    await restated(talk)
    service.now = talk.at = MONDAY + timedelta(minutes=11)
    assert await talk.say("ja", "affirm") == ["utter_booked"]


async def test_a_slot_gone_by_before_the_yes_is_told(talk: Talk, service: FakeAppointments) -> None:
    await restated(talk)
    service.now = talk.at = TUESDAY_TEN
    assert (await talk.say("ja", "affirm"))[-1] == "utter_ask_when"


async def test_an_offer_gone_by_before_it_is_chosen_is_told(
    talk: Talk, service: FakeAppointments
) -> None:
    await offered(talk)
    service.now = talk.at = TUESDAY_TEN
    assert (await talk.say("das erste"))[-1] == "utter_offer_slots"


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ("am Sonntag", "utter_closed"),
        ("am Karfreitag", "utter_closed_for"),
        ("am Dienstag um 10:10 Uhr", "utter_closed"),
    ],
)
async def test_nothing_free_offers_what_is_nearest(talk: Talk, wish: str, answer: str) -> None:
    await talk.say("Reisepass für eine Person in Walsum", BOOK)
    assert await talk.say(wish) == [answer]
    assert talk.frame.notes["offers"]


@pytest.mark.parametrize(
    ("wish", "answer"),
    [("am 1. Dezember", "utter_when_beyond_horizon"), ("heute um 9:30 Uhr", "utter_when_past")],
)
async def test_what_cannot_be_had_is_asked_again(talk: Talk, wish: str, answer: str) -> None:
    await talk.say("Reisepass für eine Person in Walsum", BOOK)
    assert await talk.say(wish) == [answer, "utter_ask_when"]


async def test_a_full_time_offers_its_neighbours(talk: Talk, service: FakeAppointments) -> None:
    service.occupy("walsum", TUESDAY_TEN)
    assert await talk.say(ALL_AT_ONCE, BOOK) == ["utter_full"]


async def test_another_of_the_times_offered_can_still_be_taken(
    talk: Talk, service: FakeAppointments
) -> None:
    await offered(talk)
    third = talk.frame.notes["offers"][2]
    await talk.say("das erste")
    await talk.say("ach, doch lieber den dritten")
    assert talk.frame.values["slot"] == third
    assert len(service.open_holds()) == 1


async def test_a_day_that_cannot_be_is_told_with_an_example(talk: Talk) -> None:
    await talk.say("Reisepass für eine Person in Walsum", BOOK)
    assert await talk.say("am 31. Februar") == ["utter_when_impossible_day", "utter_ask_when"]
    assert talk.words[0].values["said"] == "31. Februar"
    assert await talk.say("um 25 Uhr") == ["utter_when_impossible_clock", "utter_ask_when"]


async def test_too_early_wishes_for_later_times(talk: Talk) -> None:
    await offered(talk)
    first = talk.frame.notes["offers"][-1]["start"]
    assert (await talk.say("das ist zu früh"))[-1] == "utter_offer_slots"
    assert talk.frame.notes["offers"][0]["start"] > first


async def test_later_on_the_same_day_after_the_choice(talk: Talk) -> None:
    await offered(talk)
    await talk.say("das erste")
    chosen = talk.frame.values["slot"]["start"]
    assert (await talk.say("doch später am selben Tag"))[-1] == "utter_offer_slots"
    later = [offer["start"] for offer in talk.frame.notes["offers"]]
    assert all(start > chosen and start[:10] == chosen[:10] for start in later)


async def test_a_question_for_a_free_time_is_a_wish(talk: Talk) -> None:
    await offered(talk)
    words = await talk.say("Ist am Donnerstag noch was frei?", "check_shore_power")
    assert words[-1] == "utter_offer_slots"
    assert {offer["start"][:10] for offer in talk.frame.notes["offers"]} == {"2026-03-05"}


async def test_a_day_ruled_out_is_not_offered(talk: Talk) -> None:
    await offered(talk, "nächste Woche, aber nicht am Montag")
    assert "9. März" not in talk.word("utter_offer_slots").values["options"]
    assert "10. März" in talk.word("utter_offer_slots").values["options"]
    assert await talk.say("Dienstag geht nicht", "deny") == [
        "utter_task_noted",
        "utter_offer_slots",
    ]
    assert "10. März" not in talk.word("utter_offer_slots").values["options"]
