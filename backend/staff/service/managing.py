"""Looking after users."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.kit.clock import Clock
from backend.kit.ids import Ids
from backend.staff.domain.rules import SHORTEST_PASSWORD, is_weak
from backend.staff.domain.users import Role, User, normalise_login
from backend.staff.errors import (
    BadLogin,
    LastAdmin,
    LoginTaken,
    UserNotFound,
    WeakPassword,
    WrongPassword,
)
from backend.staff.passwords import Passwords
from backend.staff.repository.access import AccessRepository
from backend.staff.repository.users import UserRepository
from backend.staff.service.secrets import hash_of
from backend.staff.service.trail import Trail


@dataclass(frozen=True)
class Draft:
    """A user to be: see User."""

    login: str
    name: str
    role: Role
    department: str | None
    languages: tuple[str, ...]
    password: str


@dataclass(frozen=True)
class Managing:
    """Adds and changes users; `actor` is None on the command line."""

    users: UserRepository
    access: AccessRepository
    trail: Trail
    passwords: Passwords
    clock: Clock
    ids: Ids
    actor: User | None = None

    def all(self) -> Sequence[User]:
        """Every user by login."""
        return self.users.all()

    def by_login(self, login: str) -> User:
        """One user by login. Raises UserNotFound."""
        found = self.users.by_login(normalise_login(login) or "")
        if found is None:
            raise UserNotFound
        return found

    def add(self, draft: Draft) -> User:
        """Store a user. Raises BadLogin, WeakPassword, LoginTaken."""
        login = normalise_login(draft.login)
        if login is None:
            raise BadLogin
        hashed = self._hashed(draft.password, login)
        user = User(
            id=self.ids.new(),
            login=login,
            name=draft.name,
            role=draft.role,
            department=draft.department,
            languages=draft.languages,
            active=True,
            failures=0,
            locked_until=None,
            created_at=self.clock.now(),
        )
        if not self.users.add(user, hashed):
            raise LoginTaken
        self.trail.note(self.actor, "user.add", f"user:{login}", role=draft.role.value)
        return user

    def change(self, user_id: str, values: Mapping[str, Any]) -> User:
        """Set name, role, department, languages or active; less power ends their sessions.

        Raises UserNotFound, LastAdmin.
        """
        user = self._locked(user_id)
        role, active = values.get("role", user.role), values.get("active", user.active)
        if user.role is Role.ADMIN and user.active and not (role is Role.ADMIN and active):
            self._keep_an_admin(user)
        self.users.change(user.id, **values)
        if role is not user.role or not active:
            self.access.end_sessions(user.id)
        if not active:
            self.access.end_tokens(user.id)
        changed = {key: str(value) for key, value in values.items() if key in ("role", "active")}
        self.trail.note(self.actor, "user.change", f"user:{user.login}", **changed)
        return self._locked(user_id)

    def unlock(self, user_id: str) -> None:
        """Let a user try passwords again. Raises UserNotFound."""
        user = self._locked(user_id)
        self.users.change(user.id, failures=0, locked_until=None)
        self.trail.note(self.actor, "user.unlock", f"user:{user.login}")

    def set_password(self, user_id: str, password: str) -> None:
        """Give a user a new password; their sessions end. Raises UserNotFound, WeakPassword."""
        user = self._locked(user_id)
        self.users.change(user.id, password_hash=self._hashed(password, user.login))
        self.access.end_sessions(user.id)
        self.trail.note(self.actor, "user.password", f"user:{user.login}")

    def change_own_password(self, user: User, old: str, new: str, session_token: str) -> None:
        """Change one's own password; other sessions end. Raises WrongPassword, WeakPassword."""
        self._locked(user.id)
        if not self.passwords.fits(self.users.password_hash(user.id), old):
            raise WrongPassword
        self.users.change(user.id, password_hash=self._hashed(new, user.login))
        self.access.end_sessions(user.id, kept=hash_of(session_token))
        self.trail.note(user, "user.password", f"user:{user.login}")

    def _hashed(self, password: str, login: str) -> str:
        if is_weak(password, login):
            raise WeakPassword({"shortest": SHORTEST_PASSWORD})
        return self.passwords.hash(password)

    def _keep_an_admin(self, leaving: User) -> None:
        self.users.lock_admins()
        others = [each for each in self.users.all() if each.id != leaving.id]
        if not any(each.role is Role.ADMIN and each.active for each in others):
            raise LastAdmin

    def _locked(self, user_id: str) -> User:
        found = self.users.get(user_id, lock=True)
        if found is None:
            raise UserNotFound
        return found
