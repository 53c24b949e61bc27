"""Several wishes in one message: which they are, and in which order they are dealt with."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from language.wishes import clauses, is_question, is_request, sentences

# How sure a clause must be of its wish: by itself, where it asks for something, where the
# message as a whole gives the same wish some share.
_SURE = 0.97
_SURE_OF_REQUEST = 0.6
_SURE_BESIDE_MESSAGE = 0.15
_SHARE = 0.03
# While an answer is awaited, a question beside it is told from the answer by its form.
_SURE_BESIDE_ANSWER = 0.3
# What a clause may mean although the message as a whole has no share of it.
_WITHOUT_SHARE = 0.01
_FEWEST_WORDS = 2
_FEWEST_OF_STORY = 3
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
# What tells something about another wish: "Den Code habe ich nicht mehr."
_BESIDE_WISH = frozenset({"no_code"})
# Told at length; their sentences are no wishes.
_STORIES = frozenset(
    {"submit_idea", "complain", "report_fault", "report_emergency", "request_human"}
)

# What is wished for about something that is there already: who tells of it before does not
# wish for another one ("Ich habe einen Termin am Montag. Kann ich den verschieben?").
_ABOUT_IT = {
    "book_appointment": {"check_appointment", "reschedule_appointment", "cancel_appointment"},
    "book_shore_power": {"change_shore_power", "cancel_shore_power", "ask_shore_power_usage"},
    "submit_idea": {"check_idea"},
    "apply_volunteering": {"check_volunteering"},
}

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

    ``understand`` parses a text as Rasa does. A clause is read beside the whole message: what is
    told on the way to a wish often sounds like another one. While an answer is ``awaited``, a
    clause that is nothing but values counts, too: "in Walsum, und was kostet das?"
    """
    parts = clauses(text)
    if len(parts) < 2:
        return []
    whole = await understand(text)
    if whole["intent"]["name"] in _STORIES:
        return []
    found: list[Wish] = []
    for start, end in parts:
        name, confidence = _meant(
            text[start:end], await understand(text[start:end]), whole, awaited
        )
        if name and not (found and found[-1].intent == name):
            found.append(Wish(name, confidence, start, end))
        elif found:
            found[-1] = replace(found[-1], end=end)
    found = _without_circumstances(text, found)
    return found if len({wish.intent for wish in found}) > 1 else []


def _without_circumstances(text: str, found: Sequence[Wish]) -> list[Wish]:
    """``found`` without what is only told on the way to a later wish: one about the same, or,
    in a story, any that is put as a request.
    """
    requests = {wish for wish in found if is_request(text[wish.start : wish.end])}
    if found and found[-1] in requests and sentences(text) >= _FEWEST_OF_STORY:
        return [wish for wish in found if wish in requests]
    return [
        wish
        for at, wish in enumerate(found)
        if wish in requests
        or not {later.intent for later in found[at + 1 :]}
        & {wish.intent, *_ABOUT_IT.get(wish.intent, ())}
    ]


def _meant(
    clause: str, parsed: dict[str, Any], whole: dict[str, Any], awaited: bool
) -> tuple[str | None, float]:
    """The wish of a clause and how sure it is; None when it has none of its own."""
    if any(entity["entity"] in _BESIDE_WISH for entity in parsed.get("entities", [])):
        return None, 0.0
    if awaited and parsed["intent"]["confidence"] == 1 and _is_answer(parsed):
        return _ANSWER, 1.0
    shares = {each["name"]: each["confidence"] for each in _ranking(whole)}
    likeliest = max(
        _ranking(parsed),
        key=lambda each: each["confidence"] * (_WITHOUT_SHARE + shares.get(each["name"], 0.0)),
    )
    name, confidence = likeliest["name"], float(likeliest["confidence"])
    if name in _NO_WISH or len(clause.split()) < _FEWEST_WORDS:
        return None, confidence
    beside_answer = awaited and is_question(clause) and confidence >= _SURE_BESIDE_ANSWER
    is_sure = (
        confidence >= _SURE
        or beside_answer
        or (is_request(clause) and confidence >= _SURE_OF_REQUEST)
        or (confidence >= _SURE_BESIDE_MESSAGE and shares.get(name, 0.0) >= _SHARE)
    )
    return (name if is_sure else None), confidence


def _ranking(parsed: dict[str, Any]) -> list[dict[str, Any]]:
    return parsed.get("intent_ranking") or [parsed["intent"]]


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
