"""One message for every intent is answered by that intent's response, in its language."""

from collections.abc import Iterator

import pytest

from tests.conversations.responses import is_response, key_of
from tests.nlu_data import Agreed, agreed_intents
from tests.servers.frontdoor import FrontDoor

MISUNDERSTOOD: dict[tuple[str, str], str] = {}


def cases() -> Iterator[object]:
    for agreed in agreed_intents():
        for language in agreed.messages:
            bug = MISUNDERSTOOD.get((agreed.intent, language))
            marks = [pytest.mark.xfail(strict=True, reason=bug)] if bug else []
            yield pytest.param(agreed, language, marks=marks, id=f"{agreed.intent}-{language}")


@pytest.mark.parametrize(("agreed", "language"), cases())
def test_intent_is_answered(agreed: Agreed, language: str, front_door: FrontDoor) -> None:
    answer = front_door.conversation(language).say(agreed.messages[language])
    # A wish for the other language is answered in that one.
    other = {"de": "en", "en": "de"}[language]
    expected = other if agreed.intent == "switch_language" else language
    assert answer.language == expected
    assert any(is_response(key, expected, answer.texts[0]) for key in agreed.answers), (
        f"answered by {key_of(expected, answer.texts[0])}: {answer.text!r}"
    )
