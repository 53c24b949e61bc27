"""``action_clarify``: what to say when a message was not understood, or is no matter of ours."""

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.heard import heard
from actions.say import Button, Say, utter
from actions.titles import button, can_be_offered

_NAME = "action_clarify"
_CANDIDATES = 3
_LEAST_LIKELY = 0.08
_OUT_OF_SCOPE = "out_of_scope"


class ClarifyAction(Action):
    """Narrows a vague wish in two questions, then offers a person.

    First what it may have been, when there are candidates; then examples; then a person.
    """

    def name(self) -> str:
        """Rasa's name of the action."""
        return _NAME

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """One question, by how often in a row there was no understanding."""
        turn = heard(tracker)
        failed = failures_in_a_row(tracker.events)
        ranking = tracker.latest_message.get("intent_ranking") or []
        utter(dispatcher, [clarifying(turn.intent, ranking, failed, turn.language)])
        return []


def clarifying(
    intent: str, ranking: Sequence[Mapping[str, Any]], failed: int, language: str
) -> Say:
    """The words after ``failed`` misunderstandings in a row before this one."""
    if failed >= 2 or (failed and intent == _OUT_OF_SCOPE):
        return Say("utter_clarify_person")
    if intent == _OUT_OF_SCOPE:
        return Say("utter_out_of_scope")
    likely = [
        entry["name"]
        for entry in ranking
        if can_be_offered(entry["name"]) and entry["confidence"] >= _LEAST_LIKELY
    ]
    if failed or not likely:
        return Say("utter_clarify")
    names = dict.fromkeys([*likely[:_CANDIDATES], "ask_help"])
    buttons = tuple(Button(button(name, language), name) for name in names)
    return Say("utter_clarify_between", buttons=buttons)


def failures_in_a_row(events: Sequence[Mapping[str, Any]]) -> int:
    """How many messages just before the latest one led to this action, too."""
    failed = 0
    answered_by: str | None = None
    seen_latest = False
    for event in reversed(events):
        if event["event"] == "action" and event["name"] != "action_listen":
            answered_by = answered_by or event["name"]
        elif event["event"] == "user":
            if seen_latest and answered_by != _NAME:
                break
            failed += seen_latest
            seen_latest, answered_by = True, None
    return failed
