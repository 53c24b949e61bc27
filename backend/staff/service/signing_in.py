"""Signing in and out."""

from dataclasses import dataclass, replace
from datetime import timedelta

from backend.kit.clock import Clock
from backend.kit.errors import ServiceError
from backend.staff.domain.access import Session
from backend.staff.domain.rules import Rules
from backend.staff.domain.users import User, normalise_login
from backend.staff.errors import NotSignedIn, WrongPassword
from backend.staff.repository.access import AccessRepository
from backend.staff.repository.users import UserRepository
from backend.staff.service.secrets import hash_of, new_secret
from backend.staff.service.trail import Trail

_UNKNOWN = "unknown"
# A session's use is noted this often at most, so that reading a page seldom writes.
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Credentials:
    """Whom a login means, and the hash that the password has to fit."""

    user_id: str | None
    password_hash: str | None


@dataclass(frozen=True)
class SignedIn:
    """A new session; `token` is known to the browser alone."""

    token: str
    session: Session
    user: User


@dataclass(frozen=True)
class SigningIn:
    """Checks passwords and keeps sessions."""

    users: UserRepository
    access: AccessRepository
    trail: Trail
    clock: Clock
    rules: Rules

    def credentials(self, login: str) -> Credentials:
        """What to check a password against; without any user when the login is unknown."""
        user = self.users.by_login(normalise_login(login) or "")
        if user is None:
            return Credentials(None, None)
        return Credentials(user.id, self.users.password_hash(user.id))

    def sign_in(self, given: Credentials, right: bool) -> SignedIn | ServiceError:
        """Count a try and begin a session; a refusal is returned, so that the count is kept."""
        now = self.clock.now()
        user = self.users.get(given.user_id, lock=True) if given.user_id else None
        if user is None:
            # Not what was typed: that may be a password in the wrong field.
            self.trail.note(None, "sign_in.failed", login=_UNKNOWN)
            return WrongPassword()
        if user.is_locked(now):
            self.trail.note(user, "sign_in.locked")
            return WrongPassword()
        # The password may have changed while it was being checked.
        unchanged = self.users.password_hash(user.id) == given.password_hash
        if not (right and unchanged and user.active):
            failures = user.failures + 1
            until = self.rules.locked_until(failures, now)
            self.users.change(user.id, failures=0 if until else failures, locked_until=until)
            self.trail.note(user, "sign_in.failed")
            return WrongPassword()
        self.users.change(user.id, failures=0, locked_until=None)
        token = new_secret()
        session = Session(hash_of(token), user.id, now, now, now + self.rules.session_life)
        self.access.add_session(session)
        self.trail.note(user, "sign_in")
        return SignedIn(token, session, replace(user, failures=0, locked_until=None))

    def current(self, token: str) -> tuple[User, Session]:
        """Whose session this is. Raises NotSignedIn."""
        session = self.access.session(hash_of(token))
        if session is None or session.is_over(self.clock.now(), self.rules.session_idle):
            raise NotSignedIn
        user = self.users.get(session.user_id)
        if user is None or not user.active:
            raise NotSignedIn
        return user, session

    def is_to_be_noted(self, session: Session) -> bool:
        """Whether the use of a session has not been noted for a while."""
        return self.clock.now() - session.seen_at >= _NOTED_EVERY

    def note_use(self, session: Session) -> None:
        """Note that a session is in use."""
        self.access.touch(session.token_hash, self.clock.now())

    def sign_out(self, token: str) -> None:
        """End a session; unknown ones are fine."""
        session = self.access.session(hash_of(token))
        if session is not None:
            self.access.end_session(session.token_hash)
            self.trail.note(self.users.get(session.user_id), "sign_out")
