"""Makes the codes that were asked for, out of sight of those who asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.identity.domain.contact import Contact, Kind
from backend.identity.keys import Keys
from backend.identity.ports import Bookings, Messages
from backend.identity.repository.challenges import ChallengeRepository
from backend.kit.clock import Clock


@dataclass(frozen=True)
class Sending:
    """Turns challenges into messages."""

    challenges: ChallengeRepository
    bookings: Bookings
    messages: Messages
    clock: Clock
    keys: Keys

    def due(self) -> Sequence[str]:
        """Ids of the challenges without a code."""
        return self.challenges.without_code(self.clock.now())

    def send(self, challenge_id: str) -> bool:
        """Make one code, and have it sent if somebody is stored with the contact.

        Without such a person the challenge looks the same, and nobody knows its code. A
        challenge that has its code by now is left alone. Returns whether a code was made.
        """
        challenge = self.challenges.locked(challenge_id)
        if challenge is None or challenge.code_hash is not None:
            return False
        code = self.keys.new_code()
        self.challenges.change(challenge.id, code_hash=self.keys.code_hash(challenge.id, code))
        contact = Contact(Kind(challenge.contact_kind), challenge.contact_key)
        recipient = self.bookings.recipient(contact)
        if recipient is not None:
            self.messages.send_code(
                recipient,
                code,
                challenge.language,
                challenge.conversation_id,
                challenge.expires_at,
            )
        return True
