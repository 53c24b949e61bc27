"""Who of the city's staff acts: named by our own console, or by a token of their own."""

from dataclasses import dataclass
from typing import Annotated, Protocol
from urllib.parse import unquote

from fastapi import Depends, Request

from backend.kit.auth import is_internal
from backend.kit.errors import Unauthorised


@dataclass(frozen=True)
class Actor:
    """A member of staff. `role` is agent, supervisor or admin; `name` is what citizens see."""

    id: str
    name: str
    role: str = "agent"
    departments: tuple[str, ...] = ()


class StaffTokens(Protocol):
    """Knows the bearer tokens of staff (`app.state.staff_tokens`)."""

    def actor_of(self, token: str) -> Actor | None:
        """Whose token it is; None for one that is unknown, expired or locked."""
        ...


def acting(request: Request) -> Actor:
    """FastAPI dependency: who acts.

    Our own processes send the internal token and name the person in `Staff-Id`, `Staff-Name`
    (percent-encoded UTF-8), `Staff-Role` and `Staff-Departments` (comma-separated). Everybody
    else sends a bearer token of their own. Raises Unauthorised.
    """
    if is_internal(request):
        return _named(request)
    actor = _by_token(request)
    if actor is None:
        raise Unauthorised
    return actor


def internal_or_staff(request: Request) -> None:
    """FastAPI dependency for what our own processes and programs of staff may call.

    Raises Unauthorised.
    """
    if not is_internal(request) and _by_token(request) is None:
        raise Unauthorised


def _by_token(request: Request) -> Actor | None:
    tokens: StaffTokens | None = getattr(request.app.state, "staff_tokens", None)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return tokens.actor_of(token.strip()) if tokens and scheme.lower() == "bearer" else None


def _named(request: Request) -> Actor:
    headers = request.headers
    staff_id = unquote(headers.get("staff-id", ""))
    if not staff_id:
        raise Unauthorised
    departments = unquote(headers.get("staff-departments", "")).split(",")
    return Actor(
        id=staff_id[:64],
        name=unquote(headers.get("staff-name", ""))[:100] or staff_id[:64],
        role=headers.get("staff-role", "agent"),
        departments=tuple(each.strip() for each in departments if each.strip()),
    )


Acting = Annotated[Actor, Depends(acting)]
