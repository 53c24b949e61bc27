"""The engine in memory: it repeats what it heard, or says what the test lays ready."""

import asyncio

from connectors.core.ports import EngineError
from connectors.core.turn import Answer, Choice, Reply, Turn


class FakeEngine:
    """Engine; ``heard`` lists the turns that reached it, with what a button meant."""

    def __init__(self) -> None:
        self.heard: list[tuple[Turn, Choice | None]] = []
        self.failing = False
        self.replies: tuple[Reply, ...] | None = None
        self.language = "de"
        self.erases = False
        self.forgotten: list[str] = []
        self.busy = 0
        self.busiest = 0

    async def answer(self, turn: Turn, choice: Choice | None) -> Answer:
        self.heard.append((turn, choice))
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        await asyncio.sleep(0)
        self.busy -= 1
        if self.failing:
            raise EngineError("switched off by the test")
        echo = (Reply(f"Gehört: {turn.text}"),)
        said = echo if self.replies is None else self.replies
        return Answer(self.language, said, erases=self.erases)

    async def forget(self, conversation_id: str) -> None:
        if self.failing:
            raise EngineError("switched off by the test")
        self.forgotten.append(conversation_id)

    def texts(self) -> list[str]:
        """What was said to it."""
        return [turn.text for turn, _ in self.heard]
