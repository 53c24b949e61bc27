"""Sessions that keep a long conversation as cheap as a short one."""

from rasa.core.actions import action
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.nlu.language import LANGUAGE

_NOT_KEPT = frozenset({"session_started_metadata", "requested_slot"})


class SessionStart(action.ActionSessionStart):  # type: ignore[misc]
    """Carries over the latest value of each slot, once, and in any case the language.

    Rasa's own carry-over repeats every ``SlotSet`` ever made, so a conversation
    would grow with its age although each session is short.
    """

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        """See the parent class."""
        kept = [
            SlotSet(slot.name, slot.value)
            for slot in tracker.slots.values()
            if slot.name not in _NOT_KEPT
            and (slot.value != slot.initial_value or (slot.name == LANGUAGE and _spoken(tracker)))
        ]
        return [SessionStarted(), *kept, ActionExecuted(ACTION_LISTEN_NAME)]


def _spoken(tracker: DialogueStateTracker) -> bool:
    """Whether anything was said yet: until then, nobody has chosen a language."""
    return tracker.latest_message is not None and bool(tracker.latest_message.text)


def install() -> None:
    """Let Rasa use :class:`SessionStart`; it offers no setting for an in-engine one."""
    action.ActionSessionStart = SessionStart
