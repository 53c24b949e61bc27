"""Sentence embeddings that put German and English of one meaning side by side."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.e5 import Vector, embed, embed_in_processes
from assistant.nlu.language import LANGUAGE
from language.services import plain_name

_LONGEST_READ = 400

logger = logging.getLogger(__name__)


def _plain(message: Message) -> str:
    """The text with slang and typos for services spelled out, which the model does not know:
    it takes "Perso" for a person. English needs none of this."""
    text: str = message.get(TEXT) or ""
    if message.get(LANGUAGE) != "de":
        return text
    for entity in reversed(message.get(ENTITIES, [])):
        if entity["entity"] == "service" and entity["start"] < entity["end"]:
            text = text[: entity["start"]] + plain_name(entity["value"]) + text[entity["end"] :]
    return text


def _shortened(text: str) -> str:
    """The model's cost grows with the text; of a long one its beginning and its end are
    read, where wishes stand.
    """
    if len(text) <= _LONGEST_READ:
        return text
    return f"{text[: _LONGEST_READ // 2]} … {text[-_LONGEST_READ // 2 :]}"


def embed_message(message: Message) -> Vector:
    """The meaning of ``message``, whose language and entities are known."""
    return embed(_shortened(_plain(message)))


def embed_all(messages: Sequence[Message]) -> Vector:
    """One row a message, many at once, with progress.

    Rows are kept in the file that FRONTDOOR_EMBEDDINGS names, so that training again after a
    change embeds only what is new.
    """
    texts = [_shortened(_plain(message)) for message in messages]
    file = os.environ.get("FRONTDOOR_EMBEDDINGS")
    known = _kept(Path(file)) if file else {}
    new = sorted({text for text in texts if text not in known})
    logger.info("Embedding %d examples …", len(new))
    for batch, vectors in embed_in_processes(new):
        known.update(zip(batch, vectors, strict=True))
        logger.info("Embedded %d of %d", len(known), len(set(texts)))
    rows = np.vstack([known[text] for text in texts])
    if file and new:
        _keep(Path(file), texts, rows)
    return rows


def _kept(file: Path) -> dict[str, Vector]:
    if not file.exists():
        return {}
    with np.load(file) as kept:
        return dict(zip(kept["texts"].tolist(), kept["rows"], strict=True))


def _keep(file: Path, texts: Sequence[str], rows: Vector) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new.npz")
    np.savez(beside, texts=np.array(texts), rows=rows)
    beside.replace(file)
