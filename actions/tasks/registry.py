"""The tasks there are, by the intent that starts them, and how a turn moves the stack."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from actions.heard import Heard
from actions.say import Say
from actions.tasks.advance import Step, advance, resume
from actions.tasks.declaration import Task
from actions.tasks.frames import Frame


class Tasks:
    """Starts, continues and resumes tasks on a stack of frames."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._tasks = {task.name: task for task in tasks}

    async def turn(self, stack: Sequence[Frame], heard: Heard) -> tuple[list[Frame], list[Say]]:
        """The stack and the words after ``heard``.

        A new wish is put on top of the open task; a wish for a task that is already open
        goes on with that one. When the topmost task ends, the one below is resumed.
        """
        frames = list(stack)
        if heard.intent in self._tasks and not (frames and frames[-1].task == heard.intent):
            frames = _brought_up(frames, heard.intent)
        if not frames:
            return [], [Say("utter_inform")]
        step = await advance(self._tasks[frames[-1].task], frames[-1], heard)
        return await self._after(frames[:-1], step, heard)

    async def resume(self, stack: Sequence[Frame], heard: Heard) -> tuple[list[Frame], list[Say]]:
        """The open question of the topmost task again."""
        if not stack:
            return [], []
        frames = list(stack)
        step = await resume(self._tasks[frames[-1].task], frames[-1], heard)
        return await self._after(frames[:-1], step, heard)

    async def _after(
        self, below: list[Frame], step: Step, heard: Heard
    ) -> tuple[list[Frame], list[Say]]:
        if step.frame is not None:
            return [*below, step.frame], list(step.say)
        if not below:
            return [], list(step.say)
        frames, said = await self.resume(below, heard)
        return frames, [*step.say, Say("utter_task_resumed"), *said]


def _brought_up(frames: Sequence[Frame], wish: str) -> list[Frame]:
    """``frames`` with the task wished for on top: the open one, to be asked again, or a new one."""
    open_one = next((frame for frame in frames if frame.task == wish), None)
    top = replace(open_one, asked=None, failed=0) if open_one else Frame(wish)
    return [*(frame for frame in frames if frame.task != wish), top]
