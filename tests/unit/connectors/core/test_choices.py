"""Buttons on the way out and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.core.choices import opaque, pressed, read_choice
from connectors.core.turn import Button, Choice, Reply


def test_people_see_ids_that_say_nothing() -> None:
    reply = Reply(
        "Wo?", (Button("Süd", '/inform{"office": "sued"}'), Button("Nein", "/deny")), seq=7
    )
    shown = opaque(reply)
    assert [(b.title, b.payload) for b in shown.buttons] == [("Süd", "b.7.0"), ("Nein", "b.7.1")]
    assert (shown.text, shown.seq) == ("Wo?", 7)


@given(st.integers(1, 999_999_999), st.integers(0, 999))
def test_an_id_is_read_back(seq: int, place: int) -> None:
    assert pressed(f"b.{seq}.{place}") == (seq, place)


@pytest.mark.parametrize("text", [" b.7.0", "b.7.0\n"])
def test_white_space_around_an_id_is_no_matter(text: str) -> None:
    assert pressed(text) == (7, 0)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "7",
            "b.7",
            "b.7.",
            "b.-1.0",
            "b.7.0.0",
            "b.7.0 bitte",
            "B.7.0",
            "b.x.0",
            "b.0.0",
            "b.01.0",
        ),
        *("b.1234567890.0", "b.1.1234", "/inform", '/inform{"office": "sued"}'),
    ],
)
def test_other_text_is_no_button(text: str) -> None:
    assert pressed(text) is None


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    assert pressed(text) is None or text.strip().startswith("b.")


@pytest.mark.parametrize(
    ("payload", "choice"),
    [
        ("/affirm", Choice("affirm")),
        ('/inform{"people": 2}', Choice("inform", {"people": 2})),
        ('/inform{"office": "süd"}', Choice("inform", {"office": "süd"})),
        ("affirm", None),
        ("", None),
        ("/inform people", None),
    ],
)
def test_the_engines_notation_is_read(payload: str, choice: Choice | None) -> None:
    assert read_choice(payload) == choice
