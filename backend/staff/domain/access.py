"""Proofs that somebody is who they are: sessions of browsers, tokens of programs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

TOKEN_PREFIX = "fds_"  # noqa: S105  (no secret: lets scanners find tokens that leaked)


@dataclass(frozen=True)
class Session:
    """A browser that is signed in; only the hash of its token is stored."""

    token_hash: str
    user_id: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime

    def is_over(self, now: datetime, idle: timedelta) -> bool:
        """Whether it ended, by age or for want of use."""
        return now >= self.expires_at or now - self.seen_at >= idle


@dataclass(frozen=True)
class ApiToken:
    """A program's way in, in the name of a user; only the hash is stored."""

    token_hash: str
    user_id: str
    label: str
    created_at: datetime
    expires_at: datetime
