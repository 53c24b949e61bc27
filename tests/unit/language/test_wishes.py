"""The clauses of a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.wishes import MOST_CLAUSES, clauses, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ich brauche einen Termin", ["Ich brauche einen Termin"]),
        (
            "Was kostet ein Pass und wann hat Walsum auf?",
            ["Was kostet ein Pass", "wann hat Walsum auf?"],
        ),
        ("Guten Tag. Ich will absagen!", ["Guten Tag.", "Ich will absagen!"]),
        ("Walsum, und außerdem noch: was kostet das", ["Walsum", "noch: was kostet das"]),
        ("book a slot and also cancel my old one", ["book a slot", "cancel my old one"]),
        ("Walsum, was kostet das?", ["Walsum", "was kostet das?"]),
        (
            "Ein Pass. Nein, ein Ausweis. Was kostet er?",
            ["Ein Pass. Nein, ein Ausweis.", "Was kostet er?"],
        ),
        ("", []),
        (" . ", ["."]),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert [text[start:end].strip() for start, end in clauses(text)] == parts


@given(st.text(alphabet="ab .,!? und"))
def test_clauses_lie_in_order_and_are_few(text: str) -> None:
    found = clauses(text)
    assert len(found) <= MOST_CLAUSES
    assert all(text[start:end].strip() for start, end in found)
    assert [place for span in found for place in span] == sorted(p for span in found for p in span)


@pytest.mark.parametrize(
    ("text", "count"),
    [("Hallo", 1), ("Hallo.", 1), ("Ich bin da. Und jetzt?", 2), ("", 1)],
)
def test_sentences_by_their_marks(text: str, count: int) -> None:
    assert sentences(text) == count
