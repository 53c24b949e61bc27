"""A small domain, and conversations as Rasa's trackers."""

from datetime import datetime
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

MONDAY = datetime(2026, 3, 2, 9, 0)
DOMAIN = Domain.from_yaml(
    """
    version: "3.1"
    intents: [book_appointment, ask_office_info, inform, affirm, stop, report_emergency,
              request_human, out_of_scope]
    entities: [language, district]
    slots:
      language: {type: text, initial_value: de, influence_conversation: false,
                 mappings: [{type: from_entity, entity: language}]}
      tasks: {type: any, influence_conversation: false, mappings: [{type: custom}]}
      requested_slot: {type: any, influence_conversation: false, mappings: [{type: custom}]}
    actions: [action_task, action_resume_task, action_pause_task, action_clarify,
              action_handover]
    responses:
      utter_office: [{text: "Walsum"}]
    """
)
LISTEN = ActionExecuted(ACTION_LISTEN_NAME)


def heard(
    text: str = "hm",
    intent: str = "inform",
    confidence: float = 0.9,
    language: str = "de",
    message_id: str | None = None,
) -> UserUttered:
    """A message as NLU understood it."""
    entities = [{"entity": "language", "value": language, "start": 0, "end": 0}]
    understood = {"name": intent, "confidence": confidence}
    return UserUttered(text, understood, entities, message_id=message_id)


def turn(*said: str, **message: Any) -> list[Event]:
    """A whole turn: listening, a message and replies."""
    return [LISTEN, heard(**message), *(BotUttered(text) for text in said)]


def tracker(*events: Event, name: str = "c-1") -> DialogueStateTracker:
    return DialogueStateTracker.from_events(name, list(events), DOMAIN.slots)


def message(text: str, **metadata: Any) -> Message:
    """A message on its way through the pipeline, as the channel hands it over."""
    built = Message.build(text)
    given: dict[str, Any] = {"at": MONDAY.isoformat(), "channel": "website", **metadata}
    built.set("metadata", given)
    return built
