"""A name put right after it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.name_corrections import corrected_name


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("nee doch lieber Meyer mit y", "Hans Meyer"),
        ("nein, Hans Peter Meier", "Hans Peter Meier"),
        ("Hans Mayer", "Hans Mayer"),
        ("Das ist falsch, ich bin Hanna Meier", "Hanna Meier"),
        ("Ja, buchen", None),
        ("Hans Meier", None),
        ("Was kostet ein Reisepass?", None),
        ("doch lieber in Walsum am Mittwoch", None),
        ("petra@example.org", None),
    ],
)
def test_a_name_put_right(text: str, corrected: str | None) -> None:
    assert corrected_name(text, "Hans Meier") == corrected


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    corrected_name(text, "Hans Meier")
