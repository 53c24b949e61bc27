"""Everything a message names, in one list."""

from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates import Interval
from language.entities import find_entities, format_interval, parse_interval

MONDAY = datetime(2026, 3, 2, 9, 0)


def named(text: str, language: str = "de") -> list[tuple[str, Any]]:
    return [(e.kind, e.value) for e in find_entities(text, language, MONDAY)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Reisepass für zwei Personen in Walsum morgen um 10 Uhr",
            "de",
            [
                ("service", "passport"),
                ("people", 2),
                ("district", "Walsum"),
                ("time", "2026-03-03T10:00/2026-03-03T10:00"),
            ],
        ),
        (
            "a passport in Marxloh tomorrow at 10 am",
            "en",
            [
                ("service", "passport"),
                ("district", "Marxloh"),
                ("time", "2026-03-03T10:00/2026-03-03T10:00"),
            ],
        ),
        ("K7MP-3WQX absagen", "de", [("code", "K7MP-3WQX")]),
        ("Erika@Example.org.", "de", [("email", "erika@example.org")]),
        ("0203 123456", "de", [("phone", "0203123456")]),
        ("beim Straßenverkehrsamt", "de", [("office", "strassenverkehrsamt")]),
        ("Guten Tag", "de", []),
        ("", "de", []),
    ],
)
def test_kinds_and_values(text: str, language: str, found: list[tuple[str, Any]]) -> None:
    assert named(text, language) == found


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("um 10 Uhr", {"clock_only": True}),
        ("nach 15 Uhr", {"clock_only": True}),
        ("morgen um 10 Uhr", {}),
        ("morgen", {}),
        ("nächste Woche nachmittags", {"daily": ["12:00", "18:00"]}),
        ("Montag geht nicht", {"negated": True}),
        ("in Marxloh", {"office": "hamborn"}),
        ("nicht in Marxloh", {"office": "hamborn", "negated": True}),
        ("statt Marxloh", {"office": "hamborn", "negated": True}),
        ("not in Marxloh", {"office": "hamborn", "negated": True}),
        ("nicht weit von Marxloh", {"office": "hamborn"}),
        ("drei Reisepässe", {"count": 3}),
        ("ein Reisepass", {}),
    ],
)
def test_what_else_is_known(text: str, details: dict[str, Any]) -> None:
    (entity,) = find_entities(text, "de", MONDAY)
    assert entity.details == details


@pytest.mark.parametrize(
    "text", ["2.12.2026", "am 2.12. um 14:30", "a1234567@example.org", "K7MP-3WQX um 9"]
)
def test_one_piece_of_text_means_one_thing(text: str) -> None:
    kinds = [kind for kind, _ in named(text)]
    assert "phone" not in kinds
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ich möchte mein Auto morgen anmelden", "de"),
        ("Auto in Walsum anmelden", "de"),
        ("Register tomorrow my car", "en"),
    ],
)
def test_a_service_survives_a_time_or_place_in_its_middle(text: str, language: str) -> None:
    assert ("service", "vehicle_registration") in named(text, language)


ANY = st.text() | st.text(st.sampled_from("äß\u0308\u200b.:-@/0123456789 mMorgenReispWalu€"))
PIECES = st.lists(
    st.sampled_from(
        "morgen|um 10|Reisepass|in Walsum|zu zweit|a@b.de|0203 123456|K7MP-3WQX|İstanbul|ﬁ|ẞ|½|१०"
        "|\u0000|nicht|am 31.2.|10:99".split("|")
    )
).map(" ".join)


@given(ANY | PIECES, st.sampled_from(["de", "en"]))
def test_any_text_is_read_without_harm(text: str, language: str) -> None:
    found = find_entities(text, language, MONDAY)
    for entity in found:
        assert 0 <= entity.start <= entity.end
    for earlier, later in pairwise(found):
        assert earlier.end <= later.start


@given(ANY | PIECES, st.sampled_from(["de", "en"]))
def test_entities_lie_in_the_text(text: str, language: str) -> None:
    found = find_entities(text, language, MONDAY)
    assert all(entity.end <= len(text) for entity in found)


def test_people_lie_in_the_text_too() -> None:
    text = "ÄÖÜÄÖÜß für zwei Personen"
    (entity,) = find_entities(text, "de", MONDAY)
    assert text[entity.start : entity.end] == "zwei Personen"


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert named("x " * 5000 + "Reisepass") == []


def test_an_interval_survives_being_written() -> None:
    interval = Interval(datetime(2026, 3, 3, 10, 0), datetime(9999, 12, 31, 23, 59))
    assert parse_interval(format_interval(interval)) == interval
