"""Puts codes into the outbox."""

from dataclasses import dataclass
from datetime import datetime

from backend.identity.ports import Recipient
from backend.notifications.domain import Draft, Way
from backend.notifications.service.outbox import Outbox

CODE = "identity.code"


@dataclass(frozen=True)
class OutboxCodes:
    """Implements `Messages` by e-mail; the code is deleted once the message has left."""

    outbox: Outbox

    def send_code(
        self, contact: Recipient, code: str, language: str, conversation_id: str, until: datetime
    ) -> None:
        """See Messages."""
        self.outbox.put(
            Draft(
                kind=CODE,
                # Stands in the message's headers, so it names neither conversation nor challenge.
                about=f"code:{self.outbox.ids.new()}",
                way=Way.EMAIL,
                recipient=contact.address,
                language=language,
                due_at=self.outbox.clock.now(),
                facts={"code": code, "until": until.isoformat()},
                useless_at=until,
                secret=True,
            )
        )
