"""``frontdoor users``: members of staff in the database, without a running front door."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from backend.kit.clock import clock_from
from backend.kit.database import Database
from backend.kit.errors import ServiceError
from backend.kit.ids import RandomIds
from backend.kit.migrations import migrate
from backend.kit.settings import BackendSettings
from backend.kit.texts import COMMON, load_texts
from backend.staff.domain.users import Role, User
from backend.staff.passwords import Argon2Passwords
from backend.staff.service.managing import Draft, Managing
from backend.staff.settings import TEXT_FILE, StaffSettings
from backend.staff.wiring import Staff
from frontdoor.settings import FrontDoorSettings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add(draft: Draft) -> User:
    """Store a user. Raises SystemExit with the reason when that is refused."""
    with _managing() as managing:
        return managing.add(draft)


def listed() -> list[str]:
    """A line a user: login, role, department, languages, state, name."""
    with _managing() as managing:
        now = managing.clock.now()
        return [
            "\t".join(
                (
                    user.login,
                    user.role.value,
                    user.department or "-",
                    ",".join(user.languages),
                    "locked" if user.is_locked(now) else "active" if user.active else "off",
                    user.name,
                )
            )
            for user in managing.all()
        ]


def change(login: str, **values: object) -> None:
    """Set columns of a user (`role`, `active`, …). Raises SystemExit when that is refused."""
    with _managing() as managing:
        managing.change(managing.by_login(login).id, values)


def unlock(login: str) -> None:
    """Let a user sign in again, whoever locked them. Raises SystemExit for an unknown one."""
    with _managing() as managing:
        user = managing.by_login(login)
        managing.unlock(user.id)
        managing.change(user.id, {"active": True})


def set_password(login: str, password: str) -> None:
    """Give a user a new password. Raises SystemExit when that is refused."""
    with _managing() as managing:
        managing.set_password(managing.by_login(login).id, password)


def make_token(login: str, label: str) -> str:
    """An API token in the name of a user. Raises SystemExit for an unknown one."""
    with _staff() as (staff, session):
        return staff.tokens(session).make(staff.managing(session).by_login(login), label)


def revoke_tokens(login: str) -> None:
    """End all API tokens of a user. Raises SystemExit for an unknown one."""
    with _staff() as (staff, session):
        staff.tokens(session).revoke(staff.managing(session).by_login(login))


def read_password(typed: Callable[[], str], piped: str | None) -> tuple[str, bool]:
    """The password from a pipe, else as ``typed``; made up (True) when the pipe is empty."""
    if piped is None:
        return typed(), False
    given = piped.rstrip("\r\n")
    return (given, False) if given else (secrets.token_urlsafe(15), True)


def role_named(name: str) -> Role:
    """A role by its name. Raises ValueError."""
    return Role(name)


@contextmanager
def _managing() -> Iterator[Managing]:
    with _staff() as (staff, session):
        yield staff.managing(session)


@contextmanager
def _staff() -> Iterator[tuple[Staff, "Session"]]:
    settings = FrontDoorSettings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    own = BackendSettings(data_dir=settings.data_dir, now=settings.now)
    database = Database(own.resolved_database_url)
    try:
        migrate(database.engine)
        rules = StaffSettings().rules()
        staff = Staff(clock_from(own.now), RandomIds(), rules, Argon2Passwords())
        with database.writing() as session:
            yield staff, session
    except ServiceError as refusal:
        texts = load_texts((COMMON, TEXT_FILE))
        raise SystemExit(texts.say(refusal.text_key, "en", refusal.details)) from None
    finally:
        database.dispose()
