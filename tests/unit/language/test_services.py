"""Citizens' words for the services, German and English."""

import pytest

from language.services import find_services
from language.vocabulary import load


def named(text: str) -> list[tuple[str, int | None]]:
    return [(match.key, match.count) for match in find_services(text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ich brauche einen neuen Perso", "identity_card"),
        ("mein Ausweis läuft ab", "identity_card"),
        ("Personalausweiß beantragen", "identity_card"),
        ("personalausweis", "identity_card"),
        ("Peronalausweis", "identity_card"),
        ("Personalausweisantrag", "identity_card"),
        ("a new identity card", "identity_card"),
        ("my ID expired", "identity_card"),
        ("Reisepass", "passport"),
        ("Reisepässe", "passport"),
        ("reisepaesse", "passport"),
        ("Reispass", "passport"),
        ("I need a pasport", "passport"),
        ("passports for my family", "passport"),
        ("Kinderreisepass", "child_passport"),
        ("a children's passport", "child_passport"),
        ("vorläufiger Reisepass", "temporary_document"),
        ("I need an emergency passport", "temporary_document"),
        ("meinen Perso abholen", "document_pickup"),
        ("pick up my passport", "document_pickup"),
        ("Ausweisabholung", "document_pickup"),
        ("Ummeldung", "residence_registration"),
        ("ich bin umgezogen", "residence_registration"),
        ("meine Wohnung anmelden", "residence_registration"),
        ("Wohnsitz ummelden", "residence_registration"),
        ("Adressänderung", "residence_registration"),
        ("I moved house", "residence_registration"),
        ("change my address", "residence_registration"),
        ("Abmeldung ins Ausland", "residence_deregistration"),
        ("Ich wandere aus, abmelden bitte", "residence_deregistration"),
        ("we are leaving Germany", "residence_deregistration"),
        ("Meldebescheinigung", "registration_certificate"),
        ("Meldebescheinigng", "registration_certificate"),
        ("proof of address", "registration_certificate"),
        ("polizeiliches Führungszeugnis", "police_clearance"),
        ("Fuehrungszeugnis", "police_clearance"),
        ("criminal record check", "police_clearance"),
        ("Zeugnis beglaubigen lassen", "certification"),
        ("certified copies", "certification"),
        ("mein Auto anmelden", "vehicle_registration"),
        ("das Auto muss noch umgemeldet werden", "vehicle_registration"),
        ("Kfz-Zulassung", "vehicle_registration"),
        ("register my new car", "vehicle_registration"),
        ("Motorrad zulassen", "vehicle_registration"),
        ("Auto abmelden", "vehicle_deregistration"),
        ("Wagen stilllegen", "vehicle_deregistration"),
        ("deregister the car", "vehicle_deregistration"),
        ("Führerschein umtauschen", "driving_licence"),
        ("fuehrerschein", "driving_licence"),
        ("Führershein", "driving_licence"),
        ("my driver's license", "driving_licence"),
        ("Gewerbe anmelden", "business_registration"),
        ("register a business", "business_registration"),
    ],
)
def test_words_for_one_service(text: str, key: str) -> None:
    assert [found for found, _ in named(text)] == [key]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zwei Reisepässe", [("passport", 2)]),
        ("2 neue Reisepässe", [("passport", 2)]),
        ("zwei neue Reisepässe und einen Perso", [("passport", 2), ("identity_card", None)]),
        ("einen Reisepass", [("passport", None)]),
        ("three passports", [("passport", 3)]),
        ("a passport", [("passport", None)]),
        ("drei Reisepässe und zwei Personalausweise", [("passport", 3), ("identity_card", 2)]),
        ("Reisepass und Reisepass", [("passport", None)]),
        ("99 Reisepässe", [("passport", None)]),
        ("zwei Autos anmelden", [("vehicle_registration", 2)]),
    ],
)
def test_how_many_of_each(text: str, found: list[tuple[str, int | None]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("", "Guten Tag", "Ich habe eine Frage", "passt mir gut", "Das Wetter", "no idea"),
        *("Where is the library?", "Anna Meier", "am Dienstag um neun", "Ist der Kompass kaputt?"),
    ],
)
def test_what_names_no_service(text: str) -> None:
    assert named(text) == []


def test_words_apart_outrank_the_single_word() -> None:
    text = "Ich möchte mein Auto morgen früh anmelden"
    (match,) = find_services(text)
    assert match.key == "vehicle_registration"
    assert text[match.start : match.end] == "Auto"


def test_words_apart_that_are_neighbours_are_one_place() -> None:
    text = "Ich möchte mein Auto anmelden"
    (match,) = find_services(text)
    assert text[match.start : match.end] == "Auto anmelden"


def test_another_service_between_words_apart_is_found_too() -> None:
    text = "mein Auto und, mit Reisepass, anmelden"
    assert named(text) == [("vehicle_registration", None), ("passport", None)]


def test_every_name_in_the_vocabulary_finds_its_service() -> None:
    missed = {
        name: found
        for key, entry in load("services").items()
        for name in entry["names"]
        if key not in (found := [k for k, _ in named(name)])
    }
    assert missed == {}


@pytest.mark.parametrize(
    "text",
    [
        *("I'm moving to Canada, erase my data", "lösch meine Daten, ich ziehe nach Kanada"),
        *("den Termin abmelden", "als Helfer anmelden", "deregister my dog"),
    ],
)
def test_reasons_and_things_are_no_services(text: str) -> None:
    assert named(text) == []


def test_a_departure_that_is_signed_off_stays_beside_erasure() -> None:
    text = "Ich ziehe nach Kanada, muss mich abmelden, und löscht bitte meine Daten"
    assert named(text) == [("residence_deregistration", None)]
