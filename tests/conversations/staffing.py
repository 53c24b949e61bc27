"""What a member of staff does in a script."""

from tests.servers.chat import Conversation
from tests.servers.staff import Staff

_STATUS = {"there": "available", "away": "away"}


def act(staff: Staff, conversation: Conversation, what: str, words: str) -> None:
    """Do ``what``, with ``words`` where it takes some."""
    if what in _STATUS:
        staff.there(_STATUS[what])
    elif what == "say":
        staff.says(conversation.id, words)
    elif what == "sees":
        seen = str(staff.sees(conversation.id)["evidence"])
        assert words in seen, f"{words!r} is not in {seen}"
    elif what == "close":
        staff.does(conversation.id, "close", reason=words or "solved")
    else:
        staff.does(conversation.id, what, **({"note": words} if words else {}))
