"""Buttons on the way out and back: people see opaque ids, the engine sees what they mean.

Text typed by people never reaches Rasa's ``/intent{…}`` notation, because only a payload
found in the conversation's own record is ever read as one.
"""

import json
import re
from dataclasses import replace
from typing import Any

from connectors.core.turn import Button, Choice, Reply

_OPAQUE = re.compile(r"b\.([1-9]\d{0,8})\.(\d{1,3})")
_RASA = re.compile(r"/(\w+)(\{.*\})?", re.DOTALL)


def opaque(reply: Reply) -> Reply:
    """``reply`` as people may see it: payloads name the stored reply and the button's place."""
    buttons = (Button(b.title, f"b.{reply.seq}.{i}") for i, b in enumerate(reply.buttons))
    return replace(reply, buttons=tuple(buttons))


def pressed(payload: str) -> tuple[int, int] | None:
    """The reply's seq and the button's place that an opaque payload names, or None."""
    match = _OPAQUE.fullmatch(payload.strip())
    return (int(match.group(1)), int(match.group(2))) if match else None


def read_choice(payload: str) -> Choice | None:
    """A payload in Rasa's notation, as the engine wrote it: ``/inform{"people": 2}``."""
    match = _RASA.fullmatch(payload)
    if not match:
        return None
    return Choice(match.group(1), json.loads(match.group(2) or "{}"))


def spoken_of(reply: Reply) -> dict[str, Any]:
    """The values that the reply's buttons carry: the appointment and the offer it speaks of."""
    choices = [read_choice(button.payload) for button in reply.buttons]
    return {name: value for each in choices if each for name, value in each.entities.items()}
