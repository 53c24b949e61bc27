"""Puts the service together for one session."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from fastapi import Request
from sqlalchemy.orm import Session

from backend.identity.domain.contact import Kind
from backend.identity.domain.rules import Rules
from backend.identity.keys import Keys
from backend.identity.ports import Bookings, Messages
from backend.identity.repository.challenges import ChallengeRepository
from backend.identity.repository.counters import CounterRepository
from backend.identity.repository.proofs import ProofRepository
from backend.identity.service.asking import Asking
from backend.identity.service.proving import Proving
from backend.identity.service.sending import Sending
from backend.kit.clock import Clock
from backend.kit.ids import Ids


@dataclass(frozen=True)
class Outbox:
    """Where codes go, and to which kinds of contacts they can go."""

    messages: Callable[[Session], Messages]
    reaches: Collection[Kind] = (Kind.EMAIL,)


@dataclass(frozen=True)
class Identity:
    """What the service is made of (`app.state.identity`); without `outbox` it sends no codes."""

    clock: Clock
    ids: Ids
    keys: Keys
    rules: Rules
    bookings: Callable[[Session], Bookings]
    outbox: Outbox | None

    def asking(self, session: Session) -> Asking:
        """Requests for codes, on a session."""
        return Asking(
            challenges=ChallengeRepository(session),
            counters=CounterRepository(session),
            clock=self.clock,
            ids=self.ids,
            keys=self.keys,
            rules=self.rules,
            reachable=self.outbox.reaches if self.outbox else (),
        )

    def sending(self, session: Session, outbox: Outbox) -> Sending:
        """The making of codes, on a session."""
        return Sending(
            challenges=ChallengeRepository(session),
            bookings=self.bookings(session),
            messages=outbox.messages(session),
            clock=self.clock,
            keys=self.keys,
        )

    def proving(self, session: Session) -> Proving:
        """Codes and proofs, on a session."""
        return Proving(
            challenges=ChallengeRepository(session),
            proofs=ProofRepository(session),
            bookings=self.bookings(session),
            clock=self.clock,
            keys=self.keys,
            rules=self.rules,
        )


def identity_of(request: Request) -> Identity:
    """The service of the app that answers this request."""
    identity: Identity = request.app.state.identity
    return identity
