"""Stored users and their password hashes."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update
from sqlalchemy.orm import Session

from backend.kit.database import lock_names, upsert
from backend.staff.domain.users import Role, User
from backend.staff.models import users

_COLUMNS = [users.c[field.name] for field in fields(User)]


class UserRepository:
    """Stored users."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, user: User, password_hash: str) -> bool:
        """Store a user; False if the login is taken."""
        values = asdict(user) | {"languages": list(user.languages)}
        made = self._session.scalar(
            upsert(self._session, users)
            .values(**values, password_hash=password_hash)
            .on_conflict_do_nothing(index_elements=["login"])
            .returning(users.c.id)
        )
        return made is not None

    def all(self) -> Sequence[User]:
        """Every user by login."""
        return [_user(row) for row in self._session.execute(select(*_COLUMNS).order_by("login"))]

    def get(self, user_id: str, *, lock: bool = False) -> User | None:
        """One user; locked, nobody else changes it until the transaction ends."""
        return self._one(users.c.id == user_id, lock=lock)

    def by_login(self, login: str) -> User | None:
        """The user with a login in its stored form."""
        return self._one(users.c.login == login)

    def password_hash(self, user_id: str) -> str | None:
        """The hash of a user's password."""
        found: str | None = self._session.scalar(
            select(users.c.password_hash).where(users.c.id == user_id)
        )
        return found

    def lock_admins(self) -> None:
        """Let only one transaction at a time take power from an admin."""
        lock_names(self._session, ["staff.admins"])

    def change(self, user_id: str, **values: Any) -> None:
        """Set columns of a user."""
        self._session.execute(update(users).where(users.c.id == user_id).values(**values))

    def _one(self, condition: ColumnElement[bool], *, lock: bool = False) -> User | None:
        query = select(*_COLUMNS).where(condition)
        row = self._session.execute(query.with_for_update() if lock else query).one_or_none()
        return None if row is None else _user(row)


def _user(row: Row[Any]) -> User:
    values = dict(row._mapping)
    return User(**values | {"role": Role(row.role), "languages": tuple(row.languages)})
