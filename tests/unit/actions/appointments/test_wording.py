"""Appointments in words."""

from datetime import datetime

import pytest

from actions.appointments import wording
from actions.appointments.ports import Slot
from tests.fakes.catalogue import OFFICES, SERVICES

NINE = Slot("walsum", datetime(2026, 12, 1, 9, 0))
TEN = Slot("walsum", datetime(2026, 12, 1, 10, 5))
ELSEWHERE = Slot("hamborn", datetime(2026, 12, 2, 9, 0))
BOOKED = {
    "code": "K7MP-3WQX",
    "office": "walsum",
    "start": "2026-12-01T09:00",
    "services": [{"key": "passport", "count": 2}, {"key": "identity_card", "count": 1}],
    "ics_path": "/api/appointments/K7MP-3WQX/calendar.ics",
}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", "2 × Reisepass beantragen und Personalausweis beantragen"),
        ("en", "2 × Apply for a passport and Apply for an identity card"),
    ],
)
def test_services_with_their_counts(language: str, names: str) -> None:
    wanted = [{"key": "passport", "count": 2}, {"key": "identity_card", "count": None}]
    assert wording.service_names(wanted, SERVICES, language) == names


def test_an_office_is_named_only_where_there_are_several() -> None:
    assert wording.options([NINE, TEN], OFFICES, "de") == (
        "1. Dienstag, 1. Dezember 2026, 9:00 Uhr\n2. Dienstag, 1. Dezember 2026, 10:05 Uhr"
    )
    assert wording.options([NINE, ELSEWHERE], OFFICES, "en") == (
        "1. Tuesday, 1 December 2026, 9:00 (Walsum)\n2. Wednesday, 2 December 2026, 9:00 (Hamborn)"
    )


def test_a_button_for_each_slot_says_what_it_means() -> None:
    first, second = wording.slot_buttons([NINE, ELSEWHERE], OFFICES, "de")
    assert (first.title, second.title) == (
        "Di., 1.12., 9:00 Uhr, Walsum",
        "Mi., 2.12., 9:00 Uhr, Hamborn",
    )
    assert first.as_rasa()["payload"] == '/inform{"slot": "walsum|2026-12-01T09:00"}'


def test_a_card_carries_the_calendar_file_in_the_language_spoken() -> None:
    card = wording.appointment_card(BOOKED, SERVICES, OFFICES, "en")
    assert card == {
        "type": "appointment",
        "code": "K7MP-3WQX",
        "services": ["passport", "identity_card"],
        "title": "2 × Apply for a passport and Apply for an identity card",
        "when": "Tuesday, 1 December 2026, 9:00",
        "office": "Citizen service office Walsum",
        "address": "Walsumer Straße 1, 47051 Duisburg",
        "ics_url": "/api/appointments/K7MP-3WQX/calendar.ics?language=en",
    }


def test_documents_for_several_services_are_named_once() -> None:
    wanted = [{"key": "passport"}, {"key": "identity_card"}]
    assert wording.documents(wanted, SERVICES, "de") == "Passfoto, alter Pass und alter Ausweis"
    assert wording.documents([{"key": "certification"}], SERVICES, "de") == ""
