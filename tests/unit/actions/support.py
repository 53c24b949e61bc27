"""Turns for the actions, understood as the engine understands them, and a talk of several."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Any

from actions.heard import Heard, Value, without
from actions.say import Say
from actions.tasks.frames import Frame, read_stack, write_stack
from actions.tasks.registry import Tasks
from language.entities import find_entities

MONDAY = datetime(2026, 3, 2, 9, 0)


def said(
    text: str,
    intent: str = "inform",
    language: str = "de",
    at: datetime = MONDAY,
    message_id: str = "m-1",
) -> Heard:
    """``text`` typed by a person; its values are those the engine would find."""
    values = tuple(
        Value(entity.kind, entity.value, entity.details)
        for entity in find_entities(text, language, at)
    )
    turn = Heard(text, language, intent, values, "c-1", "website", message_id, at)
    spans = [(entity.start, entity.end) for entity in find_entities(text, language, at)]
    return replace(turn, beside=without(text, spans))


def pressed(intent: str = "inform", at: datetime = MONDAY, **entities: Any) -> Heard:
    """A button pressed."""
    values = tuple(Value(kind, value) for kind, value in entities.items())
    return Heard("…", "de", intent, values, "c-1", "website", "m-1", at, pressed=True)


class Talk:
    """Several turns with ``tasks``; the stack is kept as JSON between them, as Rasa keeps it."""

    def __init__(self, tasks: Tasks, language: str = "de", at: datetime = MONDAY) -> None:
        self.language = language
        self.at = at
        self.words: list[Say] = []
        self._tasks = tasks
        self._stack = "[]"
        self._ids = count(1)

    async def say(self, text: str, intent: str = "inform") -> list[str]:
        """Say ``text``; the keys of the responses."""
        turn = said(text, intent, self.language, self.at, f"m-{next(self._ids)}")
        return await self.hear(turn)

    async def hear(self, turn: Heard) -> list[str]:
        """Take a turn; the keys of the responses."""
        frames, self.words = await self._tasks.turn(self.stack, turn)
        self._stack = json.dumps(write_stack(frames))
        return [word.response for word in self.words]

    async def resume(self) -> list[str]:
        """Back from a question that a rule answered."""
        turn = said("…", "ask_office_info", self.language, self.at, f"m-{next(self._ids)}")
        frames, self.words = await self._tasks.resume(self.stack, turn)
        self._stack = json.dumps(write_stack(frames))
        return [word.response for word in self.words]

    def open(self, stack: Any) -> None:
        """Go on with the tasks that an action has left open."""
        self._stack = json.dumps(stack)

    @property
    def stack(self) -> list[Frame]:
        """The frames, the topmost last."""
        return read_stack(json.loads(self._stack))

    @property
    def frame(self) -> Frame:
        """The task at hand."""
        return self.stack[-1]

    def word(self, response: str) -> Say:
        """What was said under ``response`` in the last turn."""
        return next(word for word in self.words if word.response == response)


def keys(words: Sequence[Say]) -> list[str]:
    """The keys of what was said."""
    return [word.response for word in words]
