"""Asks a trained model, in the engine's environment: ``worker.py MODELS ASKED SAID``."""

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

_WARM_UP = 20


async def ask(agent: Any, texts: list[str]) -> dict[str, list[Any]]:
    """The intent of each text and the milliseconds it took."""
    for text in texts[:_WARM_UP]:
        await agent.parse_message(f"{text} ")
    intents, milliseconds = [], []
    for text in texts:
        began = time.perf_counter()
        parsed = await agent.parse_message(text)
        milliseconds.append(1000 * (time.perf_counter() - began))
        ranking = [each["name"] for each in parsed.get("intent_ranking", [])]
        name = parsed["intent"]["name"]
        # The fallback of the stock pipeline hides its best guess; accuracy is of the guess.
        intents.append(next((n for n in [name, *ranking] if n != "nlu_fallback"), name))
    return {"intents": intents, "milliseconds": milliseconds}


def main() -> None:
    """Load, ask, write."""
    from assistant import absent

    # As the front door itself runs; the stock pipeline gets the library it needs.
    absent.install(Path("config.yml"))
    from rasa.core.agent import Agent  # type: ignore[import-not-found,unused-ignore]

    models, asked, said = map(Path, sys.argv[1:4])
    model = max(models.glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    found = asyncio.run(ask(Agent.load(str(model)), json.loads(asked.read_text())))
    said.write_text(json.dumps(found))


if __name__ == "__main__":
    main()
