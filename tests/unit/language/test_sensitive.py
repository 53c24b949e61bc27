"""Account and card numbers are masked and never kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.sensitive import Refused, find_sensitive, mask, refused


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


@pytest.mark.parametrize(
    ("text", "kept", "alone"),
    [
        ("meine IBAN ist de 89 3704 0044 0532 0130 00", "meine IBAN ist ••••", True),
        ("four " + "one " * 15 + "is my card", "•••• is my card", True),
        ("Karte 4111 1111 1111 1111, 12/27, CVC 123", "Karte •••• ••••,  ••••", True),
        ("Pass, IBAN DE89370400440532013000 BIC COBADEFF", "Pass, IBAN •••• COBADEFF", False),
        ("４１１１ １１１１ １１１１ １１１１ und morgen um 10", "•••• und morgen um 10", False),
        (
            "0171 2345678, DE89 3704 0044 0532 0130 00, DE75 5121 0800 1245 1261 99",
            "0171 2345678, ••••, ••••",
            False,
        ),
    ],
)
def test_refused(text: str, kept: str, alone: bool) -> None:
    assert refused(text) == Refused(kept, alone)


@pytest.mark.parametrize(
    "text",
    [
        "plus vier neun eins fünf eins eins zwo drei vier fünf sechs sieben acht",
        "+49 1511 2345678 oder 0203 283000",
        "K7MP-3WQX am 12.03.2026 von 14:30 bis 15:30 Uhr",
        "Perso 46 Euro, 47051 Duisburg",
    ],
)
def test_nothing_to_refuse(text: str) -> None:
    assert refused(text) is None


@given(st.text(max_size=200))
def test_refusing_never_raises_and_is_done_once(text: str) -> None:
    found = refused(text)
    assert found is None or refused(found.text) is None
