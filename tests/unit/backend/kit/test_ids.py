import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.ids import ALPHABET, RandomIds, SeededIds, normalise_code


def test_no_letter_can_be_taken_for_another() -> None:
    assert not set("01OIUL") & set(ALPHABET)
    assert len(ALPHABET) == 30


@given(st.integers())
def test_every_code_survives_the_way_people_type_it(seed: int) -> None:
    code = SeededIds(seed).code()
    for typed in (code, code.lower(), code.replace("-", ""), f" {' '.join(code)} ", code + "."):
        assert normalise_code(typed) == code


@given(st.text())
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = normalise_code(text)
    assert code is None or normalise_code(code) == code


@pytest.mark.parametrize("typed", ["", "K7MP", "K7MP-3WQ0", "K7MP-3WQXX", "Straße 1", "\x00" * 8])
def test_what_cannot_be_a_code(typed: str) -> None:
    assert normalise_code(typed) is None


def test_wide_letters_are_accepted() -> None:
    assert normalise_code("Ｋ７ｍｐ－３ｗｑｘ") == "K7MP-3WQX"


def test_random_ids_differ() -> None:
    ids = RandomIds()
    assert len({ids.new() for _ in range(100)} | {ids.code() for _ in range(100)}) == 200
