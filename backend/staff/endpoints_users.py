"""REST of users and of the audit trail, by the acting user's role."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, status

from backend.kit.auth import internal
from backend.kit.errors import Forbidden
from backend.kit.sessions import Reading, Writing
from backend.staff.domain.users import Role, User
from backend.staff.endpoints import Member
from backend.staff.repository.audit import Filter
from backend.staff.schemas import (
    AuditList,
    AuditShape,
    PasswordRequest,
    UserChange,
    UserList,
    UserRequest,
    UserShape,
)
from backend.staff.service.managing import Draft
from backend.staff.wiring import staff_of

router = APIRouter(prefix="/staff", tags=["staff"], dependencies=[Depends(internal)])


def admin(user: Member) -> User:
    """FastAPI dependency: the acting user, if an admin. Raises Forbidden."""
    if user.role is not Role.ADMIN:
        raise Forbidden
    return user


def supervisor(user: Member) -> User:
    """FastAPI dependency: the acting user, if no mere agent. Raises Forbidden."""
    if user.role is Role.AGENT:
        raise Forbidden
    return user


Admin = Annotated[User, Depends(admin, scope="function")]
Supervisor = Annotated[User, Depends(supervisor, scope="function")]


@router.get("/users")
def users(request: Request, user: Member, session: Reading) -> UserList:
    """Every user; colleagues need the names to hand conversations over."""
    found = staff_of(request).managing(session).all()
    return UserList(users=[UserShape.model_validate(each) for each in found])


@router.post("/users", status_code=status.HTTP_201_CREATED)
def add(body: UserRequest, request: Request, actor: Admin, session: Writing) -> UserShape:
    """Add a user."""
    draft = Draft(
        login=body.login,
        name=body.name,
        role=Role(body.role),
        department=body.department,
        languages=tuple(body.languages),
        password=body.password,
    )
    return UserShape.model_validate(staff_of(request).managing(session, actor).add(draft))


@router.patch("/users/{user_id}")
def change(
    user_id: str, body: UserChange, request: Request, actor: Admin, session: Writing
) -> UserShape:
    """Change a user; a new role or none ends their sessions."""
    values = body.model_dump(exclude_unset=True)
    kept = {key: value for key, value in values.items() if value is not None or key == "department"}
    if "role" in kept:
        kept["role"] = Role(kept["role"])
    changed = staff_of(request).managing(session, actor).change(user_id, kept)
    return UserShape.model_validate(changed)


@router.post("/users/{user_id}/unlock", status_code=status.HTTP_204_NO_CONTENT)
def unlock(user_id: str, request: Request, actor: Admin, session: Writing) -> None:
    """Let a user who was locked out try again."""
    staff_of(request).managing(session, actor).unlock(user_id)


@router.put("/users/{user_id}/password", status_code=status.HTTP_204_NO_CONTENT)
def set_password(
    user_id: str, body: PasswordRequest, request: Request, actor: Admin, session: Writing
) -> None:
    """Give a user a new password; their sessions end."""
    staff_of(request).managing(session, actor).set_password(user_id, body.password)


@router.get("/audit")
def audit(
    request: Request,
    actor: Supervisor,
    session: Reading,
    by: Annotated[str, Query(max_length=40)] = "",
    action: Annotated[str, Query(max_length=64)] = "",
    subject: Annotated[str, Query(max_length=240)] = "",
    limit: Annotated[int, Query(ge=1, le=10_000)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> AuditList:
    """Who saw and did what, newest first."""
    wanted = Filter(by, action, subject)
    entries = staff_of(request).trail(session).latest(wanted, limit, offset)
    return AuditList(entries=[AuditShape.model_validate(each) for each in entries])
