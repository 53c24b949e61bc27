"""Messages that are nothing but values need no classifier and no embedding."""

from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.language import LANGUAGE
from language.entities import Entity
from language.values import is_value_only


def gives_only_values(message: Message) -> bool:
    """Whether ``message`` only names values, after its entities were found."""
    entities = [
        Entity(e["entity"], e["value"], e["start"], e["end"])
        for e in message.get(ENTITIES, [])
        if e["entity"] != LANGUAGE
    ]
    return is_value_only(message.get(TEXT) or "", entities)
