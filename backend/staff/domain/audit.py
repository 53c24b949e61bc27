"""The audit trail: who saw and did what, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Entry:
    """One thing somebody saw or did.

    `actor_id` is None for the command line and for sign-ins of unknown people; `actor` is the
    login at that time. `subject` names what it was about (`conversation:…`); `detail` holds no
    personal data of citizens.
    """

    at: datetime
    actor_id: str | None
    actor: str
    action: str
    subject: str
    detail: Mapping[str, str]
