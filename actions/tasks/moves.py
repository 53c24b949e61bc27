"""Steps a person takes within a task, whatever it is about: skip, back, over again, stop."""

from dataclasses import replace

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Finished, Refused, Settled, Slot, Task
from actions.tasks.frames import Frame
from actions.titles import title
from language.assent import assent
from language.fields import mentioned
from language.settled import asks_whether_settled

CONFIRM = "confirm"


async def move(task: Task, frame: Frame, heard: Heard) -> Settled | Finished | None:
    """What becomes of ``frame``, or None when the turn is no such step.

    Finished drops the task; Settled leads to the next question that is open then.
    """
    if heard.intent == task.name:
        return None
    if asks_whether_bound(frame, heard):
        return Settled(frame, (Say("utter_task_not_bound_yet"),))
    if heard.command == "restart":
        return await _again(task, frame, heard)
    if heard.command == "back":
        return _back(task, frame)
    if heard.command == "wait" and not _answers(task, frame, heard):
        return Settled(frame, (Say("utter_task_waits"),))
    asked = task.slot(frame.asked)
    tells = _tells(task, frame, heard)
    goes_on = heard.command == "continue" or (_skips(asked, heard) and not tells)
    if asked and asked.default and goes_on:
        value = asked.default(heard, frame)
        return Settled(replace(frame.with_values(**{asked.name: value}), failed=0))
    if heard.command == "continue":
        return Settled(frame)
    agreed = frame.asked == CONFIRM and task.agrees and task.agrees(heard)
    named = heard.first("field")
    stops = (heard.intent == "stop" and not named) or (_declines(frame, heard) and not tells)
    if stops and not agreed and not _answers(task, frame, heard):
        return Finished(
            (await task.drop(heard, frame) if task.drop else Say("utter_task_stopped"),)
        )
    changed = next((s for s in task.slots if named and s.field == named.value), None)
    alone = {value.kind for value in heard.values} <= {"field", "language"}
    if changed and alone and changed.name in (frame.asked, *frame.values):
        return Settled(frame.without(changed.name, *task.dependents({changed.name})))
    if heard.intent == "ask_summary":
        return Settled(frame, (await _summary(task, frame, heard),))
    return None


def asks_whether_bound(frame: Frame, heard: Heard) -> bool:
    """Whether somebody asks, before the yes, if the thing is settled ("Ist das jetzt gebucht?")."""
    return frame.asked == CONFIRM and asks_whether_settled(heard.text)


def _declines(frame: Frame, heard: Heard) -> bool:
    """A plain no to the very first question: the task is not wanted at all."""
    given = frame.values.keys() - set(frame.by_itself)
    return not given and frame.asked is not None and assent(heard.text) is False


def _skips(asked: Slot | None, heard: Heard) -> bool:
    """Whether the open question is to be left out: "Ich habe keine E-Mail" speaks of another."""
    if heard.intent != "skip" or asked is None:
        return False
    return mentioned(heard.text) <= {asked.field}


async def _summary(task: Task, frame: Frame, heard: Heard) -> Say:
    """What is known so far, at least which task it is about."""
    known = await task.summary(heard, frame) if task.summary else None
    return known or Say("utter_summary_empty", {"task": title(task.name, heard.language)})


async def _again(task: Task, frame: Frame, heard: Heard) -> Settled:
    """From the first question on; what was held is given back."""
    if task.drop:
        await task.drop(heard, frame)
    return Settled(Frame(frame.task), (Say("utter_task_restarted"),))


def _back(task: Task, frame: Frame) -> Settled:
    """Without the answer before the open question."""
    names = [slot.name for slot in task.slots]
    at = names.index(frame.asked) if frame.asked in names else len(names)
    earlier = [name for name in names[:at] if name in frame.values and name not in frame.by_itself]
    if not earlier:
        return Settled(frame, (Say("utter_task_at_beginning"),))
    last = earlier[-1]
    gone = {last, *names[names.index(last) :], *task.dependents({last})}
    return Settled(frame.without(*gone))


def _tells(task: Task, frame: Frame, heard: Heard) -> bool:
    """Whether the turn answers another question than the open one: "egal wo" says where."""
    others = (slot for slot in task.slots if slot.name != frame.asked)
    return any(
        slot.read(heard, frame) not in (None, frame.values.get(slot.name)) for slot in others
    )


def _answers(task: Task, frame: Frame, heard: Heard) -> bool:
    """Whether the turn gives what was asked ("Das erste bitte!" is no wish to stop)."""
    asked = task.slot(frame.asked)
    value = asked.read(heard, frame) if asked else None
    return value is not None and not isinstance(value, Refused)
