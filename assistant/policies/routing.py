"""Who takes the turn: the open task, a new one, or the rules? Pure decisions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ABOVE_TASKS = frozenset({"report_emergency", "request_human"})
ABOUT_TASK = frozenset(
    {"affirm", "deny", "inform", "skip", "stop", "ask_summary", "ask_more", "out_of_scope"}
)
_SURE = 0.45
_SURE_BESIDE_FREE_TEXT = 0.7
_SURE_OF_QUESTION = 0.3
# A time in a question proposes one ("Is Friday possible?"), a place in it is as often what is
# asked about ("Where is the office for Neumühl?").
_SURE_OF_QUESTION_WITH_VALUE = 0.85
_SURE_OF_QUESTION_WITH_PLACE = 0.65
# Kinds of values that speak of the task at hand whatever the intent seems to be.
_OWN_KINDS = frozenset({"command", "field", "no_code", "waiting"})
# What begins a task by itself.
_BEGINNING = frozenset({"waiting", "offer"})
_PLACES = frozenset({"office", "district", "region"})
_FREE_TEXT = frozenset({"name"})
# What answers even as a question: "Geht es auch früher?", "Ist am Freitag was frei?".
_ASKED_FOR = frozenset({"alternative", "available"})


@dataclass(frozen=True)
class Understood:
    """The last message as NLU understood it; ``after_card`` when the answer before it, or what was
    told since, showed an appointment, ``after_offer`` when it ended in an offer that a yes takes
    up; ``answers_offer`` when it answers an earlier place offered since; ``moves_it`` when it wants
    another time for what was spoken of.
    """

    intent: str
    confidence: float
    is_question: bool = False
    values: Collection[str] = ()
    after_card: bool = False
    after_offer: bool = False
    answers_offer: bool = False
    moves_it: bool = False


def open_task(stack: Sequence[Mapping[str, Any]] | None) -> Mapping[str, Any] | None:
    """The task at hand: the topmost frame of the slot ``tasks``."""
    return stack[-1] if stack else None


def open_question(stack: Sequence[Mapping[str, Any]] | None) -> str | None:
    """The slot that the task at hand has asked for."""
    task = open_task(stack)
    return task.get("asked") if task else None


def belongs_to_task(
    heard: Understood, task: Mapping[str, Any] | None, starts: Collection[str]
) -> bool:
    """Whether the task action takes this message rather than a rule.

    A clear question or wish of its own goes to the rules, and the task is resumed
    afterwards. What gives a value of the kind asked for is an answer; while nothing is asked,
    values may begin a task, and "cancel it" does after an appointment was shown. Where free text is
    awaited (a name), only a very clear wish leaves the task.
    """
    if task is None:
        begins = heard.intent == "inform" and bool(set(heard.values) - {"language"})
        begins = begins or bool(_BEGINNING & set(heard.values)) or _answers_card(heard)
        return heard.intent in starts or begins
    if heard.intent in ABOVE_TASKS and not _is_doubtful(heard, task):
        return False
    if heard.intent in starts or heard.answers_offer or _OWN_KINDS & set(heard.values):
        return True
    expected = set(heard.values) & set(task.get("expects") or ())
    if expected and (not heard.is_question or expected & _ASKED_FOR):
        return True
    if expected and heard.confidence < _sure_beside(expected):
        return True
    if heard.intent in ABOUT_TASK:
        return True
    return heard.confidence < _sure_enough(heard, task)


def _answers_card(heard: Understood) -> bool:
    """Whether what was just shown is spoken of: "cancel it", a yes to what is offered with it."""
    if heard.answers_offer and heard.intent not in ABOVE_TASKS:
        return True
    offered = heard.after_offer and heard.intent == "affirm"
    return offered or (heard.after_card and (heard.intent == "stop" or heard.moves_it))


def _is_doubtful(heard: Understood, task: Mapping[str, Any]) -> bool:
    """A name or an address that NLU half takes for a wish to speak to somebody; an emergency
    never is.
    """
    awaits_text = task.get("asked") in _FREE_TEXT
    answers = bool(set(heard.values) & set(task.get("expects") or ()))
    needed = 1.0 if answers else _SURE if awaits_text else 0.0
    return heard.intent == "request_human" and heard.confidence < needed


def _sure_beside(expected: Collection[str]) -> float:
    """How certain NLU must be for a question that holds an answer to leave the task."""
    is_place = set(expected) <= _PLACES
    return _SURE_OF_QUESTION_WITH_PLACE if is_place else _SURE_OF_QUESTION_WITH_VALUE


def _sure_enough(heard: Understood, task: Mapping[str, Any]) -> float:
    """How certain NLU must be for a message to leave the task."""
    if heard.is_question:
        return _SURE_OF_QUESTION
    return _SURE_BESIDE_FREE_TEXT if task.get("asked") in _FREE_TEXT else _SURE
