"""Six digits that were sent to somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.one_time_codes import find_one_time_code


@pytest.mark.parametrize(
    "text", ["483920", "483 920", "der Code ist 48 39 20", "Code: 483-920.", "it is 4 8 3 9 2 0"]
)
def test_six_digits(text: str) -> None:
    found = find_one_time_code(text)
    assert found is not None
    assert found.digits == "483920"


@pytest.mark.parametrize(
    "text",
    [
        *("12345", "1234567", "0203 283000", "483920 oder 483921", "a483920@example.org", ""),
        "Ich habe am 12. Dezember um 10 Uhr einen Termin, die Nummer 483920 weiß ich noch",
    ],
)
def test_other_numbers(text: str) -> None:
    assert find_one_time_code(text) is None


@given(st.text(alphabet=st.sampled_from("0123456789 -.abc@+"), max_size=40))
def test_a_code_has_six_digits_of_the_text(text: str) -> None:
    found = find_one_time_code(text)
    if found is not None:
        assert len(found.digits) == 6
        said = "".join(char for char in text[found.start : found.end] if char.isdigit())
        assert found.digits == said
