"""API tokens of programs."""

from dataclasses import dataclass

from backend.kit.clock import Clock
from backend.staff.domain.access import TOKEN_PREFIX, ApiToken
from backend.staff.domain.rules import Rules
from backend.staff.domain.users import User
from backend.staff.repository.access import AccessRepository
from backend.staff.repository.users import UserRepository
from backend.staff.service.secrets import hash_of, new_secret
from backend.staff.service.trail import Trail


@dataclass(frozen=True)
class Tokens:
    """Makes and reads API tokens."""

    users: UserRepository
    access: AccessRepository
    trail: Trail
    clock: Clock
    rules: Rules

    def make(self, user: User, label: str) -> str:
        """A new token in the name of a user; it is shown this once."""
        now = self.clock.now()
        secret = new_secret(TOKEN_PREFIX)
        expires = now + self.rules.token_life
        self.access.add_token(ApiToken(hash_of(secret), user.id, label, now, expires))
        self.trail.note(None, "token.make", f"user:{user.login}", label=label)
        return secret

    def revoke(self, user: User) -> None:
        """End all tokens of a user."""
        self.access.end_tokens(user.id)
        self.trail.note(None, "token.revoke", f"user:{user.login}")

    def user_of(self, secret: str) -> User | None:
        """In whose name a token speaks; None when it is unknown or expired, or they are off."""
        token = self.access.token(hash_of(secret)) if secret.startswith(TOKEN_PREFIX) else None
        if token is None or self.clock.now() >= token.expires_at:
            return None
        user = self.users.get(token.user_id)
        return user if user and user.active else None
