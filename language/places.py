"""Stadtbezirke, Ortsteile, landmarks and offices as citizens name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from language.gazetteer import Found, Gazetteer
from language.text import Word, words
from language.vocabulary import load

_MIDDLE = "Mitte"
_SIDES = ("Duisburg-Süd", "Duisburg-Mitte")


@dataclass(frozen=True)
class PlaceMatch:
    """A place named in a text.

    ``kind`` is "office" for an office named as such or by its street, else "district";
    ``name`` is the city's own spelling, an office's key; ``office`` the key of the office
    responsible there; ``landmark`` what was named, where it was no district.
    """

    kind: str
    name: str
    office: str
    start: int
    end: int
    landmark: str | None = None


@dataclass(frozen=True)
class _Place:
    kind: str
    name: str
    office: str
    landmark: str | None = None


@cache
def _districts() -> dict[str, str]:
    """Name of a Stadtbezirk, Ortsteil or group → key of its office."""
    vocabulary = load("places")
    found: dict[str, str] = {}
    for key, district in vocabulary["districts"].items():
        found[district["name"]] = key
        for name in (*district["name"].split("/"), *district["quarters"]):
            found.setdefault(name, key)
    return found | {n: k for n, k in vocabulary["groups"].items() if n not in found}


def _named() -> Iterator[tuple[_Place, list[str]]]:
    """Every place with the words for it."""
    vocabulary: dict[str, Any] = load("places")
    districts = _districts()
    codes: dict[str, list[str]] = {}
    for code, name in vocabulary["postcodes"].items():
        codes.setdefault(name, []).append(str(code))
    for name, office in districts.items():
        others = vocabulary["aliases"].get(name, [])
        yield _Place("district", name, office), [name, *others, *codes.get(name, [])]
    for landmark, entry in vocabulary["landmarks"].items():
        quarter = entry["quarter"]
        yield _Place("district", quarter, districts[quarter], landmark), entry["names"]
    for key, spellings in vocabulary["offices"].items():
        yield _Place("office", key, key), spellings


@cache
def _gazetteer() -> tuple[Gazetteer, dict[str, _Place]]:
    places = {}
    spellings = {}
    for place, said in _named():
        key = f"{place.kind}:{place.landmark or place.name}"
        places[key] = place
        spellings[key] = [*said, *(name[:-3] for name in said if name.endswith("traße"))]
    return Gazetteer(spellings, load("places")["ordinary"]), places


def find_places(text: str) -> list[PlaceMatch]:
    """All places of the city named in ``text``, in order."""
    tokens = words(text)
    gazetteer, places = _gazetteer()
    found = [
        PlaceMatch(place.kind, place.name, place.office, found.start, found.end, place.landmark)
        for found in gazetteer.find_in(tokens)
        if (place := places[found.key]).name != _MIDDLE or not _is_some_middle(tokens, found)
    ]
    return [place for place in found if not (_is_side(place) and _is_told_nearer(place, found))]


def _is_side(place: PlaceMatch) -> bool:
    return place.name in _SIDES


def _is_told_nearer(side: PlaceMatch, found: list[PlaceMatch]) -> bool:
    """Whether a part of it is named as well: "Ungelsheim im Süden"."""
    return any(place.office == side.office and not _is_side(place) for place in found)


def _is_some_middle(tokens: list[Word], found: Found) -> bool:
    """Whether "Mitte" is the middle of something: "Mitte des Monats"."""
    behind = [token.form for token in tokens if token.start >= found.end][:1]
    return bool(behind) and behind[0] in load("places")["no_middle"]


@cache
def place_words() -> frozenset[str]:
    """The folded words of all districts' names; they belong to no language."""
    return frozenset(word.form for name in _districts() for word in words(name))


def district_names() -> list[str]:
    """The names of all districts as written, the longest first."""
    return sorted(_districts(), key=len, reverse=True)


def office_of(name: str) -> str | None:
    """Key of the office responsible for a Stadtbezirk, an Ortsteil or a group name."""
    return _districts().get(name)


def quarters() -> dict[str, str]:
    """Ortsteil → key of its Stadtbezirk, for all 46."""
    return {q: key for key, d in load("places")["districts"].items() for q in d["quarters"]}
