"""Conversation ids that nobody can guess or forge, and that end by themselves."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from connectors.core.tokens import Tokens

TOKENS = Tokens("secret")
TOKEN = TOKENS.sign("c-1")


def test_a_token_is_read_back() -> None:
    assert TOKENS.verify(TOKEN) == "c-1"
    assert Tokens("secret").verify(TOKEN) == "c-1"


def test_another_secret_knows_nothing_of_it() -> None:
    assert Tokens("other").verify(TOKEN) is None


@given(st.integers(0, len(TOKEN) - 1))
def test_a_truncated_token_is_refused(length: int) -> None:
    assert TOKENS.verify(TOKEN[:length]) is None


@given(st.integers(0, len(TOKEN) - 2), st.characters(exclude_categories=["Cs"]))
def test_a_changed_token_is_refused(at: int, char: str) -> None:
    forged = TOKEN[:at] + char + TOKEN[at + 1 :]
    assert TOKENS.verify(forged) == ("c-1" if forged == TOKEN else None)


@given(st.text() | st.text(st.characters(categories=["Cs"])))
def test_any_text_is_refused_quietly(text: str) -> None:
    assert TOKENS.verify(text) is None


def test_a_signature_moved_to_another_conversation_is_refused() -> None:
    assert TOKENS.verify(TOKEN.replace("c-1", "c-2")) is None


DAY = date(2026, 12, 1)


def on(day: date, life_days: int = 30) -> Tokens:
    return Tokens("secret", lambda: day, life_days)


@given(st.integers(0, 60), st.integers(1, 60))
def test_a_token_holds_for_its_days(age: int, life_days: int) -> None:
    token = on(DAY).sign("c-1")
    later = on(DAY + timedelta(days=age), life_days)
    assert later.verify(token) == ("c-1" if age <= life_days else None)


def test_a_token_changes_from_day_to_day_only() -> None:
    token = on(DAY).sign("c-1")
    assert on(DAY).sign("c-1") == token
    renewed = on(DAY + timedelta(days=20)).sign("c-1")
    assert renewed != token
    assert on(DAY + timedelta(days=40)).verify(renewed) == "c-1"
    assert renewed.partition(".")[0] == token.partition(".")[0]


def test_the_day_cannot_be_put_off() -> None:
    inside, day, signature = on(DAY).sign("c-1").rsplit(".", 2)
    assert on(DAY).verify(f"{inside}.{int(day) + 300}.{signature}") is None
