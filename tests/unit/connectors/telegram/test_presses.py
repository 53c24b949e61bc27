"""When a button's time is over."""

from typing import Any

import pytest

from connectors.telegram.presses import is_over

REPLY = {"role": "bot", "in_reply_to": 1, "buttons": [{"title": "Ja"}], "text": "Buchen?"}
NOTICE = REPLY | {"in_reply_to": None}


def person(text: str, name: str = "tg.9") -> dict[str, Any]:
    return {"role": "person", "text": text, "id": name, "in_reply_to": None}


@pytest.mark.parametrize(
    ("said", "over"),
    [
        ([REPLY], False),
        ([REPLY, NOTICE], False),
        ([REPLY, person("Was kostet das?")], True),
        ([REPLY, person("Ja", "tg.c.1")], False),
        ([REPLY, person("Ja", "tg.c.2")], True),
        ([NOTICE, person("Was kostet das?")], False),
        ([NOTICE, person("Ja", "tg.c.2")], True),
        ([NOTICE, person("Ja", "tg.9")], False),
        ([], False),
    ],
)
def test_is_over(said: list[dict[str, Any]], over: bool) -> None:
    """This press is "tg.c.1"."""
    assert is_over(said, "tg.c.1") is over
