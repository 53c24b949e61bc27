"""Bounds that hold before anything is stored or understood."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.core.incoming import LONGEST_TEXT, BadMessage, readable


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("  Hallo\n\tDuisburg ", "Hallo Duisburg"),
        ("Gr\u00fc\u00dfe 🙂", "Grüße 🙂"),
        ("\u202eabc\u202c", "abc"),
        ("שלום", "שלום"),
        ("a\u0000b", "ab"),
        ("<b>'; DROP TABLE x; --", "<b>'; DROP TABLE x; --"),
        ('/inform{"a": 1}', '/inform{"a": 1}'),
        pytest.param("x" * LONGEST_TEXT, "x" * LONGEST_TEXT, id="longest"),
    ],
)
def test_text_people_can_read_stays(text: str, read: str) -> None:
    assert readable(text) == read


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "message_empty"),
        (" \n\t\u00a0", "message_empty"),
        pytest.param("x" * (LONGEST_TEXT + 1), "message_too_long", id="longer"),
        pytest.param("x" * 100_000, "message_too_long", id="much longer"),
        ("\u200b\u200b\u200b", "message_unreadable"),
        ("\u0001\u0002\u0003a", "message_unreadable"),
        ("\ufffd\ufffdPNG\ufffd\ufffd", "message_unreadable"),
        ("\ud800\udfff", "message_unreadable"),
    ],
)
def test_what_nobody_can_read_is_told(text: str, key: str) -> None:
    with pytest.raises(BadMessage) as bad:
        readable(text)
    assert bad.value.key == key


@given(st.text(max_size=300))
def test_what_is_let_in_is_one_clean_line(text: str) -> None:
    try:
        read = readable(text)
    except BadMessage:
        return
    assert read
    assert read == " ".join(read.split())
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in read)
    read.encode()
