"""What of a service or an office is asked for."""

import pytest

from language.aspects import (
    asks_about_next,
    asks_about_now,
    is_about_the_young,
    office_aspects,
    service_aspects,
)


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Was kostet ein Pass?", ("fee",)),
        ("How much is a passport?", ("fee",)),
        ("Was muss ich mitbringen?", ("documents",)),
        ("what do I need to bring?", ("documents",)),
        ("Wie lange dauert das?", ("duration",)),
        ("Geht das auch online?", ("online",)),
        ("can I do it from home", ("online",)),
        ("Gibt es ein Expressverfahren?", ("urgent",)),
        ("Was kostet das und was muss ich mitbringen?", ("fee", "documents")),
        ("Wie lange ist der Ausweis gültig?", ()),
        ("Infos zum Reisepass", ()),
    ],
)
def test_of_a_service(text: str, aspects: tuple[str, ...]) -> None:
    assert service_aspects(text) == aspects


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("Wann hat Walsum auf?", ("hours",)),
        ("Hat das Amt heute zu?", ("hours",)),
        ("Is it open now?", ("hours",)),
        ("Wo ist das Amt?", ("address",)),
        ("Wie komme ich da hin?", ("address",)),
        ("Gibt es einen Aufzug?", ("accessibility",)),
        ("is the building wheelchair accessible", ("accessibility",)),
        ("Welche Telefonnummer hat Walsum?", ("phone",)),
        ("Wo ist Walsum und wann macht es auf?", ("hours", "address")),
        ("Bürger-Service-Station Walsum", ()),
    ],
)
def test_of_an_office(text: str, aspects: tuple[str, ...]) -> None:
    assert office_aspects(text) == aspects


@pytest.mark.parametrize(
    ("text", "young"),
    [
        ("für meine Tochter", True),
        ("ich bin 19 Jahre alt", True),
        ("for my 12-year-old son", True),
        ("unter 24", True),
        ("ich bin 45 Jahre alt", False),
        ("für meine 30-jährige Tochter", False),
        ("für mich", False),
    ],
)
def test_people_under_24(text: str, young: bool) -> None:
    assert is_about_the_young(text) is young


def test_now_and_next() -> None:
    assert asks_about_now("Hat Walsum jetzt offen?")
    assert not asks_about_now("Hat Walsum morgen offen?")
    assert asks_about_next("Wann macht ihr wieder auf?")
    assert not asks_about_next("Wann macht ihr auf?")
