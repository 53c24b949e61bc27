"""What a person is told at once while staff has the conversation: next to nothing."""

from connectors.core.ports import Conversations
from connectors.core.refusals import with_refusal
from connectors.core.texts import text
from connectors.core.turn import Answer, Reply, Turn
from language.leaving import leaves
from language.urgent import is_emergency

# The intent behind the button "stop waiting".
_STOP = "stop"
_WAITING = "waiting"
_WITH_PEOPLE = frozenset({_WAITING, "staff"})


def with_people(state: str) -> bool:
    """Whether the engine must be silent."""
    return state in _WITH_PEOPLE


def wants_to_leave(turn: Turn, state: str) -> bool:
    """Whether somebody who waits says so; while staff answers, everything is for them."""
    chosen = turn.choice is not None and turn.choice.intent == _STOP
    return state == _WAITING and (chosen or leaves(turn.text))


async def aside(conversations: Conversations, turn: Turn, state: str, *, refused: bool) -> Answer:
    """The answer to a message that is for staff: what to do in danger, first of all; that a
    number was not kept; else nothing.
    """
    about = await conversations.about(turn.conversation_id)
    toggled = turn.choice.entities.get("language") if turn.choice else None
    language = toggled or (about and about.language) or turn.language or "de"
    answer = Answer(language, state=state)
    if is_emergency(turn.text):
        answer = Answer(language, (Reply(text("emergency", language)),), state)
    return with_refusal(answer, turn.text) if refused else answer
