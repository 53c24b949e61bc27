"""Closed-loop clients: each sends its next message when the answer to the last is there."""

import asyncio
import time
from collections.abc import Callable, Sequence
from itertools import count

import httpx

from bench.bots import Bot, Client, Conversation
from bench.figures import Sample
from bench.talks import Line

Script = Callable[[], list[Line]]
"""What a person says in a conversation; called again for the next one."""

_numbers = count()


class LongTalk:
    """One conversation that goes on and on: its script is said again and again."""

    def __init__(self, client: Client, script: Script) -> None:
        self._conversation = client.conversation(_name())
        self._script = script
        self._lines: list[Line] = []
        self.turns = 0

    async def turn(self) -> Sample:
        """The next turn."""
        self._lines = self._lines or self._script()
        self.turns += 1
        return await say(self._conversation, self._lines.pop(0))


async def say(conversation: Conversation, line: Line) -> Sample:
    """Say one line and take the time until the whole answer is there."""
    began = time.perf_counter()
    try:
        reply = await conversation.say(line.text)
        ok = reply.answered and reply.booked >= line.books
    except httpx.HTTPError:
        ok = False
    return Sample(line.kind, began, time.perf_counter() - began, ok)


async def converse(bot: Bot, script: Script, seconds: float) -> list[Sample]:
    """One client holds whole conversations; it begins none after ``seconds``."""
    samples: list[Sample] = []
    ends = time.perf_counter() + seconds
    async with bot.client() as client:
        while time.perf_counter() < ends:
            conversation = client.conversation(_name())
            samples += [await say(conversation, line) for line in script()]
    return samples


async def crowd(bot: Bot, scripts: Sequence[Script], seconds: float) -> list[Sample]:
    """One client per script, all at once."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(converse(bot, script, seconds)) for script in scripts]
    return [sample for task in tasks for sample in task.result()]


def _name() -> str:
    return f"bench-{next(_numbers)}"
