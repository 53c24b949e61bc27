"""Positions and the offices responsible there."""

import pytest
import yaml

from language.coordinates import locality_at
from language.places import quarters
from language.vocabulary import load
from tests.unit.language.lists import DATA

OFFICES = DATA.parents[3] / "data" / "city" / "offices.yml"


def test_every_quarter_has_a_centre_of_its_own() -> None:
    centres = load("centroids")
    assert set(centres) == set(quarters())
    for quarter, (latitude, longitude) in centres.items():
        found = locality_at(latitude, longitude)
        assert found is not None
        assert (found.quarter, found.office) == (quarter, quarters()[quarter])


def test_every_office_lies_in_its_district() -> None:
    for office in yaml.safe_load(OFFICES.read_text(encoding="utf-8"))["offices"]:
        found = locality_at(office["latitude"], office["longitude"])
        assert found is not None
        assert found.office == office["district"], office["key"]


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(51.2254, 6.7763), (51.4566, 7.0123), (0.0, 0.0), (float("nan"), 6.7), (90.0, 180.0)],
)
def test_elsewhere(latitude: float, longitude: float) -> None:
    assert locality_at(latitude, longitude) is None
