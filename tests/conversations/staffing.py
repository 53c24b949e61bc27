"""What a member of staff does in a script."""

from tests.conversations.script import Step
from tests.servers.chat import Conversation
from tests.servers.staff import Staff

_STEPS = {"return": "return", "close": "close", "release": "release", "take": "take"}


def act(staff: Staff, conversation: Conversation, step: Step) -> None:
    """Do it, and check what the person was told by it."""
    assert step.staff is not None
    what, words = step.staff
    if what in ("there", "away"):
        staff.there("available" if what == "there" else "away")
    elif what == "say":
        staff.says(conversation.id, words)
    elif what == "sees":
        seen = str(staff.sees(conversation.id)["evidence"])
        assert words in seen, f"{words!r} is not in {seen}"
    elif what == "close":
        staff.does(conversation.id, "close", reason=words or "solved")
    else:
        staff.does(conversation.id, _STEPS[what], **({"note": words} if words else {}))
    if step.told:
        newest = conversation.newest()
        for text in step.told:
            assert text in newest, f"{text!r} is not in {newest!r}"
