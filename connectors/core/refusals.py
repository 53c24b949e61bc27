"""Account and card numbers: refused before anything is stored or understood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from connectors.core.texts import text
from connectors.core.turn import Answer, Reply, Turn
from language.detection import detect
from language.sensitive import Refused, refused
from language.urgent import is_emergency

_LANGUAGES = ("de", "en")


def refuse(turn: Turn) -> tuple[Turn, Refused | None]:
    """``turn`` without account and card numbers, and what was left of it if it held any."""
    found = refused(turn.text)
    return (turn, None) if found is None else (replace(turn, text=found.text), found)


def with_refusal(answer: Answer, said: str = "") -> Answer:
    """``answer`` with the refusal before it, in its language; after it where ``said`` tells of
    danger, because then nothing may stand before what to do.
    """
    refusal = Reply(text("number_refused", answer.language))
    if is_emergency(said):
        return replace(answer, replies=(*answer.replies, refusal))
    return replace(answer, replies=(refusal, *answer.replies))


def refusal_alone(turn: Turn, said: Sequence[Mapping[str, Any]]) -> Answer:
    """The answer to a number and nothing else: the refusal, and the open question again.

    ``said`` are the latest messages of the conversation before this turn, in order.
    """
    spoken = next((m["language"] for m in reversed(said) if m["role"] == "bot"), None)
    current = spoken if spoken in _LANGUAGES else None
    answer = Answer(detect(turn.text, current, turn.language))
    last = said[-1] if said and answer.language == spoken else None
    is_question = last is not None and last["role"] == "bot" and _asks(last)
    return with_refusal(replace(answer, replies=(_again(last),) if last and is_question else ()))


def _asks(message: Mapping[str, Any]) -> bool:
    return bool(message.get("buttons")) or "?" in message["text"]


def _again(message: Mapping[str, Any]) -> Reply:
    return replace(Reply.from_json(message), seq=None)
