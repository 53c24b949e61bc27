"""Stadtbezirke, Ortsteile and offices as citizens name them."""

import pytest

from language.places import find_places, quarters
from language.text import fold

# The city's own division, written down here a second time on purpose.
CITY = {
    "walsum": "Vierlinden, Overbruch, Alt-Walsum, Aldenrade, Wehofen, Fahrn",
    "hamborn": "Röttgersbach, Marxloh, Obermarxloh, Neumühl, Alt-Hamborn",
    "meiderich_beeck": "Bruckhausen, Beeck, Beeckerwerth, Laar, Untermeiderich, "
    "Mittelmeiderich, Obermeiderich",
    "homberg_ruhrort_baerl": "Ruhrort, Alt-Homberg, Hochheide, Baerl",
    "mitte": "Altstadt, Neuenkamp, Kaßlerfeld, Duissern, Neudorf-Nord, "
    "Neudorf-Süd, Dellviertel, Hochfeld, Wanheimerort",
    "rheinhausen": "Rheinhausen-Mitte, Hochemmerich, Bergheim, Friemersheim, Rumeln-Kaldenhausen",
    "sued": "Bissingheim, Wedau, Buchholz, Wanheim-Angerhausen, Großenbaum, "
    "Rahm, Huckingen, Hüttenheim, Ungelsheim, Mündelheim",
}
ALL = [(quarter, office) for office, named in CITY.items() for quarter in named.split(", ")]


def offices(text: str) -> list[str]:
    return [place.office for place in find_places(text)]


def test_all_46_quarters_are_the_citys() -> None:
    assert len(quarters()) == 46
    assert quarters() == dict(ALL)


@pytest.mark.parametrize(("quarter", "office"), ALL)
def test_every_quarter_leads_to_its_office(quarter: str, office: str) -> None:
    for said in (f"in {quarter}", quarter.lower(), fold(quarter), f"Ich wohne in {quarter}."):
        (place,) = find_places(said)
        assert (place.kind, place.name, place.office) == ("district", quarter, office), said


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Homberg", "homberg_ruhrort_baerl"),
        ("Meiderich", "meiderich_beeck"),
        ("Neudorf", "mitte"),
        ("Rumeln", "rheinhausen"),
        ("Kaldenhausen", "rheinhausen"),
        ("Großenbaum", "sued"),
        ("Wanheim", "sued"),
        ("Innenstadt", "mitte"),
        ("Stadtmitte", "mitte"),
        ("the city centre", "mitte"),
        ("downtown", "mitte"),
        ("Duisburg-Süd", "sued"),
        ("im Süden", "sued"),
        ("Rheinhausen", "rheinhausen"),
        ("Mitte", "mitte"),
        ("Walsum", "walsum"),
        ("Hamborn", "hamborn"),
    ],
)
def test_names_for_several_quarters(name: str, office: str) -> None:
    assert offices(f"am liebsten in {name}") == [office]


@pytest.mark.parametrize(
    ("typed", "office"),
    [
        ("Wallsum", "walsum"),
        ("Walsumm", "walsum"),
        ("Rheinhausn", "rheinhausen"),
        ("Reinhausen", "rheinhausen"),
        ("Rottgersbach", "hamborn"),
        ("Roettgersbach", "hamborn"),
        ("Huckigen", "sued"),
        ("Beekerwerth", "meiderich_beeck"),
        ("Marxlo", "hamborn"),
        ("Kasslerfeld", "mitte"),
        ("Grossenbaum", "sued"),
    ],
)
def test_mistyped(typed: str, office: str) -> None:
    assert offices(f"in {typed}") == [office]


@pytest.mark.parametrize(
    "name",
    ["Straßenverkehrsamt", "Zulassungsstelle", "Strassenverkehrsamt", "licensing department"],
)
def test_an_office_named_as_such(name: str) -> None:
    (place,) = find_places(f"beim {name}")
    assert (place.kind, place.name, place.office) == ("office", *["strassenverkehrsamt"] * 2)


def test_several_places_in_order() -> None:
    text = "lieber Marxloh oder Walsum"
    assert [text[p.start : p.end] for p in find_places(text)] == ["Marxloh", "Walsum"]


@pytest.mark.parametrize(
    "text", ["", "in Düsseldorf", "in Essen", "Wal", "Berg und Tal", "Rheinland"]
)
def test_places_elsewhere(text: str) -> None:
    assert offices(text) == []
