"""The two Rasa actions behind all tasks."""

import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.backend import BackendError, BackendUnavailable
from actions.heard import heard
from actions.say import Say, utter
from actions.tasks.frames import read_stack, write_stack
from actions.tasks.registry import Tasks

logger = logging.getLogger(__name__)
_STACK = "tasks"


class TaskAction(Action):
    """``action_task``: one step of the task at hand, or the start of one."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_task"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Take the turn; a failing backend is told, and the task stays as it was."""
        turn = heard(tracker)
        stack = read_stack(tracker.get_slot(_STACK))
        try:
            frames, said = await self._step(stack, turn)
        except (BackendError, BackendUnavailable) as error:
            logger.warning("backend failed in a task: %s", getattr(error, "code", "unreachable"))
            utter(dispatcher, [Say(_response(error))])
            return []
        utter(dispatcher, said)
        return [SlotSet(_STACK, write_stack(frames))]

    async def _step(self, stack: Any, turn: Any) -> Any:
        return await self._tasks.turn(stack, turn)


def _response(error: Exception) -> str:
    beyond = isinstance(error, BackendError) and error.code == "not_supported"
    return "utter_not_supported" if beyond else "utter_failed"


class PauseTaskAction(TaskAction):
    """``action_pause_task``: somebody had something more important to say; the open
    question is put again before an answer to it counts.
    """

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_pause_task"

    async def _step(self, stack: Any, turn: Any) -> Any:
        return await self._tasks.pause(stack), []


class ResumeTaskAction(TaskAction):
    """``action_resume_task``: back to the open question."""

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_resume_task"

    async def _step(self, stack: Any, turn: Any) -> Any:
        return await self._tasks.resume(stack, turn)
