"""Who of the city's staff acts: named by our own console, or by a token of their own."""

from dataclasses import dataclass
from typing import Annotated, Protocol
from urllib.parse import unquote

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from backend.kit.auth import is_internal
from backend.kit.container import container_of
from backend.kit.errors import Forbidden, Unauthorised

AGENT = "agent"


@dataclass(frozen=True)
class Actor:
    """A member of staff. `role` is agent, supervisor or admin; `name` is what citizens see."""

    id: str
    name: str
    role: str = AGENT
    departments: tuple[str, ...] = ()


class StaffTokens(Protocol):
    """Knows the bearer tokens of staff (`app.state.staff_tokens`)."""

    def actor_of(self, token: str) -> Actor | None:
        """Whose token it is; None for one that is unknown, expired or locked."""
        ...

    def note(self, actor: Actor, method: str, path: str) -> None:
        """Keep in the audit trail what an actor's token was used for."""
        ...


async def noted(request: Request) -> None:
    """FastAPI dependency of every route: the use of a token stands in the audit trail.

    It has a transaction of its own, and so has to come before any session of the request.
    """
    tokens: StaffTokens | None = getattr(request.app.state, "staff_tokens", None)
    if tokens is None or "authorization" not in request.headers or is_internal(request):
        return
    turns = container_of(request).database.turns
    async with turns.any():
        actor = await run_in_threadpool(_by_token, request)
    if actor is not None:
        async with turns.writing(), turns.any():
            await run_in_threadpool(tokens.note, actor, request.method, request.url.path)


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


def internal_or_lead(request: Request) -> None:
    """FastAPI dependency for what only tokens of supervisors and admins may do.

    Our own processes may: the console asks its own table of roles. Raises Unauthorised, Forbidden.
    """
    if is_internal(request):
        return
    actor = _by_token(request)
    if actor is None:
        raise Unauthorised
    if actor.role == AGENT:
        raise Forbidden


def _by_token(request: Request) -> Actor | None:
    state = request.state
    if not hasattr(state, "token_actor"):
        state.token_actor = _looked_up(request)
    found: Actor | None = state.token_actor
    return found


def _looked_up(request: Request) -> Actor | None:
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
        role=headers.get("staff-role", AGENT),
        departments=tuple(each.strip() for each in departments if each.strip()),
    )


Acting = Annotated[Actor, Depends(acting)]
