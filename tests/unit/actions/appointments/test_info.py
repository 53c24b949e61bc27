"""What one has to know about a service or an office."""

import pytest

from actions.appointments.info import OfficeInfoAction, ServiceInfoAction
from actions.appointments.office_facts import opening_hours
from actions.tasks.frames import Frame, write_stack
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support_rasa import responses, run, tracker


def ranges(*hours: str) -> list[dict[str, str]]:
    return [dict(zip(("start", "end"), entry.split("-"), strict=True)) for entry in hours]


HOURS = {
    "mon": ranges("08:00-16:00"),
    "tue": ranges("08:00-16:00"),
    "wed": ranges("08:00-12:00"),
    "thu": ranges("08:00-12:00", "14:00-18:00"),
    "fri": ranges("08:00-12:00"),
    "sat": [],
}


SUNDAY_FIRST = "babel's day names begin with Sunday, so every day is told a day too early"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Mo., Di. 08:00–16:00; Mi., Fr. 08:00–12:00; Do. 08:00–12:00, 14:00–18:00"),
        ("en", "Mon, Tue 08:00–16:00; Wed, Fri 08:00–12:00; Thu 08:00–12:00, 14:00–18:00"),
    ],
)
def test_days_with_the_same_hours_stand_together(language: str, text: str) -> None:
    assert opening_hours(HOURS, language) == text


async def test_a_service_with_fee_duration_and_documents(service: FakeAppointments) -> None:
    said, events = await run(ServiceInfoAction(service), tracker("Infos zum Perso"))
    assert responses(said) == ["utter_service_info"]
    assert said[0]["fee"] == "46,00\xa0€ (ab 24), +6,00\xa0€ (Foto)"
    assert (said[0]["minutes"], said[0]["documents"]) == (15, "Passfoto und alter Ausweis")
    assert events == []


async def test_a_service_without_fee_or_documents_says_so(service: FakeAppointments) -> None:
    said, _ = await run(ServiceInfoAction(service), tracker("Wie läuft eine Beglaubigung?"))
    assert (said[0]["fee"], said[0]["documents"]) == ("–", "–")


async def test_several_services_in_one_question(service: FakeAppointments) -> None:
    said, _ = await run(
        ServiceInfoAction(service),
        tracker("What about passport and car registration?", language="en"),
    )
    assert responses(said) == ["utter_service_info", "utter_service_info_online"]
    assert [word["service"] for word in said] == ["Apply for a passport", "Vehicle registration"]


async def test_a_discontinued_service(service: FakeAppointments) -> None:
    said, _ = await run(ServiceInfoAction(service), tracker("Was kostet ein Kinderreisepass?"))
    assert responses(said) == ["utter_service_discontinued"]


async def test_in_the_middle_of_a_booking_its_service_is_meant(service: FakeAppointments) -> None:
    stack = write_stack(
        [Frame("book_appointment", values={"services": [{"key": "passport", "count": 1}]})]
    )
    said, _ = await run(
        ServiceInfoAction(service), tracker("Was kostet das?", slots={"tasks": stack})
    )
    assert said[0]["service"] == "Reisepass beantragen"


async def test_without_a_service_it_is_asked_for(service: FakeAppointments) -> None:
    said, _ = await run(ServiceInfoAction(service), tracker("Was kostet das?"))
    assert responses(said) == ["utter_ask_which_service"]


async def test_an_office_by_any_of_its_quarters(service: FakeAppointments) -> None:
    said, _ = await run(OfficeInfoAction(service), tracker("Wann hat Marxloh auf?"))
    assert responses(said) == ["utter_office_hours"]
    assert said[0]["office"] == "Bürger-Service-Station Hamborn"


async def test_an_office_with_its_opening_days(service: FakeAppointments) -> None:
    said, _ = await run(OfficeInfoAction(service), tracker("Wann hat Marxloh auf?"))
    assert said[0]["hours"] == "Mo., Di., Mi., Do., Fr. 08:00–16:00"


async def test_one_office_named_twice_is_told_once(service: FakeAppointments) -> None:
    said, _ = await run(OfficeInfoAction(service), tracker("Marxloh, also Hamborn, wann offen?"))
    assert responses(said) == ["utter_office_hours"]


