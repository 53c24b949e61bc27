"""What browsers send, read strictly."""

from typing import Any

import pytest

from connectors.core.incoming import BadMessage
from connectors.core.tokens import Tokens
from connectors.core.turn import Choice
from connectors.website.parse import (
    BadRequest,
    UnknownConversation,
    Visitor,
    language_of,
    language_to_answer_in,
    read_conversation,
    read_language_turn,
    read_turn,
)

TOKENS = Tokens("secret")
VISITOR = Visitor("c-1", "en")


def test_a_message_as_a_turn() -> None:
    turn = read_turn({"text": " Hallo ", "id": "m-1", "payload": "b.1.0"}, VISITOR)
    assert (turn.conversation_id, turn.message_id, turn.channel) == ("c-1", "m-1", "website")
    assert (turn.text, turn.language, turn.payload) == ("Hallo", "en", "b.1.0")


def test_a_message_without_id_gets_one() -> None:
    first, second = (read_turn({"text": "Hallo"}, VISITOR) for _ in range(2))
    assert first.message_id != second.message_id


@pytest.mark.parametrize(
    "fields",
    [None, [], "Hallo", 7, {}, {"text": None}, {"text": 7}, {"text": ["Hallo"]}]
    + [{"text": "Hallo", "id": bad} for bad in (7, ["a"], "a b", "ä", "x" * 65, "../a", "a\n")],
)
def test_what_the_protocol_does_not_know_is_refused(fields: Any) -> None:
    with pytest.raises(BadRequest):
        read_turn(fields, VISITOR)


def test_an_empty_message_is_told_as_such() -> None:
    with pytest.raises(BadMessage) as bad:
        read_turn({"text": "  "}, VISITOR)
    assert bad.value.key == "message_empty"


@pytest.mark.parametrize(
    "payload", [None, 7, ["b.1.0"], {"a": 1}, "", "/affirm", "b.0.0", "b.1.0 ja", "\ud800"]
)
def test_a_payload_that_is_no_button_is_left_out(payload: Any) -> None:
    assert read_turn({"text": "Hallo", "payload": payload}, VISITOR).payload is None


@pytest.mark.parametrize("token", [None, ""])
def test_without_a_token_a_new_conversation_begins(token: Any) -> None:
    first, second = (read_conversation({"conversation_id": token}, TOKENS) for _ in range(2))
    assert first != second
    assert len(first) == 32


def test_a_token_names_its_conversation() -> None:
    assert read_conversation({"conversation_id": TOKENS.sign("c-1")}, TOKENS) == "c-1"


@pytest.mark.parametrize(
    "token", ["c-1", Tokens("other").sign("c-1"), TOKENS.sign("c-1")[:-1], 7, ["a"], {"a": 1}, True]
)
def test_a_token_not_signed_here_is_refused(token: Any) -> None:
    with pytest.raises(UnknownConversation):
        read_conversation({"conversation_id": token}, TOKENS)


@pytest.mark.parametrize(
    ("fields", "header", "language"),
    [
        ({"language": "en"}, "de", "en"),
        ({"language": "fr"}, "de-DE,de;q=0.9", "de"),
        ({"language": ["en"]}, None, None),
        ({}, "fr-FR,en-GB;q=0.8,de;q=0.5", "en"),
        ({}, "fr", None),
        ({}, ",;,", None),
        ({}, None, None),
        (None, "en", "en"),
    ],
)
def test_the_language_asked_for(fields: Any, header: str | None, language: str | None) -> None:
    assert language_of(fields, header) == language


@pytest.mark.parametrize(
    ("fields", "hint", "language"),
    [
        ({"text": "I would like to book an appointment"}, "de", "en"),
        ({"text": "Ich möchte einen Termin buchen"}, "en", "de"),
        ({"text": ""}, "en", "en"),
        ({"text": 7}, "en", "en"),
        (None, None, "de"),
    ],
)
def test_the_language_of_an_answer_without_engine(
    fields: Any, hint: str | None, language: str
) -> None:
    assert language_to_answer_in(fields, hint) == language


def test_the_language_toggle_as_a_turn() -> None:
    turn = read_language_turn({"language": "en", "id": "m-2"}, Visitor("c-1", "de"))
    assert (turn.text, turn.language, turn.message_id) == ("English", "en", "m-2")
    assert turn.choice == Choice("switch_language", {"language": "en"})


@pytest.mark.parametrize("language", [None, "fr", 7, ["de"]])
def test_another_language_is_refused(language: Any) -> None:
    with pytest.raises(BadRequest):
        read_language_turn({"language": language}, VISITOR)
