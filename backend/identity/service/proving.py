"""From a code to a proof, and from a proof to what it opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.identity.domain.challenge import Challenge, Try, Verdict, code_of, judged
from backend.identity.domain.contact import Contact, Kind
from backend.identity.domain.rules import Rules
from backend.identity.errors import (
    ChallengeExpired,
    ChallengeNotFound,
    ChallengeUsed,
    CodeMalformed,
    CodeWrong,
    NoAttemptsLeft,
    ProofInvalid,
)
from backend.identity.keys import Keys
from backend.identity.ports import Booked, Bookings
from backend.identity.repository.challenges import ChallengeRepository
from backend.identity.repository.proofs import ProofRepository
from backend.kit.clock import Clock
from backend.kit.errors import ServiceError

_REFUSALS: dict[Verdict, type[ServiceError]] = {
    Verdict.UNKNOWN: ChallengeNotFound,
    Verdict.EXPIRED: ChallengeExpired,
    Verdict.USED: ChallengeUsed,
    Verdict.EXHAUSTED: NoAttemptsLeft,
}


@dataclass(frozen=True)
class Proof:
    """A token that opens what belongs to a contact, in one conversation until an instant."""

    token: str
    expires_at: datetime


@dataclass(frozen=True)
class Proving:
    """Checks codes and proofs."""

    challenges: ChallengeRepository
    proofs: ProofRepository
    bookings: Bookings
    clock: Clock
    keys: Keys
    rules: Rules

    def prove(
        self, challenge_id: str, conversation_id: str, text: str, key: str | None
    ) -> Proof | ServiceError:
        """A proof for the right code; a repeat with the same `key` gets the same one.

        A refusal is returned, not raised: the transaction that counted the try must be
        committed. Refusals are CodeMalformed, CodeWrong, NoAttemptsLeft, ChallengeNotFound,
        ChallengeExpired, ChallengeUsed.
        """
        code = code_of(text)
        if code is None:
            return CodeMalformed()
        challenge = self.challenges.locked(challenge_id)
        if challenge is None:
            return ChallengeNotFound()
        right = self.keys.code_fits(challenge.id, code, challenge.code_hash)
        mark = self.keys.mark("proved", key) if key else None
        attempt = Try(right, conversation_id, mark, self.clock.now())
        verdict = judged(challenge, attempt, self.rules.attempts)
        if verdict.counts:
            self.challenges.change(challenge.id, attempts=challenge.attempts + 1)
            self.challenges.note(verdict, challenge.id, attempt.now)
        if verdict is Verdict.PROVED:
            return self._proof(challenge, attempt)
        if verdict is Verdict.REPEATED and challenge.proved_at is not None:
            return self._repeated(challenge, challenge.proved_at)
        return self._refusal(verdict, challenge)

    def contact(self, token: str, conversation_id: str) -> Contact:
        """Whom a proof proves. Raises ProofInvalid."""
        hashed = self.keys.proof_hash(token)
        found = self.proofs.contact(hashed, conversation_id, self.clock.now())
        if found is None:
            raise ProofInvalid
        return found

    def appointments(self, token: str, conversation_id: str) -> Sequence[Booked]:
        """The coming appointments of the proved contact. Raises ProofInvalid."""
        contact = self.contact(token, conversation_id)
        return self.bookings.upcoming(contact, self.clock.local())

    def _proof(self, challenge: Challenge, attempt: Try) -> Proof:
        self.challenges.change(challenge.id, proved_at=attempt.now, proved_key=attempt.key)
        proof = self._repeated(challenge, attempt.now)
        contact = Contact(Kind(challenge.contact_kind), challenge.contact_key)
        hashed = self.keys.proof_hash(proof.token)
        self.proofs.add(hashed, contact, challenge.conversation_id, proof.expires_at)
        return proof

    def _repeated(self, challenge: Challenge, proved_at: datetime) -> Proof:
        return Proof(self.keys.proof(challenge.id), proved_at + self.rules.proof_life)

    def _refusal(self, verdict: Verdict, challenge: Challenge) -> ServiceError:
        if verdict is not Verdict.WRONG:
            return _REFUSALS[verdict]()
        left = self.rules.attempts - challenge.attempts - 1
        return CodeWrong({"left": left}) if left else NoAttemptsLeft()
