"""Messages that were not understood (JSON lines on stdin) → labelling suggestions on stdout."""

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from assistant.clusters import Cluster, clusters
from assistant.loading import load
from assistant.parse import parse

_MOST_EXAMPLES = 12


def suggestions(
    messages: Sequence[dict[str, Any]], groups: Sequence[Cluster]
) -> Iterator[dict[str, Any]]:
    """A suggestion for each group: the likeliest intent now, how often, and the messages, as
    ``data/nlu`` has them, so that a person only has to agree or to put the intent right.
    """
    for group in groups:
        members = [messages[at] for at in group.members]
        intents = Counter(str(message["intent"]) for message in members)
        texts = dict.fromkeys(str(message["text"]) for message in members)
        yield {
            "intent": intents.most_common(1)[0][0],
            "messages": len(members),
            "languages": sorted({str(message["language"]) for message in members}),
            "examples": list(texts)[:_MOST_EXAMPLES],
        }


async def _run(model: Path) -> None:
    from assistant.nlu.meaning import embed_all

    gaps = [json.loads(line) for line in sys.stdin]
    if not gaps:
        return
    agent = load(model)
    understood = [await parse(agent, gap["text"]) for gap in gaps]
    messages = [gap | {"intent": now["intent"]} for gap, now in zip(gaps, understood, strict=True)]
    groups = clusters(embed_all([gap["text"] for gap in gaps]))
    print(yaml.safe_dump(list(suggestions(messages, groups)), allow_unicode=True, sort_keys=False))


def main() -> None:
    """``python -m assistant.gaps MODEL``."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model", type=Path)
    asyncio.run(_run(arguments.parse_args().model))


if __name__ == "__main__":
    main()
