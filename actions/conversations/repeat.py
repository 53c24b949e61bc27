"""``action_repeat``: the last answer again."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.backend import Backend, BackendError, BackendUnavailable
from actions.say import Say, utter


class RepeatAction(Action):
    """Says again what was answered last, as the conversation's record has it."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_repeat"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Every reply to the latest answered message, with its buttons and card."""
        try:
            latest = await self._backend.get(f"/conversations/{tracker.sender_id}/replies/latest")
        except (BackendError, BackendUnavailable):
            latest = None
        replies = (latest or {}).get("replies", [])
        for reply in replies:
            dispatcher.utter_message(text=reply["text"], buttons=reply["buttons"])
            if reply.get("card"):
                dispatcher.utter_message(json_message={"card": reply["card"]})
        if not replies:
            utter(dispatcher, [Say("utter_nothing_to_repeat")])
        return []
