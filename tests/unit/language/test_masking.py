"""Personal data out of a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.masking import is_name_alone, masked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Meine Mail ist anna.s@web.de, wo bleibt die Tonne?",
            "Meine Mail ist [email], wo bleibt die Tonne?",
        ),
        ("ruft mich unter 0203 123456 an", "ruft mich unter [phone] an"),
        ("Konto DE89 3704 0044 0532 0130 00 bitte", "Konto [account] bitte"),
        ("Mein Code ist K7MP-3WQX", "Mein Code ist [code]"),
        ("Frau Yılmaz hat nicht geöffnet", "[name] hat nicht geöffnet"),
        ("Ich heiße Anna Schmidt und suche Hilfe", "[name] und suche Hilfe"),
        ("In der Marienstraße 12 steht Sperrmüll", "In der [address] steht Sperrmüll"),
        ("Ausweis L01X00T47 verloren", "Ausweis [number] verloren"),
        ("Wie viele Bäume gibt es 2024?", "Wie viele Bäume gibt es 2024?"),
    ],
)
def test_what_stays(text: str, kept: str) -> None:
    assert masked(text) == kept


def test_a_name_alone() -> None:
    assert is_name_alone("Mehmet Yıldız")
    assert not is_name_alone("Wo ist das Amt?")


def test_what_is_said_piece_by_piece_is_masked_too() -> None:
    said = "null eins sieben eins zwo drei vier fünf oder anna punkt kaya ät web punkt de"
    assert masked(said) == "[phone] oder [email]"
    assert masked("tango eight kilo whiskey four hotel romeo mike") == "[code]"


@given(st.text(max_size=80))
def test_any_text_is_masked(text: str) -> None:
    masked(text)
    is_name_alone(text)


@given(st.emails())
def test_no_address_stays(address: str) -> None:
    local = address.rpartition("@")[0]
    if local.replace(".", "").isalnum():
        assert address not in masked(f"schreibt an {address} bitte")
