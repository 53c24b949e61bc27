"""Understanding in bulk, as ``frontdoor parse`` prints it."""

from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from assistant.parse import parse
from language.entities import find_entities
from tests.unit.assistant.support import MONDAY


class Agent:
    """Understands everything as a piece of information, in German."""

    def __init__(self) -> None:
        self.processor = SimpleNamespace(parse_message=self._parse)

    async def _parse(self, message: UserMessage) -> dict[str, Any]:
        found = [
            {"entity": e.kind, "value": e.value, "start": e.start, "end": e.end, **e.details}
            for e in find_entities(message.text, "de", MONDAY)
        ]
        language = {"entity": "language", "value": "de", "start": 0, "end": 0}
        understood = {"name": "inform", "confidence": 0.9}
        return {"intent": understood, "entities": [language, *found]}


async def test_a_message_as_one_object() -> None:
    assert await parse(Agent(), "zwei Reisepässe in Marxloh") == {  # type: ignore[arg-type]
        "text": "zwei Reisepässe in Marxloh",
        "intent": "inform",
        "intents": ["inform"],
        "confidence": 0.9,
        "language": "de",
        "entities": [
            {"entity": "service", "value": "passport", "text": "Reisepässe", "count": 2},
            {"entity": "district", "value": "Marxloh", "text": "Marxloh", "office": "hamborn"},
        ],
    }


@pytest.mark.parametrize("text", ["  in Walsum", "/in Walsum"])
async def test_entities_are_quoted_from_the_text_given(text: str) -> None:
    parsed = await parse(Agent(), text)  # type: ignore[arg-type]
    assert parsed["entities"][0]["text"] == "Walsum"
