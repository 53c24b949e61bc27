"""Stored sessions and API tokens."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session as DatabaseSession

from backend.staff.domain.access import ApiToken, Session
from backend.staff.models import sessions, tokens


class AccessRepository:
    """Stored sessions and tokens, found by the hash of their secret."""

    def __init__(self, session: DatabaseSession) -> None:
        self._session = session

    def add_session(self, session: Session) -> None:
        """Store a session."""
        self._session.execute(insert(sessions).values(**asdict(session)))

    def session(self, token_hash: str) -> Session | None:
        """The session with this hash, over or not."""
        query = select(sessions).where(sessions.c.token_hash == token_hash)
        row = self._session.execute(query).one_or_none()
        return None if row is None else Session(**row._mapping)

    def touch(self, token_hash: str, now: datetime) -> None:
        """Note that a session is in use."""
        self._session.execute(
            update(sessions).where(sessions.c.token_hash == token_hash).values(seen_at=now)
        )

    def end_session(self, token_hash: str) -> None:
        """Forget a session; a repeat changes nothing."""
        self._session.execute(delete(sessions).where(sessions.c.token_hash == token_hash))

    def end_sessions(self, user_id: str, kept: str = "") -> None:
        """Forget all sessions of a user but the one with the hash `kept`."""
        self._session.execute(
            delete(sessions).where(sessions.c.user_id == user_id, sessions.c.token_hash != kept)
        )

    def add_token(self, token: ApiToken) -> None:
        """Store an API token."""
        self._session.execute(insert(tokens).values(**asdict(token)))

    def token(self, token_hash: str) -> ApiToken | None:
        """The API token with this hash, expired or not."""
        row = self._session.execute(
            select(tokens).where(tokens.c.token_hash == token_hash)
        ).one_or_none()
        return None if row is None else ApiToken(**row._mapping)

    def end_tokens(self, user_id: str) -> None:
        """Forget all API tokens of a user."""
        self._session.execute(delete(tokens).where(tokens.c.user_id == user_id))

    def forget(self, expired_before: datetime, idle_since: datetime) -> None:
        """Delete sessions and tokens that are over."""
        self._session.execute(
            delete(sessions).where(
                (sessions.c.expires_at < expired_before) | (sessions.c.seen_at < idle_since)
            )
        )
        self._session.execute(delete(tokens).where(tokens.c.expires_at < expired_before))
