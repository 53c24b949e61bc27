"""Conversation ids that nobody can guess or forge."""

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
