"""Stadtbezirke, Ortsteile and offices as citizens name them."""

from dataclasses import dataclass
from functools import cache

from language.gazetteer import Gazetteer
from language.vocabulary import load


@dataclass(frozen=True)
class PlaceMatch:
    """A place named in a text.

    ``kind`` is "office" for an office named as such, else "district"; ``name`` is
    the city's own spelling; ``office`` the key of the office responsible there.
    """

    kind: str
    name: str
    office: str
    start: int
    end: int


@cache
def _places() -> dict[str, tuple[str, str]]:
    """Name → (kind, office key)."""
    vocabulary = load("places")
    places: dict[str, tuple[str, str]] = {}
    for key, district in vocabulary["districts"].items():
        places[district["name"]] = ("district", key)
        for part in district["name"].split("/"):
            places.setdefault(part, ("district", key))
        for quarter in district["quarters"]:
            places.setdefault(quarter, ("district", key))
    for name, key in vocabulary["groups"].items():
        places.setdefault(name, ("district", key))
    for key in vocabulary["offices"]:
        places[key] = ("office", key)
    return places


@cache
def _gazetteer() -> Gazetteer:
    names = {name: [name] for name, (kind, _) in _places().items() if kind == "district"}
    return Gazetteer(names | load("places")["offices"])


def find_places(text: str) -> list[PlaceMatch]:
    """All places of the city named in ``text``, in order."""
    places = _places()
    return [
        PlaceMatch(*_kind_and_name(found.key), places[found.key][1], found.start, found.end)
        for found in _gazetteer().find(text)
    ]


def _kind_and_name(key: str) -> tuple[str, str]:
    return _places()[key][0], key


def quarters() -> dict[str, str]:
    """Ortsteil → key of its Stadtbezirk, for all 46."""
    return {q: key for key, d in load("places")["districts"].items() for q in d["quarters"]}
