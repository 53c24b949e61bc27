"""The tasks there are, by the intent that starts them, and how a turn moves the stack."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from actions.heard import Heard
from actions.say import Say
from actions.tasks.advance import Step, advance, resume
from actions.tasks.declaration import Task
from actions.tasks.frames import Frame
from actions.tasks.moves import CONFIRM, asks_whether_bound
from actions.tasks.waiting import heard_then, put_off
from actions.titles import title
from language.assent import assent
from language.text import words

# After so long nobody remembers what was being asked.
_FORGOTTEN_AFTER = timedelta(hours=6)
_NOTHING_OPEN = {"stop": "utter_stop", "out_of_scope": "utter_out_of_scope"}
_TO_AN_OFFER = frozenset({"affirm", "deny", "skip", "stop", "ask_summary"})
_EVERYTHING = frozenset({"alles", "alle", "all", "everything"})

Titles = Callable[[str, str], str]


class Tasks:
    """Starts, continues and resumes tasks on a stack of frames.

    ``titles`` names a task in a language, in the middle of a sentence ("die Terminbuchung").
    """

    def __init__(self, tasks: Iterable[Task], titles: Titles = title) -> None:
        self._tasks = {task.name: task for task in tasks}
        self._titles = titles

    async def turn(self, stack: Sequence[Frame], heard: Heard) -> tuple[list[Frame], list[Say]]:
        """The stack and the words after ``heard``.

        A new wish is put on top of the open task; a wish for a task that is already open
        goes on with that one; a queued wish waits below. Where none is open, values may begin
        one, and what was said before for nothing counts. When the topmost task ends, the
        one below is resumed.
        """
        frames = list(stack)
        if heard.queued:
            return self._queue(frames, heard)
        frames = self._past_offer(frames, heard)
        if frames and _could_mean_both(frames[-1], heard):
            return await self.resume(await self.pause(frames), heard)
        heard = self._as_meant(frames, heard)
        if heard.intent in self._tasks and not (frames and frames[-1].task == heard.intent):
            heard = heard.with_idle()
            frames = _brought_up(self._kept(frames), heard.intent)
        if not frames:
            begun = next((task for task in self._tasks.values() if _begins(task, heard)), None)
            if begun is None:
                return [], [Say(_NOTHING_OPEN.get(heard.intent, "utter_inform"))]
            heard = replace(heard.with_idle(), intent=begun.name)
            frames = [Frame(begun.name)]
        reminder = self._reminder(frames[-1], heard)
        if _stops_everything(heard):
            return [], await self._drop(frames, heard)
        step = await advance(self._tasks[frames[-1].task], frames[-1], heard)
        after, said = await self._after(frames[:-1], step, heard)
        return after, [*reminder, *said]

    def _past_offer(self, frames: list[Frame], heard: Heard) -> list[Frame]:
        """Without an offer on top that the turn neither takes up nor refuses."""
        if not frames or not self._is_untaken(frames[-1]):
            return frames
        top = frames[-1]
        given = (slot.read(heard, top) for slot in self._tasks[top.task].slots)
        if heard.intent in _TO_AN_OFFER or heard.command or any(v is not None for v in given):
            return frames
        return frames[:-1]

    def _is_untaken(self, frame: Frame) -> bool:
        return self._tasks[frame.task].passing and not frame.values

    def _kept(self, frames: Sequence[Frame]) -> list[Frame]:
        """Without offers that nobody has taken up."""
        return [each for each in frames if not self._is_untaken(each)]

    def _as_meant(self, frames: Sequence[Frame], heard: Heard) -> Heard:
        """``heard`` by what its values wish for, where they tell it better than the intent."""
        if frames and self._is_about(frames[-1], heard):
            return replace(heard, intent="inform")
        takes_up = heard.answer_to_offer and not (frames and _answers(frames[-1], heard))
        if not (heard.first("waiting") or takes_up):
            return heard
        meant = (task.name for task in self._tasks.values() if _begins(task, heard))
        return replace(heard, intent=next(meant, heard.intent))

    def _is_about(self, frame: Frame, heard: Heard) -> bool:
        """Whether the task at hand is meant, whatever the intent sounds like."""
        if heard.first("no_code"):
            return "no_code" in frame.expects
        absorbs = self._tasks[frame.task].absorbs
        return asks_whether_bound(frame, heard) or (absorbs is not None and absorbs(heard))

    async def resume(self, stack: Sequence[Frame], heard: Heard) -> tuple[list[Frame], list[Say]]:
        """The open question of the topmost task again; an offer is made once."""
        if stack and stack[-1].asked and self._is_untaken(stack[-1]):
            stack = stack[:-1]
        if not stack:
            return [], []
        reminder = self._reminder(stack[-1], heard)
        after, said = await self._go_on(list(stack), heard)
        return after, [*reminder, *said]

    async def pause(self, stack: Sequence[Frame]) -> list[Frame]:
        """The stack with the open question to be put again before an answer counts."""
        return [*stack[:-1], *(replace(frame, asked=None, expects=()) for frame in stack[-1:])]

    async def _drop(self, frames: Sequence[Frame], heard: Heard) -> list[Say]:
        """Give back what all tasks hold, the topmost first."""
        dropped = []
        for frame in reversed(frames):
            task = self._tasks[frame.task]
            dropped.append(
                await task.drop(heard, frame) if task.drop else Say("utter_task_stopped")
            )
        return dropped

    def _queue(self, frames: list[Frame], heard: Heard) -> tuple[list[Frame], list[Say]]:
        said = Say("utter_task_queued", {"task": self._titles(heard.intent, heard.language)})
        others = [frame for frame in frames if frame.task != heard.intent]
        return [*others, put_off(heard)], [said]

    async def _go_on(self, frames: list[Frame], heard: Heard) -> tuple[list[Frame], list[Say]]:
        top = frames[-1]
        task = self._tasks[top.task]
        if top.waiting:
            step = await advance(task, replace(top, waiting=None), heard_then(top, heard))
        else:
            step = await resume(task, top, heard)
        return await self._after(frames[:-1], step, heard)

    async def _after(
        self, below: list[Frame], step: Step, heard: Heard
    ) -> tuple[list[Frame], list[Say]]:
        if step.frame is not None:
            at = heard.at.isoformat(timespec="minutes")
            return [*below, replace(step.frame, at=at)], list(step.say)
        if not below:
            return [], list(step.say)
        frames, said = await self._go_on(below, heard)
        return frames, [*step.say, self._transition(below[-1], heard), *said]

    def _transition(self, frame: Frame, heard: Heard) -> Say:
        """Words that lead to a task that was left open, or that has waited."""
        response = "utter_task_next" if frame.waiting else "utter_task_resumed"
        return Say(response, {"task": self._titles(frame.task, heard.language)})

    def _reminder(self, frame: Frame, heard: Heard) -> list[Say]:
        """What was open, for somebody who comes back after hours or days."""
        if frame.at is None or heard.at - datetime.fromisoformat(frame.at) < _FORGOTTEN_AFTER:
            return []
        return [Say("utter_task_still_open", {"task": self._titles(frame.task, heard.language)})]


def _begins(task: Task, heard: Heard) -> bool:
    return task.begun_by is not None and task.begun_by(heard.with_idle())


def _could_mean_both(frame: Frame, heard: Heard) -> bool:
    """Whether a yes or no answers what the task restated as well as what was offered since."""
    return frame.asked == CONFIRM and bool(heard.answer_to_offer) and assent(heard.text) is not None


def _answers(frame: Frame, heard: Heard) -> bool:
    """Whether the message gives a value that the open question asks for."""
    return heard.first(*frame.expects) is not None


def _stops_everything(heard: Heard) -> bool:
    return heard.intent == "stop" and any(word.form in _EVERYTHING for word in words(heard.text))


def _brought_up(frames: Sequence[Frame], wish: str) -> list[Frame]:
    """``frames`` with the task wished for on top: the open one, to be asked again, or a new one."""
    open_one = next((frame for frame in frames if frame.task == wish), None)
    top = replace(open_one, asked=None, failed=0) if open_one else Frame(wish)
    return [*(frame for frame in frames if frame.task != wish), top]
