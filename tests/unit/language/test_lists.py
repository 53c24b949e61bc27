"""The lists of what people say (data/*.tsv, tests/nlu/entities*.tsv) are read as they mean it.

Of what is left wrong the reasons stand beside the goals in docs/decisions/0010-values.md.
"""

from pathlib import Path

import pytest

from language.text import words
from tests.unit.language.lists import DATA, LISTS, MESSAGES, Reading, f1, messages, score

GOALS = {"values": 0.98, "places": 0.97, "services": 0.97, "names": 0.97, "people": 0.97}
FEWEST = {
    "values": 400,
    "places": 400,
    "services": 400,
    "names": 350,
    "people": 100,
    "languages": 600,
}
_ALL = [(kind, path) for kind in LISTS for path in sorted(DATA.glob(f"{kind}*.tsv"))]


def wrong(readings: list[Reading]) -> str:
    return "\n".join(
        f"{r.place} {r.said!r}: {r.read}, not {r.expected}" for r in readings if not r.is_right
    )


@pytest.mark.parametrize(
    ("kind", "path"),
    [each for each in _ALL if each[0] in GOALS],
    ids=lambda each: getattr(each, "name", each),
)
def test_values_are_read(kind: str, path: Path) -> None:
    readings = list(LISTS[kind](path))
    assert score(readings) >= GOALS[kind], wrong(readings)


@pytest.mark.parametrize("path", sorted(DATA.glob("languages*.tsv")), ids=lambda path: path.name)
def test_languages_are_told(path: Path) -> None:
    """At three words or more, names and codes and wishes at any length."""
    readings = [
        reading
        for reading in LISTS["languages"](path)
        if len(words(reading.said)) >= 3 or reading.expected not in (["de"] * 2, ["en"] * 2)
    ]
    assert score(readings) >= 0.99, wrong(readings)


@pytest.mark.parametrize("path", sorted(MESSAGES.glob("entities*.tsv")), ids=lambda path: path.name)
def test_whole_messages(path: Path) -> None:
    readings = list(messages(path))
    assert f1(readings) >= 0.95, wrong(readings)


@pytest.mark.parametrize("kind", FEWEST)
def test_the_lists_are_long(kind: str) -> None:
    lines = sum(1 for path in DATA.glob(f"{kind}*.tsv") for _ in LISTS[kind](path))
    assert lines >= FEWEST[kind]
