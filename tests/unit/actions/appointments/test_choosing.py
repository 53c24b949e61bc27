"""Which of the slots on offer is meant."""

import pytest

from actions.appointments.choosing import read_slot
from actions.tasks.frames import Frame
from tests.unit.actions.support import pressed, said


def offer(office: str, start: str) -> dict[str, str]:
    return {"office": office, "start": f"2026-03-{start}"}


ONE_DAY = [
    offer("walsum", "03T08:00"),
    offer("walsum", "03T10:30"),
    offer("walsum", "03T14:00"),
]
SEVERAL = [
    offer("walsum", "03T09:00"),
    offer("hamborn", "04T09:00"),
    offer("sued", "05T15:30"),
]


def on_offer(offers: list[dict[str, str]], asked: str = "slot") -> Frame:
    return Frame("book_appointment", asked=asked, notes={"offers": offers})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("das zweite", 1),
        ("Das Zweite bitte", 1),
        ("den zweiten nehme ich", 1),
        ("2", 1),
        ("2.", 1),
        ("zwei", 1),
        ("Nummer 3", 2),
        ("die erste Option", 0),
        ("dann das dritte", 2),
        ("den letzten", 2),
        ("um halb elf", 1),
        ("der um 14 Uhr", 2),
        ("10:30", 1),
        ("der späteste", 2),
        ("ja, zweite", 1),
        ("das mittlere", 1),
        ("second please", 1),
        ("ist mir egal", 0),
        ("den spätesten bitte", 2),
        ("nach 12 Uhr", 2),
    ],
)
def test_slots_of_one_day(text: str, place: int) -> None:
    assert read_slot(said(text), on_offer(ONE_DAY)) == ONE_DAY[place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in Walsum", 0),
        ("der in Hamborn", 1),
        ("am Mittwoch", 1),
        ("am Donnerstag um halb vier", 2),
        ("um halb vier", 2),
        ("am 4. März", 1),
        ("in Großenbaum", 2),
    ],
)
def test_slots_of_several_days_and_offices(text: str, place: int) -> None:
    assert read_slot(said(text), on_offer(SEVERAL)) == SEVERAL[place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second", 1),
        ("the first one please", 0),
        ("option two", 1),
        ("I'll take the third", 2),
        ("the last", 2),
        ("the earliest", 0),
        ("half past ten", 1),
        ("at 2 pm", 2),
    ],
)
def test_in_english(text: str, place: int) -> None:
    assert read_slot(said(text, language="en"), on_offer(ONE_DAY)) == ONE_DAY[place]


@pytest.mark.parametrize(
    "text",
    [
        "am zweiten",  # a date, the second of the month
        "das vierte",
        "um 9 Uhr",  # two of several days fit, or none of one day
        "am Freitag",
        "in Rheinhausen",
        "vielleicht",
        "das erste oder das zweite",
        "vormittags, den zweiten",  # the morning fits two of them, so it is a new wish
        "",
    ],
)
def test_what_chooses_nothing(text: str) -> None:
    assert read_slot(said(text), on_offer(SEVERAL)) is None


@pytest.mark.parametrize(
    "text",
    [
        "lieber den 2. Dezember",
        "am Mittwoch, den 3. Juni",
        "den zweiten April",
        "am Montag den 1.6.",
    ],
)
def test_a_date_is_no_place_in_the_list(text: str) -> None:
    assert read_slot(said(text), on_offer(ONE_DAY)) is None


@pytest.mark.parametrize("text", ["the 2 pm one", "the 2:00 pm"])
def test_a_clock_time_is_no_place_in_the_list(text: str) -> None:
    assert read_slot(said(text, language="en"), on_offer(ONE_DAY)) == ONE_DAY[2]


@pytest.mark.parametrize(
    ("text", "language", "place"), [("der früheste", "de", 0), ("the latest one", "en", 2)]
)
def test_first_or_last_in_words_that_also_name_a_time(text: str, language: str, place: int) -> None:
    assert read_slot(said(text, language=language), on_offer(ONE_DAY)) == ONE_DAY[place]


def test_yes_takes_the_only_offer() -> None:
    only = on_offer(ONE_DAY[:1])
    assert read_slot(said("ja", "affirm"), only) == ONE_DAY[0]
    assert read_slot(said("nein", "deny"), only) is None


def test_yes_does_not_choose_among_several() -> None:
    assert read_slot(said("ja", "affirm"), on_offer(ONE_DAY)) is None


def test_a_button_names_office_and_start() -> None:
    assert read_slot(pressed(slot="hamborn|2026-03-04T09:00"), on_offer(SEVERAL)) == SEVERAL[1]


def test_a_button_of_an_earlier_offer_chooses_nothing() -> None:
    assert read_slot(pressed(slot="walsum|2026-03-02T09:00"), on_offer(SEVERAL)) is None


def test_nothing_is_chosen_while_something_else_is_asked() -> None:
    assert read_slot(said("das zweite"), on_offer(ONE_DAY, asked="name")) is None
    assert read_slot(said("das zweite"), on_offer([])) is None
