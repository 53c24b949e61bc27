"""From a contact to a challenge."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backend.identity.domain.challenge import Challenge
from backend.identity.domain.contact import Contact, Kind, contact_of
from backend.identity.domain.rules import Counter, Limit, Rules, minutes_until
from backend.identity.errors import ContactInvalid, ContactNotReachable, SendingOff, TooManyCodes
from backend.identity.keys import Keys
from backend.identity.repository.challenges import ChallengeRepository
from backend.identity.repository.counters import CounterRepository
from backend.kit.clock import Clock
from backend.kit.ids import Ids


@dataclass(frozen=True)
class Request:
    """Somebody says to be the person behind a contact.

    `address` is the network address they come from, where it is known; `key` makes a repeat
    harmless.
    """

    contact: str
    conversation_id: str
    language: str
    address: str | None
    key: str | None


@dataclass(frozen=True)
class Asking:
    """Takes requests for codes.

    Whether anybody is stored with the contact is not looked at here but afterwards, by the job
    that makes the codes: what the caller sees, and how long it takes, cannot depend on it.
    """

    challenges: ChallengeRepository
    counters: CounterRepository
    clock: Clock
    ids: Ids
    keys: Keys
    rules: Rules
    reachable: Collection[Kind]

    def ask(self, request: Request) -> Challenge:
        """Store a challenge; a repeat gets the same one and does not count.

        Raises ContactInvalid, ContactNotReachable, SendingOff, TooManyCodes.
        """
        contact = self._contact(request.contact)
        now = self.clock.now()
        challenge = Challenge(
            id=self.ids.new(),
            contact_kind=contact.kind,
            contact_key=contact.key,
            conversation_id=request.conversation_id,
            language=request.language,
            created_at=now,
            expires_at=now + self.rules.code_life,
            code_hash=None,
            attempts=0,
            proved_at=None,
            proved_key=None,
        )
        mark = self._mark(request, contact)
        if not self.challenges.add(challenge, mark):
            known = self.challenges.by_mark(mark or "")
            return known or self.ask(request)
        full = self.counters.count(self._counters(request, contact))
        if full:
            ends = [counter.ends_at for counter in full]
            raise TooManyCodes({"minutes": minutes_until(ends, now)})
        self.challenges.note("asked", challenge.id, now)
        return challenge

    def _contact(self, text: str) -> Contact:
        contact = contact_of(text)
        if contact is None:
            raise ContactInvalid
        if not self.reachable:
            raise SendingOff
        if contact.kind not in self.reachable:
            raise ContactNotReachable({"kind": contact.kind})
        return contact

    def _mark(self, request: Request, contact: Contact) -> str | None:
        if request.key is None:
            return None
        return self.keys.mark("asked", request.conversation_id, contact.key, request.key)

    def _counters(self, request: Request, contact: Contact) -> Iterator[Counter]:
        yield from self._each("contact", contact.key, self.rules.per_contact)
        yield from self._each("conversation", request.conversation_id, self.rules.per_conversation)
        if request.address:
            yield from self._each("address", request.address, self.rules.per_address)

    def _each(self, what: str, value: str, limits: tuple[Limit, ...]) -> Iterator[Counter]:
        now = self.clock.now()
        for limit in limits:
            mark = self.keys.mark(what, value, str(limit.length))
            yield Counter(mark, limit.ends_at(now), limit.most)
