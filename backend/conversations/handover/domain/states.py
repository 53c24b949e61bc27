"""Who has a conversation, and what may change it: the one table of transitions."""

from collections.abc import Mapping
from enum import StrEnum

from backend.conversations.domain import State


class Step(StrEnum):
    """What changes who has a conversation."""

    REQUEST = "request"  # The person, or a rule for them, asks for staff.
    TAKE = "take"  # A member of staff takes it out of the queue.
    ASSIGN = "assign"  # It is given to a (different) member of staff.
    RELEASE = "release"  # Staff gives it back to the queue, perhaps of another department.
    SILENT = "silent"  # Staff did not answer in time, or is gone: back to the queue.
    BACK = "back"  # Staff gives it back to the bot.
    LEAVE = "leave"  # The person wants to wait or talk no longer.
    CLOSING = "closing"  # Nobody is there any more while somebody waits.
    CLOSE = "close"  # Staff ends the conversation.
    GONE = "gone"  # The person has not answered for long.
    RETURN = "return"  # The person writes again after the end.


class IllegalStep(Exception):
    """Not from this state."""


_NEXT: Mapping[tuple[State, Step], State] = {
    (State.BOT, Step.REQUEST): State.WAITING,
    (State.WAITING, Step.TAKE): State.STAFF,
    (State.WAITING, Step.ASSIGN): State.STAFF,
    (State.STAFF, Step.ASSIGN): State.STAFF,
    (State.STAFF, Step.RELEASE): State.WAITING,
    (State.WAITING, Step.RELEASE): State.WAITING,
    (State.STAFF, Step.SILENT): State.WAITING,
    (State.STAFF, Step.BACK): State.BOT,
    (State.WAITING, Step.BACK): State.BOT,
    (State.STAFF, Step.LEAVE): State.BOT,
    (State.WAITING, Step.LEAVE): State.BOT,
    (State.WAITING, Step.CLOSING): State.BOT,
    (State.STAFF, Step.CLOSE): State.CLOSED,
    (State.WAITING, Step.CLOSE): State.CLOSED,
    (State.STAFF, Step.GONE): State.CLOSED,
    (State.WAITING, Step.GONE): State.CLOSED,
    (State.CLOSED, Step.RETURN): State.BOT,
}


def after(state: State, step: Step) -> State:
    """The state that a step leads to. Raises IllegalStep."""
    try:
        return _NEXT[state, step]
    except KeyError:
        raise IllegalStep(f"{step} in state {state}") from None


def allowed(state: State) -> frozenset[Step]:
    """The steps that can be taken in a state."""
    return frozenset(step for (origin, step) in _NEXT if origin is state)


def is_open(state: State) -> bool:
    """Whether a handover is under way: the engine must not answer."""
    return state in (State.WAITING, State.STAFF)
