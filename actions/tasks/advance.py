"""One step of a task: take what was said, ask what is missing, bind after a yes."""

from dataclasses import dataclass, replace
from typing import Any

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Asked, Finished, Refused, Slot, Task
from actions.tasks.frames import Frame
from actions.tasks.moves import CONFIRM, move

# Values that can be no part of a free text.
_UNMISTAKABLE = frozenset({"email", "phone", "invalid_phone"})
_FAILURES_UNTIL_PERSON = 2
_REFUSALS_UNTIL_PERSON = 3


@dataclass(frozen=True)
class Step:
    """The outcome of a turn: ``frame`` is None when the task is over."""

    frame: Frame | None
    say: tuple[Say, ...]


@dataclass(frozen=True)
class _Taken:
    frame: Frame
    changed: frozenset[str]
    refused: tuple[Say, ...]
    corrected: bool


async def advance(task: Task, frame: Frame, heard: Heard) -> Step:
    """The next step of ``task`` after ``heard``."""
    if task.refuses and not frame.values and (refusal := await task.refuses(heard)):
        return Step(None, (refusal,))
    moved = await move(task, frame, heard)
    if isinstance(moved, Finished):
        return Step(None, moved.say)
    if moved:
        return await _ask(task, moved.frame, heard, moved.say)
    taken = _take(task, frame, heard)
    if taken.changed:
        return await _settle(task, taken, heard)
    if taken.refused:
        return await _refused(task, frame, heard, taken.refused)
    if frame.asked == CONFIRM:
        return await _confirmed(task, frame, heard)
    if frame.asked is None or heard.intent == task.name:
        return await _ask(task, frame, heard, ())
    return await _not_understood(task, frame, heard)


async def resume(task: Task, frame: Frame, heard: Heard) -> Step:
    """Back to the open question after something else was answered."""
    return await _ask(task, frame, heard, ())


def _take(task: Task, frame: Frame, heard: Heard) -> _Taken:
    changed: dict[str, Any] = {}
    refused: list[Say] = []
    for slot in _readers(task, frame, heard):
        value = slot.read(heard, frame)
        if isinstance(value, Refused):
            refused.append(value.say)
        elif value is not None and value != frame.values.get(slot.name):
            changed[slot.name] = value
    corrected = any(frame.values.get(name) for name in changed)
    fallen = task.dependents(set(changed)) - set(changed)
    after = replace(frame.without(*fallen, *changed).with_values(**changed), failed=0)
    return _Taken(after, frozenset(changed), tuple(refused[:1]), corrected)


def _readers(task: Task, frame: Frame, heard: Heard) -> tuple[Slot, ...]:
    """The slots that may read this turn."""
    asked = task.slot(frame.asked)
    if asked and asked.free_text and asked.read(heard, frame) is not None:
        return (asked, *(slot for slot in task.slots if set(slot.kinds) & _UNMISTAKABLE))
    return task.slots


async def _settle(task: Task, taken: _Taken, heard: Heard) -> Step:
    frame = taken.frame
    said: tuple[Say, ...] = (Say("utter_task_noted"),) if taken.corrected else ()
    for slot in task.slots:
        if slot.name in taken.changed and slot.settle and slot.name in frame.values:
            settled = await slot.settle(heard, frame)
            if isinstance(settled, Finished):
                return Step(None, (*said, *settled.say))
            frame, said = settled.frame, (*said, *settled.say)
    return await _ask(task, frame, heard, (*said, *taken.refused))


async def _confirmed(task: Task, frame: Frame, heard: Heard) -> Step:
    if heard.is_yes or (task.agrees and task.agrees(heard)):
        return await _finish(task, frame, heard, ())
    if heard.intent == "deny" and task.change:
        # A yes to "what shall I change?" is none to the restatement, which comes again first.
        open_again = replace(frame, asked=None, expects=())
        return Step(None if task.ends_on_no else open_again, (task.change(heard, frame),))
    return await _not_understood(task, frame, heard)


async def _not_understood(task: Task, frame: Frame, heard: Heard) -> Step:
    failed = frame.failed + 1
    if failed >= _FAILURES_UNTIL_PERSON:
        said = Say("utter_task_offer_person")
        return await _ask(task, replace(frame, failed=0), heard, (said,))
    said = _what_is_wrong(task.slot(frame.asked), frame, heard)
    return await _ask(task, replace(frame, failed=failed), heard, (said,))


def _what_is_wrong(asked: Slot | None, frame: Frame, heard: Heard) -> Say:
    if heard.intent == "affirm" and frame.asked == CONFIRM:
        return Say("utter_task_yes_or_no")
    if heard.intent == "skip" and frame.asked != CONFIRM:
        return (asked.needed if asked else None) or Say("utter_task_cannot_skip")
    return Say("utter_task_not_understood")


async def _refused(task: Task, frame: Frame, heard: Heard, why: tuple[Say, ...]) -> Step:
    """Say what is wrong with an answer and ask again; the third time, offer a person."""
    failed = frame.failed + 1
    if failed >= _REFUSALS_UNTIL_PERSON:
        said = (*why, Say("utter_task_offer_person"))
        return await _ask(task, replace(frame, failed=0), heard, said)
    return await _ask(task, replace(frame, failed=failed), heard, why)


async def _ask(task: Task, frame: Frame, heard: Heard, said: tuple[Say, ...]) -> Step:
    """Ask for the first slot missing; a question may answer itself and lead to the next."""
    for _ in range(2 * len(task.slots) + 1):
        slot = next((s for s in task.slots if s.name not in frame.values), None)
        if slot is None and task.restate:
            return Step(replace(frame, asked=CONFIRM), (*said, await task.restate(heard, frame)))
        if slot is None:
            return await _finish(task, frame, heard, said)
        outcome = await slot.ask(heard, replace(frame, asked=slot.name))
        if not isinstance(outcome, Asked) and slot.name in outcome.frame.values:
            outcome = replace(outcome, frame=outcome.frame.answered_by_itself(slot.name))
        frame, said = outcome.frame, (*said, *outcome.say)
        if isinstance(outcome, Asked):
            return Step(replace(frame, expects=slot.kinds), said)
    raise RuntimeError(f"the questions of {task.name} void one another")


async def _finish(task: Task, frame: Frame, heard: Heard, said: tuple[Say, ...]) -> Step:
    outcome = await task.finish(heard, frame)
    if isinstance(outcome, Finished):
        return Step(None, (*said, *outcome.say))
    return await _ask(task, outcome.frame, heard, (*said, *outcome.say))
