"""Shapes of the staff API; other packages may import these. Instants are UTC."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from backend.kit.wire import Storable
from backend.staff.domain.rules import LONGEST_PASSWORD

RoleName = Literal["agent", "supervisor", "admin"]
LanguageName = Literal["de", "en"]


def _something(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return " ".join(text.split())


Name = Annotated[str, Field(max_length=80), AfterValidator(_something), Storable]
Department = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,64}$")]
Password = Annotated[str, Field(max_length=LONGEST_PASSWORD), Storable]


class Shape(BaseModel):
    """Base of all shapes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class UserShape(Shape):
    """A member of staff; `locked_until` is null unless wrong passwords locked them out."""

    id: str
    login: str
    name: str
    role: RoleName
    department: str | None
    languages: list[str]
    active: bool
    locked_until: datetime | None
    created_at: datetime


class UserList(Shape):
    """Every user by login."""

    users: list[UserShape]


class UserRequest(Shape):
    """A user to be."""

    login: Annotated[str, Field(max_length=80)]
    name: Name
    role: RoleName = "agent"
    department: Department | None = None
    languages: list[LanguageName] = ["de"]
    password: Password


class UserChange(Shape):
    """What changes of a user; what is absent stays."""

    name: Name | None = None
    role: RoleName | None = None
    department: Department | None = None
    languages: list[LanguageName] | None = None
    active: bool | None = None


class PasswordRequest(Shape):
    """A new password for a user."""

    password: Password


class OwnPasswordRequest(Shape):
    """A new password for oneself."""

    old: Password
    new: Password


class SignInRequest(Shape):
    """Login and password."""

    login: Annotated[str, Field(max_length=80), Storable]
    password: Password


class SignInAnswer(Shape):
    """A new session; `token` goes into the browser's cookie and nowhere else."""

    token: str
    expires_at: datetime
    user: UserShape


class AuditRequest(Shape):
    """Something the session's user saw or did."""

    action: Annotated[str, Field(pattern=r"^[a-z_.]{1,64}$")]
    subject: Annotated[str, Field(max_length=240), Storable] = ""
    detail: dict[str, str] = {}


class AuditShape(Shape):
    """An entry of the audit trail; `actor_id` is null for the command line."""

    at: datetime
    actor_id: str | None
    actor: str
    action: str
    subject: str
    detail: dict[str, str]


class AuditList(Shape):
    """Entries, newest first."""

    entries: list[AuditShape]
