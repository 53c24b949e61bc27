"""What people read: e-mails and chat messages about appointments."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import icalendar
import pytest
from sqlalchemy import update

from backend.appointments.domain.appointment import Status
from backend.appointments.domain.slots import Slot
from backend.appointments.models import offices
from backend.appointments.service.announcing import Event, Offer
from backend.notifications.domain import Notice, Way
from backend.notifications.letter import Letter
from backend.notifications.mail.message import Writing
from backend.notifications.service.ports import Permanent
from backend.notifications.unsubscribing import UnsubscribeLinks
from tests.unit.backend.notifications.support import (
    CONTACT,
    ERIKA,
    PUBLIC_URL,
    House,
    appointment,
    draft,
)

CANCELLED = appointment(status=Status.CANCELLED, sequence=1)


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def calendar(message: EmailMessage) -> tuple[str | None, icalendar.Calendar]:
    [part] = list(message.iter_attachments())
    assert part.get_content_type() == "text/calendar"
    found = icalendar.Calendar.from_ical(part.get_content())
    assert isinstance(found, icalendar.Calendar)
    return part.get_param("method"), found  # type: ignore[return-value]


@pytest.fixture
def booked(house: House) -> EmailMessage:
    house.tell(Event.BOOKED, appointment())
    house.send()
    [(recipient, message)] = house.mailer.sent
    assert recipient == ERIKA
    return message


def test_the_confirmation_says_when_where_what_and_how(booked: EmailMessage) -> None:
    assert booked["Subject"] == "Ihr Termin am Mittwoch, 4. März 2026 um 10:00 Uhr"
    for kind in ("plain", "html"):
        text = body(booked, kind)
        for said in (
            "Mittwoch, 4. März 2026, 10:00 Uhr",
            "Friedrich-Ebert-Straße 152, 47179 Duisburg",
            "2 × Reisepass",
            "K7MP-3WQX",
            "Bitte mitbringen",
            "Termin K7MP-3WQX verschieben",
            "Beispieldaten",
            PUBLIC_URL,
        ):
            assert said in text, (kind, said)


def test_nothing_a_stranger_wrote_is_in_a_mail(booked: EmailMessage) -> None:
    assert "Mustermann" not in booked.as_string()


def test_the_headers_of_an_automatic_message(booked: EmailMessage, house: House) -> None:
    [(uid,)] = house.rows("uid")[:1]
    assert booked["Message-ID"] == f"<{uid}@example.org>"
    assert booked["Auto-Submitted"] == "auto-generated"
    assert booked["From"] == "Stadt <termine@example.org>"
    assert booked["To"] == ERIKA
    assert booked["References"] == "<appointment.hold-7@example.org>"
    assert booked["List-Unsubscribe"].startswith(f"<{PUBLIC_URL}/api/notifications/unsubscribe/")
    assert booked["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert booked["Date"].datetime == datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def test_the_calendar_follows_the_appointment(house: House) -> None:
    house.tell(Event.BOOKED, appointment())
    house.tell(Event.MOVED, appointment(start=datetime(2026, 3, 5, 14, 0), sequence=1))
    house.tell(Event.CANCELLED, replace(CANCELLED, sequence=2))
    house.send()
    found = [calendar(message) for _, message in house.mailer.sent]
    assert [method for method, _ in found] == ["PUBLISH", "PUBLISH", "CANCEL"]
    events = [each.walk("VEVENT")[0] for _, each in found]
    assert [str(each["METHOD"]) for _, each in found] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert len({str(event["UID"]) for event in events}) == 1
    assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("event", list(Event))
def test_every_event_is_told_in_both_languages(house: House, event: Event, language: str) -> None:
    told = CANCELLED if "cancelled" in event.value else appointment()
    house.tell(event, told, replace(CONTACT, language=language))
    house.send()
    house.send(Way.CHAT)
    [(_, message)] = house.mailer.sent
    assert message["Content-Language"] == language
    day = "Mittwoch, 4. März 2026" if language == "de" else "Wednesday, 4 March 2026"
    assert day in message["Subject"]
    assert f'lang="{language}"' in body(message, "html")
    by_office = event.value.endswith("by_office")
    assert len(house.delivery.messages) == by_office
    for chat in house.delivery.messages.values():
        assert day in chat.text
        assert bool(chat.choices) is (event is Event.MOVED_BY_OFFICE)


def test_a_reminder_in_the_chat_leads_into_the_tasks(house: House) -> None:
    house.tell(Event.BOOKED, appointment())
    house.later(hours=25)
    house.send(Way.CHAT)
    [message] = house.delivery.messages.values()
    assert message.conversation_id == "c-1"
    assert [(each.title, each.payload) for each in message.choices] == [
        ("Termin verschieben", '/reschedule_appointment{"code": "K7MP-3WQX"}'),
        ("Termin absagen", '/cancel_appointment{"code": "K7MP-3WQX"}'),
    ]


def test_where_nothing_can_be_moved_nobody_is_told_to(house: House) -> None:
    house.movable = False
    house.tell(Event.BOOKED, appointment())
    house.send()
    assert "verschieben" not in body(house.mailer.sent[0][1], "plain").lower()
    assert "„Termin K7MP-3WQX absagen“" in body(house.mailer.sent[0][1], "plain")
    house.later(hours=25)
    house.send(Way.CHAT)
    [message] = house.delivery.messages.values()
    assert [each.title for each in message.choices] == ["Termin absagen"]


def test_an_office_that_was_given_up_is_still_named(house: House) -> None:
    house.tell(Event.BOOKED, appointment())
    with house.database.writing() as session:
        session.execute(update(offices).where(offices.c.key == "walsum").values(active=False))
    house.send()
    assert "Friedrich-Ebert-Straße 152" in body(house.mailer.sent[0][1], "plain")


def test_reminders_come_at_24_and_2_hours(house: House) -> None:
    house.tell(Event.BOOKED, appointment())
    seen = []
    for _ in range(50):
        house.send()
        seen.append(sum("Erinnerung" in each for each in house.mailer.subjects(ERIKA)))
        house.later(hours=1)
    assert seen.index(1) == 25
    assert seen.index(2) == 47
    assert seen[-1] == 2


@pytest.mark.parametrize(("way", "said"), [(Way.EMAIL, 1), (Way.CHAT, 1)])
def test_an_offer_names_both_times_and_the_deadline(house: House, way: Way, said: int) -> None:
    start = datetime(2026, 3, 3, 9, 0)
    slot = Slot("mitte", start, start + timedelta(minutes=30))
    until = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    with house.database.writing() as session:
        house.service.announcing(session).offer(Offer("o-1", appointment(), slot, until), CONTACT)
    assert house.send(way) == said
    if way is Way.EMAIL:
        text = body(house.mailer.sent[0][1], "plain")
    else:
        [message] = house.delivery.messages.values()
        text = message.text
        assert '"offer": "o-1"' in message.choices[0].payload
        assert message.choices[1].payload == '/inform{"code": "K7MP-3WQX", "waiting": "decline"}'
    for part in (
        "Dienstag, 3. März 2026, 9:00 Uhr",
        "Mittwoch, 4. März 2026, 10:00 Uhr",
        "Montag, 2. März 2026, 12:00 Uhr",
        "Sonnenwall",
    ):
        assert part in text


def test_a_repeat_is_the_same_message(house: House) -> None:
    house.tell(Event.BOOKED, appointment())
    sender = house.service.senders()[Way.EMAIL]

    def twice(notice: Notice) -> None:
        sender(notice)
        sender(notice)

    house.worker(send=twice).drain()
    first, second = (message for _, message in house.mailer.sent)
    assert first["Message-ID"] == second["Message-ID"]


def writing(public_url: str = PUBLIC_URL) -> Writing:
    from backend.kit.texts import load_texts
    from backend.services import TEXT_FILES

    links = UnsubscribeLinks("k", public_url) if public_url else None
    return Writing(load_texts(TEXT_FILES), "Stadt <a@example.org>", "example.org", links)


def notice(recipient: str) -> Notice:
    given = draft(recipient=recipient)
    shared = {
        name: getattr(given, name)
        for name in ("kind", "about", "way", "recipient", "language", "due_at", "facts")
    }
    return Notice(**shared, id=1, uid="u", useless_at=None, optional=False, attempts=1, lease="l")


NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def test_html_is_escaped() -> None:
    hostile = "<script>alert(1)</script> & Co"
    message = writing().message(notice(ERIKA), Letter("S", hostile, (("<b>", hostile),)), NOW)
    assert "<script" not in body(message, "html")
    assert "&lt;script&gt;" in body(message, "html")
    assert hostile in body(message, "plain")


@pytest.mark.parametrize(
    ("recipient", "address"),
    [
        ("erika@example.org", "erika@example.org"),
        ("erika@bücher.example", "erika@xn--bcher-kva.example"),
        ("o'neil+termin@example.org", "o'neil+termin@example.org"),
    ],
)
def test_addresses_people_have(recipient: str, address: str) -> None:
    message = writing().message(notice(recipient), Letter("S", "L"), NOW)
    assert message["To"].addresses[0].addr_spec == address


@pytest.mark.parametrize(
    "recipient",
    [
        "",
        "nobody",
        "a@b,c@example.org",
        "a@b\r\nBcc: x@y.z",
        "<a@b.de>,c@d.de",
        "a b@c.de",
        "@b.de",
    ],
)
def test_addresses_that_are_none(recipient: str) -> None:
    with pytest.raises(Permanent):
        writing().message(notice(recipient), Letter("S", "L"), NOW)


def test_one_click_is_promised_over_https_alone() -> None:
    plain = writing("http://127.0.0.1:8000").message(notice(ERIKA), Letter("S", "L"), NOW)
    assert "List-Unsubscribe" in plain
    assert "List-Unsubscribe-Post" not in plain
    without = writing("").message(notice(ERIKA), Letter("S", "L"), NOW)
    assert "List-Unsubscribe" not in without


def test_a_kind_nobody_writes_fails(house: House) -> None:
    house.put(draft(kind="weather.storm"), draft(kind="appointment.weather"))
    house.send()
    assert house.rows("state", "reason") == [("failed", "unknown_kind")] * 2
