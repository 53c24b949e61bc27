"""What the assistant says, as data: a response of the domain with its values."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk.executor import CollectingDispatcher


@dataclass(frozen=True)
class Button:
    """A choice to press; ``intent`` and ``entities`` are what it means."""

    title: str
    intent: str
    entities: Mapping[str, Any] = field(default_factory=dict)

    def as_rasa(self) -> dict[str, str]:
        """In Rasa's payload form, which only the front door reads."""
        values = json.dumps(self.entities, ensure_ascii=False) if self.entities else ""
        return {"title": self.title, "payload": f"/{self.intent}{values}"}


@dataclass(frozen=True)
class Say:
    """``response`` is a key of the domain's ``responses``; ``card`` more for rich channels;
    ``erases`` has the conversation erased once the turn is over.
    """

    response: str
    values: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    card: Mapping[str, Any] | None = None
    erases: bool = False


def utter(dispatcher: CollectingDispatcher, said: Iterable[Say]) -> None:
    """Hand all of ``said`` to Rasa."""
    for say in said:
        dispatcher.utter_message(
            response=say.response,
            buttons=[button.as_rasa() for button in say.buttons],
            **say.values,
        )
        if say.card:
            dispatcher.utter_message(json_message={"card": dict(say.card)})
        if say.erases:
            dispatcher.utter_message(json_message={"erase": True})
