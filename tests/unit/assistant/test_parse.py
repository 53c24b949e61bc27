"""Understanding in bulk, as ``frontdoor parse`` prints it."""

from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from assistant import parse as parsing
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


def test_lines_are_worked_on_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who types one line and waits gets its answer before the next is typed."""
    embedded: list[str] = []
    monkeypatch.setattr("assistant.nlu.meaning.embed", embedded.append)
    typed: Queue[str | None] = Queue()
    lines = parsing._read_ahead(iter(typed.get, None))
    for text in ("eins", "zwei", "drei"):
        typed.put(f"{text}\n")
        assert next(lines) == text
    typed.put(None)
    assert list(lines) == []
    assert embedded == ["eins", "zwei", "drei"]


def test_what_cannot_be_embedded_ends_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise ValueError

    monkeypatch.setattr("assistant.nlu.meaning.embed", fail)
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    assert list(parsing._read_ahead(["eins\n", "zwei\n"])) == ["eins"]
