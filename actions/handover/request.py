"""``action_handover``: puts somebody through to staff, or says truthfully why not."""

import logging
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.backend import BackendError, BackendUnavailable
from actions.conversations.clarify import failures_in_a_row
from actions.handover.callback import CALLBACK, offer
from actions.handover.evidence import evidence, topic
from actions.handover.ports import Handovers, Outcome
from actions.heard import Heard, heard
from actions.say import Say, utter
from actions.tasks.frames import read_stack, write_stack
from actions.tasks.registry import Tasks
from language.writing import write_moment

logger = logging.getLogger(__name__)

_STACK = "tasks"


class HandoverAction(Action):
    """Asks the backend for staff; where nobody is there, begins the task of a callback."""

    def __init__(self, handovers: Handovers, tasks: Tasks) -> None:
        self._handovers = handovers
        self._tasks = tasks

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_handover"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """The open task is kept: its question comes again when the bot has the conversation."""
        turn = heard(tracker)
        stack = [frame for frame in read_stack(tracker.get_slot(_STACK)) if frame.task != CALLBACK]
        failed = failures_in_a_row(tracker.events)
        known = evidence(turn, tracker.events, stack, failed)
        key = f"{turn.conversation_id}:{turn.message_id}"
        try:
            outcome = await self._handovers.request(
                turn.conversation_id, _reason(turn, failed), turn.language, known, key
            )
        except (BackendError, BackendUnavailable) as error:
            logger.warning("handover failed: %s", getattr(error, "code", "unreachable"))
            utter(dispatcher, [Say("utter_failed")])
            return []
        frames, said = await self._tasks.pause(stack), [_told(outcome, turn.language)]
        if not outcome.available:
            frames, asked = await self._tasks.resume(
                [*frames, offer(topic(known, turn.language), outcome.department)], turn
            )
            said += asked
        utter(dispatcher, said)
        return [SlotSet(_STACK, write_stack(frames))]


def _reason(turn: Heard, failed: int) -> str:
    chosen = turn.first("reason")
    if chosen:
        return str(chosen.value)
    return "failures" if failed > 1 else "request"


def _told(outcome: Outcome, language: str) -> Say:
    if outcome.available and outcome.minutes is not None:
        values = {"position": outcome.position, "minutes": outcome.minutes}
        return Say("utter_handover_waiting_minutes", values)
    if outcome.available:
        return Say("utter_handover_waiting", {"position": outcome.position or 1})
    if outcome.opens_at is not None:
        return Say("utter_handover_closed", {"opens": write_moment(outcome.opens_at, language)})
    return Say("utter_handover_nobody")
