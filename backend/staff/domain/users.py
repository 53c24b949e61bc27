"""People of the city who work with the assistant."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class Role(StrEnum):
    """What somebody may do: answer people, also look after a team, also look after users."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


@dataclass(frozen=True)
class User:
    """One member of staff.

    `login` is unique and lower case; `name` is shown to citizens; `department` is a key of the
    city's departments, or None; `languages` those they answer in. An inactive user cannot sign
    in. `failures` counts wrong passwords since the last right one; until `locked_until` even the
    right one is refused.
    """

    id: str
    login: str
    name: str
    role: Role
    department: str | None
    languages: tuple[str, ...]
    active: bool
    failures: int
    locked_until: datetime | None
    created_at: datetime

    def is_locked(self, now: datetime) -> bool:
        """Whether too many wrong passwords shut this user out at this instant."""
        return self.locked_until is not None and now < self.locked_until


def normalise_login(text: str) -> str | None:
    """A login as it is stored, or None if it cannot be one: 2 to 40 of a–z, 0–9, `.`, `_`, `-`."""
    login = text.strip().lower()
    return login if _LOGIN.fullmatch(login) else None
