"""Understanding in bulk: messages on stdin, one JSON a line on stdout."""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from assistant.loading import load

if TYPE_CHECKING:
    from rasa.core.agent import Agent

_LANGUAGE = "language"
# Less than the embeddings that are remembered.
_MOST_AHEAD = 256
_INTERNAL = {"start", "end", "extractor", "entity", "value"}


async def parse(agent: "Agent", text: str) -> dict[str, Any]:
    """What ``text`` means, as ``frontdoor parse`` prints it."""
    from rasa.core.channels.channel import UserMessage

    from assistant.turn import harmless
    from assistant.wishes import wishes

    read = harmless(text)

    known: dict[str, dict[str, Any]] = {}

    async def understand(clause: str) -> dict[str, Any]:
        if clause not in known:
            known[clause] = await agent.processor.parse_message(UserMessage(clause))
        return known[clause]

    parsed = await understand(read)
    entities = parsed["entities"]
    intent = parsed["intent"]
    several = [wish.intent for wish in await wishes(read, understand)]
    return {
        "text": text,
        "intent": intent["name"],
        "intents": several or [intent["name"]],
        "confidence": intent["confidence"],
        "language": next(e["value"] for e in entities if e["entity"] == _LANGUAGE),
        "entities": [_entity(e, read) for e in entities if e["entity"] != _LANGUAGE],
    }


def _entity(entity: dict[str, Any], text: str) -> dict[str, Any]:
    details = {key: value for key, value in entity.items() if key not in _INTERNAL}
    said = text[entity["start"] : entity["end"]]
    return {"entity": entity["entity"], "value": entity["value"], "text": said, **details}


async def _run(model: Path) -> None:
    agent = load(model)
    for text in _read_ahead(sys.stdin):
        print(json.dumps(await parse(agent, text), ensure_ascii=False), flush=True)


def _read_ahead(lines: Iterable[str]) -> Iterator[str]:
    """Each line as soon as it comes; another core embeds the next ones in the meantime."""
    from assistant.nlu.meaning import embed
    from assistant.turn import harmless

    waiting: Queue[str | None] = Queue(_MOST_AHEAD)

    def read() -> None:
        try:
            for line in lines:
                text = line.rstrip("\n")
                waiting.put(text)
                embed(harmless(text))
        finally:
            waiting.put(None)

    Thread(target=read, daemon=True).start()
    while (text := waiting.get()) is not None:
        yield text


def main() -> None:
    """Until stdin ends."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model", type=Path)
    asyncio.run(_run(arguments.parse_args().model))


if __name__ == "__main__":
    main()
