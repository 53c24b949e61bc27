"""Folding to one comparable form."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.text import clean, fold, fold_in_place, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bürger", "buerger"),
        ("Buerger", "buerger"),
        ("Burger", "burger"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Bu\u0308rger", "buerger"),
        ("Café", "cafe"),
        ("O’Neill", "o'neill"),
        ("Łukasz", "łukasz"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fancy_letters_fold_to_small_ones() -> None:
    assert fold("𝕬ℝ") == "ar"


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_folding_in_place_is_folding(text: str) -> None:
    folded = fold_in_place(text)
    assert folded.text == fold(text)
    assert len(folded.places) == len(folded.text)


def test_folded_text_knows_where_it_came_from() -> None:
    text = "Gu\u0308te, Maß"
    folded = fold_in_place(text)
    assert folded.text == "guete, mass"
    assert [text[slice(*folded.place(at, at + 1))] for at in (1, 2, 3, 9, 10)] == [
        *("u\u0308", "u\u0308", "t", "ß", "ß")
    ]


def test_words_know_their_places() -> None:
    text = "Für Jürgens Söhne, bitte: O'Neill!"
    assert [(w.form, text[w.start : w.end]) for w in words(text)] == [
        ("fuer", "Für"),
        ("juergens", "Jürgens"),
        ("soehne", "Söhne"),
        ("bitte", "bitte"),
        ("o'neill", "O'Neill"),
    ]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a \n\t b ", "a b"),
        ("a\u200bb\u202e", "ab"),
        ("a\u00a0b", "a b"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_words_lie_in_the_text_in_order(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
