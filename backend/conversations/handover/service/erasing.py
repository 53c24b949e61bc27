"""Erasing a conversation, whoever has it."""

from dataclasses import dataclass

from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.standing import Standings


@dataclass(frozen=True)
class Erasing:
    """Lets nobody go on with what is gone."""

    desk: Desk

    def erase(self, conversation_id: str) -> None:
        """Delete a conversation with its handovers; a repeat changes nothing.

        Pages of staff are told, and those who wait behind it their new place.
        """
        handover = self.desk.handovers.open_of(conversation_id)
        self.desk.conversations.erase(conversation_id)
        self.desk.news.changed("state", conversation_id, state="erased")
        if handover:
            Standings(self.desk).tell_queue(handover.department)
