"""Which notices an event puts into the outbox, and which it takes back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from backend.appointments.domain.appointment import Contact, Status
from backend.appointments.domain.slots import Slot
from backend.appointments.service.announcing import Event, Offer
from backend.kit.clock import wall_clock
from tests.unit.backend.notifications.support import CONTACT, ERIKA, House, appointment

BOOKED = appointment()
CANCELLED = appointment(status=Status.CANCELLED, sequence=1)


def waiting(house: House) -> list[tuple[str, str, str]]:
    """Kind, way and local due time of what is still to be sent."""
    rows = house.rows("kind", "way", "due_at", "state")
    return [
        (kind.removeprefix("appointment."), way, f"{wall_clock(due):%d.%m. %H:%M}")
        for kind, way, due, state in rows
        if state == "waiting"
    ]


def test_a_booking_is_confirmed_and_reminded_of(house: House) -> None:
    house.tell(Event.BOOKED, BOOKED)
    assert waiting(house) == [
        ("booked", "email", "02.03. 09:00"),
        ("reminder", "email", "03.03. 10:00"),
        ("reminder", "chat", "03.03. 10:00"),
        ("reminder", "email", "04.03. 08:00"),
        ("reminder", "chat", "04.03. 08:00"),
    ]


def test_reminders_that_would_be_late_are_left_out(house: House) -> None:
    house.tell(Event.BOOKED, appointment(start=datetime(2026, 3, 2, 12, 0)))
    assert ("reminder", "email", "02.03. 10:00") in waiting(house)
    house.tell(Event.BOOKED, appointment(hold_id="b", start=datetime(2026, 3, 2, 11, 0)))
    assert [kind for kind, _, _ in waiting(house)].count("reminder") == 2


def test_reminders_follow_the_wall_clock_over_a_clock_change(house: House) -> None:
    house.tell(Event.BOOKED, appointment(start=datetime(2026, 3, 29, 10, 0)))
    assert ("reminder", "email", "28.03. 10:00") in waiting(house)


def test_a_move_puts_other_reminders_in_place(house: House) -> None:
    house.tell(Event.BOOKED, BOOKED)
    house.tell(Event.MOVED, replace(BOOKED, start=datetime(2026, 3, 5, 14, 0), sequence=1))
    assert waiting(house) == [
        ("booked", "email", "02.03. 09:00"),
        ("moved", "email", "02.03. 09:00"),
        ("reminder", "email", "04.03. 14:00"),
        ("reminder", "chat", "04.03. 14:00"),
        ("reminder", "email", "05.03. 12:00"),
        ("reminder", "chat", "05.03. 12:00"),
    ]


def test_a_cancellation_leaves_no_reminder(house: House) -> None:
    house.tell(Event.BOOKED, BOOKED)
    house.tell(Event.CANCELLED, CANCELLED)
    assert [kind for kind, _, _ in waiting(house)] == ["booked", "cancelled"]


def test_another_appointment_keeps_its_reminders(house: House) -> None:
    house.tell(Event.BOOKED, BOOKED)
    house.tell(Event.BOOKED, appointment(hold_id="hold-8", code="K7MP-3WQY"))
    house.tell(Event.CANCELLED, CANCELLED)
    assert [kind for kind, _, _ in waiting(house)].count("reminder") == 4


@pytest.mark.parametrize("event", [Event.MOVED_BY_OFFICE, Event.CANCELLED_BY_OFFICE])
def test_what_the_office_does_is_told_in_the_chat_too(house: House, event: Event) -> None:
    house.tell(event, CANCELLED if event is Event.CANCELLED_BY_OFFICE else BOOKED)
    ways = [way for kind, way, _ in waiting(house) if kind == event.value]
    assert ways == ["email", "chat"]


@pytest.mark.parametrize(
    ("contact", "ways"),
    [
        (replace(CONTACT, email=None), {"chat"}),
        (replace(CONTACT, channel="phone"), {"email"}),
        (replace(CONTACT, conversation_id=None), {"email"}),
        (replace(CONTACT, email=None, channel=None, conversation_id=None), set()),
        (replace(CONTACT, email=None, channel="phone", phone="0203 1"), set()),
    ],
)
def test_people_are_told_by_the_ways_there_are(
    house: House, contact: Contact, ways: set[str]
) -> None:
    house.tell(Event.BOOKED, BOOKED, contact)
    assert {way for _, way, _ in waiting(house)} == ways


def test_an_offer_goes_by_every_way_and_ends_with_its_deadline(house: House) -> None:
    until = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    start = datetime(2026, 3, 3, 9, 0)
    offer = Offer("o-1", BOOKED, Slot("walsum", start, start + timedelta(minutes=30)), until)
    with house.database.writing() as session:
        house.service.announcing(session).offer(offer, CONTACT)
    assert house.rows("kind", "way", "useless_at") == [
        ("appointment.offer", "email", until),
        ("appointment.offer", "chat", until),
    ]
    house.tell(Event.CANCELLED, CANCELLED)
    assert [kind for kind, _, _ in waiting(house)] == ["cancelled"]


def test_nothing_is_told_of_what_was_not_committed(house: House) -> None:
    def change_and_fail() -> None:
        with house.database.writing() as session:
            house.service.announcing(session).tell(Event.BOOKED, BOOKED, CONTACT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_and_fail()
    assert house.rows("kind") == []


def test_the_outbox_holds_no_name(house: House) -> None:
    house.tell(Event.BOOKED, BOOKED)
    assert "Mustermann" not in repr(house.rows("facts", "about", "recipient"))
    assert house.rows("recipient")[0] == (ERIKA,)
