"""Long texts in several messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.telegram.splitting import caption, split, units


def test_a_short_text_stays_whole() -> None:
    assert split("Guten Tag!") == ["Guten Tag!"]


def test_nothing_to_say_is_no_message() -> None:
    assert split(" \n ") == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Erster Satz. Zweiter Satz. Dritter.", ["Erster Satz. Zweiter Satz.", "Dritter."]),
        ("Erste Zeile\nzweite Zeile\ndritte", ["Erste Zeile\nzweite Zeile", "dritte"]),
        ("Ein Absatz hier.\n\nDer nächste. Und", ["Ein Absatz hier.", "Der nächste. Und"]),
        ("eins zwei drei vier fünf sechs sieben", ["eins zwei drei vier fünf", "sechs sieben"]),
    ],
)
def test_split_where_a_reader_would(text: str, pieces: list[str]) -> None:
    assert split(text, 28) == pieces


@given(st.text(st.sampled_from("ab .!?\n😀ß"), max_size=400), st.integers(5, 60))
def test_nothing_is_lost_and_all_fit(text: str, longest: int) -> None:
    pieces = split(text, longest)
    assert all(0 < units(piece) <= longest for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_caption_is_shorter() -> None:
    assert len(caption("Ein Satz mit Inhalt. " * 200)) <= 1000
