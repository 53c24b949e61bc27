"""Erasing a conversation, wherever something of it is kept."""

from connectors.core.listeners import Listeners
from connectors.core.ports import Conversations, Engine
from connectors.core.texts import text
from connectors.core.turn import Notice, Reply


class Erasure:
    """The engine's memory first, then the record: if the first fails, nothing was promised, and
    trying again is harmless. Whoever is looking at the conversation is told at the end.
    """

    def __init__(self, conversations: Conversations, engine: Engine, listeners: Listeners) -> None:
        self._conversations = conversations
        self._engine = engine
        self._listeners = listeners

    async def carry_out(self, conversation_id: str, language: str) -> None:
        """Erase; no turn of the conversation may run meanwhile.

        Raises EngineError, httpx.HTTPError.
        """
        await self._engine.forget(conversation_id)
        await self._conversations.erase(conversation_id)
        said = Reply(text("conversation_erased", language))
        notice = Notice(f"erased-{conversation_id}", language, said, kind="erased")
        await self._listeners.tell(conversation_id, notice)
