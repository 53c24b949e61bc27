"""The stored audit trail; it only grows, and ages out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from backend.staff.domain.audit import Entry
from backend.staff.models import audit

_COLUMNS = [audit.c[field.name] for field in fields(Entry)]


@dataclass(frozen=True)
class Filter:
    """Which entries are wanted; empty means any. `subject` is the beginning of it."""

    actor: str = ""
    action: str = ""
    subject: str = ""


class AuditRepository:
    """The audit trail."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, entry: Entry) -> None:
        """Keep an entry."""
        values = asdict(entry) | {"detail": dict(entry.detail)}
        self._session.execute(insert(audit).values(**values))

    def latest(self, wanted: Filter, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Entries that match, newest first."""
        query = select(*_COLUMNS).order_by(audit.c.id.desc()).limit(limit).offset(offset)
        if wanted.actor:
            query = query.where(audit.c.actor == wanted.actor)
        if wanted.action:
            query = query.where(audit.c.action.startswith(wanted.action, autoescape=True))
        if wanted.subject:
            query = query.where(audit.c.subject.startswith(wanted.subject, autoescape=True))
        return [Entry(**row._mapping) for row in self._session.execute(query)]

    def forget_before(self, moment: datetime) -> None:
        """Delete entries older than `moment`."""
        self._session.execute(delete(audit).where(audit.c.at < moment))
