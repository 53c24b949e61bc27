"""What a wish is about depends on what is spoken of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.stations import STATIONS, find_station
from language.topics import find_topics


def named(text: str) -> list[str]:
    return [f"{match.kind}={match.value}" for match in find_topics(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Daten zu Bäumen", ["dataset=trees"]),
        ("Idee: mehr Bäume am Rathaus", ["topic=nature"]),
        ("Da fallen dauernd Bäume auf den Gehweg vor dem Haus", []),
        ("Ehrenamt mit Kindern und Senioren", ["target_group=children", "target_group=seniors"]),
        ("Reisepass für meine zwei Kinder am Montag", []),
        ("wie viele Schulen", ["dataset=schools"]),
        ("Gibt es einen Aufzug und eine Rampe?", ["accessibility=lift", "accessibility=step_free"]),
    ],
)
def test_about(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Leinpfad 1", 1),
        ("Säule fünf", 5),
        ("die dritte Säule", 3),
        ("Nummer zwei am Leinpfad", 2),
        ("berth no. 4", 4),
        ("the second berth", 2),
        ("Leinpfad 7", None),
        ("Bürger-Service-Station 3", None),
        ("eine Säule ist kaputt", None),
        ("Säule", None),
    ],
)
def test_stations(text: str, number: int | None) -> None:
    found = find_station(text)
    assert (found.number if found else None) == number


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for match in find_topics(text):
        assert 0 <= match.start < match.end <= len(text)
    station = find_station(text)
    assert station is None or station.number in STATIONS
