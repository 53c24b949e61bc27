"""What the same message puts right."""

from datetime import datetime

import pytest

from language.entities import find_entities

NOW = datetime(2026, 12, 1, 9, 0)


def counting(text: str) -> list[object]:
    found = find_entities(text, "de", NOW)
    return [entity.value for entity in found if not entity.details.get("negated")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Reisepass. Nein warte, Personalausweis", ["identity_card"]),
        ("in Walsum, nee, in Hamborn", ["Hamborn"]),
        ("passport, sorry, I mean identity card", ["identity_card"]),
        ("anna@a.de, nein anna@b.de", ["anna@b.de"]),
        ("Reisepass und Personalausweis", ["passport", "identity_card"]),
        ("Reisepass, sorry, auch noch Personalausweis", ["passport", "identity_card"]),
        ("nein, Walsum", ["Walsum"]),
    ],
)
def test_a_value_that_is_put_right_does_not_count(text: str, values: list[object]) -> None:
    assert counting(text) == values