async def test_without_an_office_all_are_listed(service: FakeAppointments) -> None:
    said, _ = await run(OfficeInfoAction(service), tracker("Wo sind Ihre Ämter?"))
    assert responses(said) == ["utter_office_list"]
    assert "Bürger-Service-Station Walsum" in said[0]["offices"]


@pytest.mark.parametrize("action", [ServiceInfoAction, OfficeInfoAction])
async def test_a_failing_backend_is_told(service: FakeAppointments, action: type) -> None:
    service.down = True
    said, _ = await run(action(service), tracker("Was kostet ein Pass in Walsum?"))
    assert responses(said) == ["utter_failed"]


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("Und wann haben die auf?", "utter_office_hours"),
        ("Gibt es da einen Aufzug?", "utter_office_accessibility"),
        ("Welche Ämter gibt es da?", "utter_office_list"),
        ("Wann ist geöffnet?", "utter_office_list"),
    ],
)
async def test_the_office_just_spoken_of(
    service: FakeAppointments, text: str, response: str
) -> None:
    asking = tracker(text, "ask_office_info")
    walsum = {"entity": "district", "value": "Walsum", "office": "walsum"}
    asking.events = [
        {"event": "user", "parse_data": {"entities": [walsum]}},
        {"event": "user", "parse_data": {"entities": []}},
    ]
    said, _ = await run(OfficeInfoAction(service), asking)
    assert responses(said) == [response]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Was kostet ein Perso?", ["utter_service_fee"]),
        ("Welche Unterlagen brauche ich für den Perso?", ["utter_service_documents"]),
        ("Wie lange dauert der Termin für den Pass?", ["utter_service_duration"]),
        ("Kann ich den Perso online beantragen?", ["utter_service_online_no"]),
        ("Geht die Autozulassung online?", ["utter_service_online_yes"]),
        (
            "Was kostet der Perso und was muss ich mitbringen?",
            ["utter_service_fee", "utter_service_documents"],
        ),
        ("Was kostet eine Beglaubigung?", ["utter_service_fee_unknown"]),
        ("Was muss ich zur Beglaubigung mitbringen?", ["utter_service_no_documents"]),
        ("Wie lange ist ein Pass gültig?", ["utter_service_info"]),
    ],
)
async def test_what_is_asked_is_answered(
    service: FakeAppointments, text: str, told: list[str]
) -> None:
    said, _ = await run(ServiceInfoAction(service), tracker(text))
    assert responses(said) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wo ist das Amt in Walsum?", ["utter_office_address"]),
        ("Kommt man in Walsum mit dem Rollstuhl rein?", ["utter_office_accessibility"]),
        ("Telefonnummer von Walsum?", ["utter_office_phone"]),
        ("Hat Walsum jetzt offen?", ["utter_office_closed_now"]),
        ("Hat Walsum an Karfreitag auf?", ["utter_office_day_closed_for"]),
        ("Hat Walsum morgen auf?", ["utter_office_day"]),
        ("Hat Walsum am Samstag offen?", ["utter_office_day_closed"]),
        ("Wann macht Walsum wieder auf?", ["utter_office_next"]),
        ("Welche Ämter haben jetzt offen?", ["utter_no_office_open_now"]),
        (
            "Wo ist Walsum und wann hat es auf?",
            ["utter_office_hours", "utter_office_address"],
        ),
        ("Amt Walsum", ["utter_office_info"]),
    ],
)
async def test_of_an_office_only_what_is_asked(
    service: FakeAppointments, text: str, told: list[str]
) -> None:
    said, _ = await run(OfficeInfoAction(service), tracker(text))
    assert responses(said) == told


async def test_an_address_comes_with_a_map(service: FakeAppointments) -> None:
    said, _ = await run(OfficeInfoAction(service), tracker("Wo ist das Amt in Walsum?"))
    link = "https://www.openstreetmap.org/?mlat=51.4344&mlon=6.7623#map=17/51.4344/6.7623"
    assert said[0]["map"] == link
    assert said[1]["custom"]["card"]["map_url"] == link


async def test_offices_of_a_part_of_the_city(service: FakeAppointments) -> None:
    said, _ = await run(OfficeInfoAction(service), tracker("Wo sind die Ämter im Norden?"))
    names = [word["office"] for word in said if word.get("response")]
    assert names == ["Bürger-Service-Station Hamborn", "Bürger-Service-Station Walsum"]
