"""Limits of the service, and what follows from them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
_FEWEST_DIFFERENT = 5


@dataclass(frozen=True)
class Rules:
    """`failures` wrong passwords in a row lock a user for `locked`.

    A session ends `session_life` after it began, and when it was not used for `session_idle`. An
    API token lasts for `token_life`.
    """

    failures: int
    locked: timedelta
    session_life: timedelta
    session_idle: timedelta
    token_life: timedelta

    def locked_until(self, failures: int, now: datetime) -> datetime | None:
        """Until when a user with that many failures in a row is locked from now on, if at all."""
        return now + self.locked if failures >= self.failures else None


def is_weak(password: str, login: str) -> bool:
    """Whether a password is too easy to guess, or longer than any that is hashed.

    Length counts, not kinds of characters (NIST SP 800-63B, 5.1.1.2).
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        return True
    plain = password.lower()
    return login in plain or len(set(plain)) < _FEWEST_DIFFERENT
