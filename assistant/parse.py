"""Understanding in bulk: messages on stdin, one JSON a line on stdout."""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.loading import load

if TYPE_CHECKING:
    from rasa.core.agent import Agent

_LANGUAGE = "language"
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
    for line in sys.stdin:
        print(json.dumps(await parse(agent, line.rstrip("\n")), ensure_ascii=False), flush=True)


def main() -> None:
    """Until stdin ends."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model", type=Path)
    asyncio.run(_run(arguments.parse_args().model))


if __name__ == "__main__":
    main()
