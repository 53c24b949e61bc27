"""Parts of the city larger than a district."""

from datetime import datetime

import pytest

from language.entities import find_entities
from language.regions import find_region
from language.vocabulary import load

REFERENCE = datetime(2026, 3, 2, 9, 0)

WEST = ("homberg_ruhrort_baerl", "rheinhausen")


@pytest.mark.parametrize(
    "text",
    [
        *("im Westen der Stadt", "am liebsten im Westen", "linksrheinisch", "links vom Rhein"),
        *("in the west of the city", "on the west side", "left bank of the Rhine", "western part"),
    ],
)
def test_the_west_lies_left_of_the_rhine(text: str) -> None:
    found = find_region(text)
    assert found is not None
    assert (found.region, found.offices) == ("west", WEST)
    assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("im Norden", "north"),
        ("im Osten von Duisburg", "east"),
        ("rechtsrheinisch", "right"),
        ("the southern part of the city", "south"),
        ("in the north of the city", "north"),
    ],
)
def test_other_parts(text: str, region: str) -> None:
    found = find_region(text)
    assert found is not None
    assert found.region == region


@pytest.mark.parametrize(
    "text",
    ["im Nahen Osten", "the Middle East", "Westernabend", "im Westen oder im Norden", "Neudorf"],
)
def test_what_is_no_part_of_the_city(text: str) -> None:
    assert find_region(text) is None


def test_every_office_lies_on_one_side_of_the_rhine() -> None:
    regions = load("places")["regions"]
    sides = [*regions["west"], *regions["right"]]
    assert sorted(sides) == sorted(load("places")["districts"])


def test_a_region_ruled_out_is_marked() -> None:
    entities = find_entities("nicht im Westen", "de", REFERENCE)
    [region] = [entity for entity in entities if entity.kind == "region"]
    assert region.details["negated"] is True
