"""Stored challenges, and what is noted about them."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from backend.identity.domain.challenge import Challenge
from backend.identity.models import challenges, events
from backend.kit.database import upsert

_COLUMNS = [challenges.c[field.name] for field in fields(Challenge)]


class ChallengeRepository:
    """Stored challenges."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, challenge: Challenge, mark: str | None) -> bool:
        """Store a challenge; False if there is one with its mark.

        Waits for a rival that is storing the same mark.
        """
        made = self._session.scalar(
            upsert(self._session, challenges)
            .values(**asdict(challenge), idempotency_mark=mark)
            .on_conflict_do_nothing(index_elements=["idempotency_mark"])
            .returning(challenges.c.id)
        )
        return made is not None

    def by_mark(self, mark: str) -> Challenge | None:
        """The challenge that was stored with a mark."""
        return self._one(challenges.c.idempotency_mark == mark)

    def locked(self, challenge_id: str) -> Challenge | None:
        """One challenge that nobody else changes until the transaction ends."""
        return self._one(challenges.c.id == challenge_id, lock=True)

    def without_code(self, now: datetime) -> Sequence[str]:
        """Ids of the challenges whose code is still to be made, oldest first."""
        query = (
            select(challenges.c.id)
            .where(challenges.c.code_hash.is_(None), challenges.c.expires_at > now)
            .order_by(challenges.c.created_at)
        )
        return self._session.scalars(query).all()

    def change(self, challenge_id: str, **values: Any) -> None:
        """Set columns of a challenge."""
        self._session.execute(
            update(challenges).where(challenges.c.id == challenge_id).values(**values)
        )

    def note(self, event: str, challenge_id: str, now: datetime) -> None:
        """Keep that something happened."""
        self._session.execute(insert(events).values(at=now, event=event, challenge_id=challenge_id))

    def forget(self, expired_before: datetime, noted_before: datetime) -> int:
        """Delete what is old; how many challenges that were."""
        gone = delete(challenges).where(challenges.c.expires_at < expired_before)
        count = len(self._session.execute(gone.returning(challenges.c.id)).all())
        self._session.execute(delete(events).where(events.c.at < noted_before))
        return count

    def _one(self, condition: ColumnElement[bool], *, lock: bool = False) -> Challenge | None:
        query = select(*_COLUMNS).where(condition)
        row = self._session.execute(query.with_for_update() if lock else query).one_or_none()
        return None if row is None else Challenge(**row._mapping)
