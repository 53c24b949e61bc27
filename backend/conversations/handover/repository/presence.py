"""Who of staff is there."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from backend.conversations.handover.domain.staff import Present
from backend.conversations.handover.models import presence
from backend.kit.database import upsert


class PresenceRepository:
    """The last sign of life of each member of staff."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, present: Present) -> None:
        """Note a sign of life with everything it tells."""
        values: dict[str, Any] = {
            "name": present.name,
            "status": present.status,
            "most": present.limit,
            "languages": list(present.languages),
            "departments": list(present.departments),
            "seen_at": present.seen_at,
        }
        self._session.execute(
            upsert(self._session, presence)
            .values(id=present.id, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )

    def touch(self, staff: str, now: datetime) -> None:
        """Note a sign of life of somebody known."""
        self._session.execute(update(presence).where(presence.c.id == staff).values(seen_at=now))

    def all(self) -> list[Present]:
        """Everybody ever seen."""
        return [
            Present(
                id=row.id,
                name=row.name,
                status=row.status,
                limit=row.most,
                languages=tuple(row.languages),
                departments=tuple(row.departments),
                seen_at=row.seen_at,
            )
            for row in self._session.execute(select(presence).order_by(presence.c.name))
        ]

    def get(self, staff: str) -> Present | None:
        """One member of staff."""
        return next((each for each in self.all() if each.id == staff), None)
