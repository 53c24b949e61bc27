"""What wishes are called."""

import pytest

from actions.titles import button, can_be_offered, title
from tests.nlu_data import agreed_intents

# Said in passing, or never offered as a choice.
NEVER_OFFERED = {
    *("greet", "goodbye", "thank", "affirm", "deny", "inform", "ask_bot", "ask_repeat"),
    *("ask_more", "skip", "ask_summary", "stop", "switch_language", "report_emergency"),
    "out_of_scope",
}


@pytest.mark.parametrize("intent", [agreed.intent for agreed in agreed_intents()])
def test_every_wish_has_a_name_in_both_languages(intent: str) -> None:
    assert can_be_offered(intent) is (intent not in NEVER_OFFERED)
    for language in ("de", "en"):
        assert title(intent, language)
        assert button(intent, language)


def test_a_wish_without_a_name_is_still_spoken_of() -> None:
    assert title("borrow_bicycle", "de") == "Ihr Anliegen"
    assert not can_be_offered("borrow_bicycle")
