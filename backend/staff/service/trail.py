"""Keeping the audit trail."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.kit.clock import Clock
from backend.staff.domain.audit import Entry
from backend.staff.domain.users import User
from backend.staff.repository.audit import AuditRepository, Filter

COMMAND_LINE = "command line"


@dataclass(frozen=True)
class Trail:
    """Who saw and did what, when."""

    entries: AuditRepository
    clock: Clock

    def note(
        self,
        user: User | None,
        action: str,
        subject: str = "",
        login: str = COMMAND_LINE,
        **detail: str,
    ) -> None:
        """Keep an entry; `login` names the actor where there is no user."""
        actor_id, actor = (user.id, user.login) if user else (None, login)
        self.entries.add(Entry(self.clock.now(), actor_id, actor, action, subject[:240], detail))

    def latest(self, wanted: Filter, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Entries that match, newest first."""
        return self.entries.latest(wanted, limit, offset)
