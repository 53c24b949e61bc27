"""Hashing of passwords."""

from threading import BoundedSemaphore
from typing import Protocol

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# Each hash takes 64 MB and a core: many at once would take both from those who chat.
_AT_ONCE = 2


class Passwords(Protocol):
    """Hashes passwords slowly, and checks them."""

    def hash(self, password: str) -> str:
        """A salted hash that holds its own parameters."""
        ...

    def fits(self, hashed: str | None, password: str) -> bool:
        """Whether a password has this hash; as slow, and never true, for None."""
        ...


class Argon2Passwords:
    """Argon2id with the library's defaults (RFC 9106, low-memory recommendation), two at once."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = BoundedSemaphore(_AT_ONCE)
        # Unknown logins take as long as known ones, so that logins cannot be found out.
        self._decoy = self._hasher.hash("a password that nobody has")

    def hash(self, password: str) -> str:
        """See Passwords."""
        with self._turns:
            return self._hasher.hash(password)

    def fits(self, hashed: str | None, password: str) -> bool:
        """See Passwords."""
        try:
            with self._turns:
                self._hasher.verify(hashed or self._decoy, password)
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None


def quick_passwords() -> Argon2Passwords:
    """The same with parameters far too cheap for use: for tests."""
    return Argon2Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
