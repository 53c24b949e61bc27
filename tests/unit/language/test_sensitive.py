"""Account and card numbers are masked and never kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.sensitive import find_sensitive, mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("IBAN DE89 3704 0044 0532 0130 00, danke", "IBAN DE•• •••• 3000, danke"),
        ("DE89370400440532013001", "DE•• •••• 3001"),
        ("Karte 4111 1111 1111 1111 bitte", "Karte •••• 1111 bitte"),
        ("378282246310005", "•••• 0005"),
        ("0203 283000", "0203 283000"),
        ("K7MP-3WQX", "K7MP-3WQX"),
        ("am 2.12.2026 um 14:30", "am 2.12.2026 um 14:30"),
        ("", ""),
    ],
)
def test_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_said_digit_by_digit() -> None:
    said = "vier eins eins eins " + "eins " * 12
    (match,) = find_sensitive(said)
    assert (match.kind, match.masked) == ("card", "•••• 1111")


@given(st.text(max_size=120))
def test_what_is_masked_stays_so(text: str) -> None:
    assert mask(mask(text)) == mask(text)
