"""What is said in one tab is shown in the others."""

from connectors.core.listeners import Listeners
from connectors.core.turn import Answer, Notice, Reply, Turn

TURN = "turn"


async def shown_elsewhere(listeners: Listeners, turn: Turn, answer: Answer) -> None:
    """Tell the conversation's lines that a turn is on record; they read it there."""
    notice = Notice(turn.message_id, answer.language, Reply(""), kind=TURN)
    await listeners.tell(turn.conversation_id, notice)
