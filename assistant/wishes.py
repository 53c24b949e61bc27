"""Several wishes in one message: which they are, and in which order they are dealt with."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from language.wishes import clauses, is_question

SURE = 0.6
# While an answer is awaited, a question beside it is told from the answer by its form.
_SURE_OF_QUESTION = 0.3
_FEWEST_WORDS = 2
_ANSWER = "inform"
# What is no wish of its own beside another one.
_NO_WISH = frozenset(
    {
        *("greet", "goodbye", "thank", "affirm", "deny", "inform", "ask_bot", "ask_more", "skip"),
        # A clause alone may sound like an emergency; a real one is heard in the whole message.
        *("ask_help", "report_emergency"),
        *("ask_repeat", "ask_summary", "stop", "switch_language", "out_of_scope", "complain"),
    }
)
# Told at length; their sentences are no wishes.
_STORIES = frozenset(
    {"submit_idea", "complain", "report_fault", "report_emergency", "request_human"}
)

Understand = Callable[[str], Awaitable[dict[str, Any]]]


@dataclass(frozen=True)
class Wish:
    """One thing a message asks for: ``start`` and ``end`` are its clause's offsets.

    ``more`` says that another part of the message follows, ``queued`` that the wish has to
    wait until the task begun last by the same message is done.
    """

    intent: str
    confidence: float
    start: int
    end: int
    more: bool = False
    queued: bool = False


async def wishes(text: str, understand: Understand, awaited: bool = False) -> list[Wish]:
    """The wishes of ``text`` in order, empty when there is at most one.

    ``understand`` parses a text as Rasa does. While an answer is ``awaited``, a clause that
    is nothing but values counts, too: "in Walsum, und was kostet das?"
    """
    parts = clauses(text)
    if len(parts) < 2 or (await understand(text))["intent"]["name"] in _STORIES:
        return []
    found: list[Wish] = []
    for start, end in parts:
        clause = text[start:end]
        parsed = await understand(clause)
        name, confidence = parsed["intent"]["name"], float(parsed["intent"]["confidence"])
        is_wish = name not in _NO_WISH and len(clause.split()) >= _FEWEST_WORDS
        is_wish |= awaited and confidence == 1 and _is_answer(parsed)
        sure = _SURE_OF_QUESTION if awaited and is_question(clause) else SURE
        if is_wish and confidence >= sure and not (found and found[-1].intent == name):
            found.append(Wish(name, confidence, start, end))
        elif found:
            found[-1] = replace(found[-1], end=end)
    return found if len({wish.intent for wish in found}) > 1 else []


def _is_answer(parsed: dict[str, Any]) -> bool:
    """Whether a clause gives values; "wait" and "next" lead to another, but are none."""
    kinds = {entity["entity"] for entity in parsed.get("entities", [])}
    return parsed["intent"]["name"] == _ANSWER and "command" not in kinds


def in_turn(found: Sequence[Wish], starts: Collection[str]) -> list[Wish]:
    """``found`` as they are dealt with: questions first, each in its order; then the
    tasks, of which the first is begun last, so that the message ends in its question.
    """
    tasks = [wish for wish in found if wish.intent in {*starts, _ANSWER}]
    questions = [wish for wish in found if wish not in tasks]
    later = [replace(wish, queued=True) for wish in reversed(tasks[1:])]
    ordered = [*questions, *later, *tasks[:1]]
    return [replace(wish, more=True) for wish in ordered[:-1]] + ordered[-1:]
