"""REST of sign-in and of one's own session; only our own processes may call it.

Every other endpoint of the service names the acting user by the header `Staff-Session`.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request, status

from backend.kit.auth import internal
from backend.kit.container import container_of
from backend.kit.errors import ServiceError
from backend.kit.sessions import Reading, Writing
from backend.staff.domain.users import User
from backend.staff.schemas import (
    AuditRequest,
    OwnPasswordRequest,
    SignInAnswer,
    SignInRequest,
    UserShape,
)
from backend.staff.wiring import staff_of

router = APIRouter(prefix="/staff", tags=["staff"], dependencies=[Depends(internal)])

SessionToken = Annotated[str, Header(alias="Staff-Session", max_length=200)]


def member(request: Request, session: Reading, token: SessionToken = "") -> User:
    """FastAPI dependency: whose session the header names. Raises NotSignedIn."""
    user, _ = staff_of(request).signing_in(session).current(token)
    return user


Member = Annotated[User, Depends(member, scope="function")]


@router.post("/sessions", status_code=status.HTTP_201_CREATED)
def sign_in(body: SignInRequest, request: Request) -> SignInAnswer:
    """Begin a session; wrong passwords are counted and lock the user for a while."""
    staff, database = staff_of(request), container_of(request).database
    with database.reading() as session:
        given = staff.signing_in(session).credentials(body.login)
    # Hashing is slow by design; no transaction waits for it.
    right = staff.passwords.fits(given.password_hash, body.password)
    # Not the session dependency: a refusal raised inside it would roll back the counted try.
    with database.writing() as session:
        outcome = staff.signing_in(session).sign_in(given, right)
    if isinstance(outcome, ServiceError):
        raise outcome
    return SignInAnswer(
        token=outcome.token,
        expires_at=outcome.session.expires_at,
        user=UserShape.model_validate(outcome.user),
    )


@router.get("/sessions/current")
def current(request: Request, token: SessionToken = "", passive: bool = False) -> UserShape:
    """Whose session this is; that it is in use is noted, unless a page asks `passive`ly."""
    staff, database = staff_of(request), container_of(request).database
    with database.reading() as session:
        signing_in = staff.signing_in(session)
        user, found = signing_in.current(token)
        noting = not passive and signing_in.is_to_be_noted(found)
    if noting:
        with database.writing() as session:
            staff.signing_in(session).note_use(found)
    return UserShape.model_validate(user)


@router.delete("/sessions/current", status_code=status.HTTP_204_NO_CONTENT)
def sign_out(request: Request, session: Writing, token: SessionToken = "") -> None:
    """End a session; a repeat changes nothing."""
    staff_of(request).signing_in(session).sign_out(token)


@router.put("/sessions/current/password", status_code=status.HTTP_204_NO_CONTENT)
def change_own_password(
    body: OwnPasswordRequest,
    request: Request,
    user: Member,
    session: Writing,
    token: SessionToken = "",
) -> None:
    """Change one's own password; all other sessions of the user end."""
    staff_of(request).managing(session).change_own_password(user, body.old, body.new, token)


@router.post("/audit", status_code=status.HTTP_204_NO_CONTENT)
def note(body: AuditRequest, request: Request, user: Member, session: Writing) -> None:
    """Keep in the audit trail what the session's user saw or did."""
    staff_of(request).trail(session).note(user, body.action, body.subject, **body.detail)
