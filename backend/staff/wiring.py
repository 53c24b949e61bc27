"""Puts the service together for one session."""

from dataclasses import dataclass

from fastapi import Request
from sqlalchemy.orm import Session

from backend.kit.actor import Actor
from backend.kit.clock import Clock
from backend.kit.database import Database
from backend.kit.ids import Ids
from backend.staff.domain.rules import Rules
from backend.staff.domain.users import User
from backend.staff.passwords import Passwords
from backend.staff.repository.access import AccessRepository
from backend.staff.repository.audit import AuditRepository
from backend.staff.repository.users import UserRepository
from backend.staff.service.managing import Managing
from backend.staff.service.signing_in import SigningIn
from backend.staff.service.tokens import Tokens
from backend.staff.service.trail import Trail


@dataclass(frozen=True)
class Staff:
    """What the service is made of (`app.state.staff`)."""

    clock: Clock
    ids: Ids
    rules: Rules
    passwords: Passwords

    def trail(self, session: Session) -> Trail:
        """The audit trail, on a session."""
        return Trail(AuditRepository(session), self.clock)

    def signing_in(self, session: Session) -> SigningIn:
        """Passwords and sessions, on a session."""
        return SigningIn(
            users=UserRepository(session),
            access=AccessRepository(session),
            trail=self.trail(session),
            clock=self.clock,
            rules=self.rules,
        )

    def managing(self, session: Session, actor: User | None = None) -> Managing:
        """Users, on a session; `actor` is who changes them."""
        return Managing(
            users=UserRepository(session),
            access=AccessRepository(session),
            trail=self.trail(session),
            passwords=self.passwords,
            clock=self.clock,
            ids=self.ids,
            actor=actor,
        )

    def tokens(self, session: Session) -> Tokens:
        """API tokens, on a session."""
        return Tokens(
            users=UserRepository(session),
            access=AccessRepository(session),
            trail=self.trail(session),
            clock=self.clock,
            rules=self.rules,
        )


@dataclass(frozen=True)
class TokenHolders:
    """Lets programs of staff in (`backend.kit.actor.StaffTokens`)."""

    staff: Staff
    database: Database

    def actor_of(self, token: str) -> Actor | None:
        """In whose name an API token speaks; None when it does not hold."""
        with self.database.reading() as session:
            user = self.staff.tokens(session).user_of(token)
        if user is None:
            return None
        departments = (user.department,) if user.department else ()
        return Actor(user.id, user.name, user.role.value, departments)

    def note(self, actor: Actor, method: str, path: str) -> None:
        """See StaffTokens."""
        with self.database.writing() as session:
            user = UserRepository(session).get(actor.id)
            self.staff.trail(session).note(user, "token.use", path, login=actor.name, method=method)


def staff_of(request: Request) -> Staff:
    """The service of the app that answers this request."""
    staff: Staff = request.app.state.staff
    return staff
