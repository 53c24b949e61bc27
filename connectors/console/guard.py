"""What happens before and after every route: rule, session, form token; audit trail."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from backend.staff.schemas import UserShape
from connectors.console import cookies, csrf
from connectors.console.access import RULES, Rule
from connectors.console.backend import Backend
from connectors.console.errors import ConsoleError, Forbidden, ForgedForm, SignInNeeded
from connectors.console.texts import preferred

_SAFE = ("GET", "HEAD")
_MOST_FIELDS = 50
# Bytes as sent: the longest text has 4000 characters, each of up to twelve bytes.
_LONGEST_FIELD = 50_000


class GuardedRoute(APIRoute):
    """A route that nobody enters against its rule. No body is read before that is settled."""

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """See fastapi.routing.APIRoute."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            rule = RULES.get((request.method, self.path_format))
            if rule is None:
                raise Forbidden
            await _enter(request, rule)
            response = await handle(request)
            if rule.audit and response.status_code < 400:
                await _note(request, rule)
            return response

        return guarded


def guarded_router() -> APIRouter:
    """A router of guarded routes."""
    return APIRouter(route_class=GuardedRoute)


def unruled(routes: Iterable[BaseRoute]) -> list[str]:
    """The routes that have no rule or are not guarded; whatever is unknown counts as such."""
    return [name for route in routes for name in _unruled(route)]


def _unruled(route: BaseRoute) -> list[str]:
    if not isinstance(route, GuardedRoute):
        return [f"{type(route).__name__} {getattr(route, 'path', '')}"]
    methods = sorted(route.methods or ())
    return [f"{m} {route.path_format}" for m in methods if (m, route.path_format) not in RULES]


async def _enter(request: Request, rule: Rule) -> None:
    language = language_of(request)
    session = request.cookies.get(cookies.SESSION, "")
    anybody = Backend(request.app.state.client, language, session)
    request.state.backend = anybody
    if rule.roles:
        if not session:
            raise SignInNeeded
        path = f"/staff/sessions/current?passive={str(rule.passive).lower()}"
        user = UserShape.model_validate(await anybody.get(path))
        if user.role not in rule.roles:
            raise Forbidden
        request.state.backend = Backend(anybody.client, language, session, user)
    if request.method not in _SAFE:
        await _check_form(request, session)


async def _check_form(request: Request, session: str) -> None:
    secret = session or request.cookies.get(cookies.VISITOR, "")
    given = request.headers.get(csrf.HEADER)
    if given is not None and not csrf.is_genuine(secret, given):
        raise ForgedForm
    # Read in any case: the route reads the same form again, and would know no bounds.
    form = await request.form(max_files=0, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD)
    if given is None and not csrf.is_genuine(secret, str(form.get(csrf.FIELD, ""))):
        raise ForgedForm


async def _note(request: Request, rule: Rule) -> None:
    subject = " ".join(
        f"{name.removesuffix('_id')}:{value}" for name, value in request.path_params.items()
    )
    body = {"action": rule.audit, "subject": subject[:240]}
    try:
        await backend_of(request).post("/staff/audit", body)
    except ConsoleError as error:
        # What was done is done; that it could not be noted must not make it fail.
        request.app.state.log.error("audit_failed: %s", type(error).__name__)


def backend_of(request: Request) -> Backend:
    """The backend in the name of who asks."""
    backend: Backend = request.state.backend
    return backend


def language_of(request: Request) -> str:
    """The language of the pages."""
    accepted = request.headers.get("accept-language", "").split(",")
    return preferred(request.cookies.get(cookies.LANGUAGE), accepted)


def member_of(request: Request) -> UserShape:
    """Who is signed in. Raises SignInNeeded on a public route without them."""
    user: Any = backend_of(request).user
    if user is None:
        raise SignInNeeded
    return UserShape.model_validate(user)


Api = Annotated[Backend, Depends(backend_of)]
Member = Annotated[UserShape, Depends(member_of)]
