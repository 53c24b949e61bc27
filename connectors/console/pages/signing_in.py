"""Sign-in, sign-out, the pages' language, help."""

import math
from contextlib import suppress
from typing import Annotated

from fastapi import Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from connectors.console import cookies, csrf
from connectors.console.errors import Refused, SignInNeeded
from connectors.console.guard import Api, guarded_router, language_of
from connectors.console.render import pages_of
from connectors.console.texts import text
from connectors.core.clients import client_of
from connectors.core.limits import Rate

router = guarded_router()
HOME = "/console/inbox"


def inside(path: str) -> str:
    """``path`` if it leads into the console, else the inbox: no link leads elsewhere."""
    safe = path.startswith("/console/") and "\\" not in path and "\n" not in path
    return path if safe else HOME


@router.get("/")
async def home() -> Response:
    """To the inbox."""
    return RedirectResponse(HOME, 303)


@router.get("/sign-in")
async def form(
    request: Request,
    api: Api,
    next: Annotated[str, Query(max_length=500)] = HOME,  # noqa: A002
) -> Response:
    """The form; a browser that is new gets the secret its form token belongs to."""
    if api.session:
        with suppress(SignInNeeded):
            await api.get("/staff/sessions/current")
            return RedirectResponse(inside(next), 303)
    return _form(request, next)


@router.post("/sign-in")
async def sign_in(
    request: Request,
    api: Api,
    login: Annotated[str, Form(max_length=80)] = "",
    password: Annotated[str, Form(max_length=200)] = "",
    next: Annotated[str, Form(max_length=500)] = HOME,  # noqa: A002
) -> Response:
    """Begin a session."""
    if refusal := _too_many(request):
        return _form(request, next, refusal, login)
    try:
        answer = await api.post("/staff/sessions", {"login": login, "password": password})
    except Refused as refusal:
        return _form(request, next, refusal, login)
    response = RedirectResponse(inside(next), 303)
    cookies.set_secret(request, response, cookies.SESSION, answer["token"])
    cookies.forget(response, cookies.VISITOR)
    return response


@router.post("/sign-out")
async def sign_out(api: Api) -> Response:
    """End the session."""
    await api.delete("/staff/sessions/current")
    response = RedirectResponse("/console/sign-in", 303)
    cookies.forget(response, cookies.SESSION)
    return response


@router.post("/language")
async def language(
    request: Request,
    choice: Annotated[str, Form(pattern="^(de|en)$")],
    next: Annotated[str, Form(max_length=500)] = HOME,  # noqa: A002
) -> Response:
    """Choose the language of the pages."""
    response = RedirectResponse(inside(next), 303)
    cookies.set_language(request, response, choice)
    return response


@router.get("/help")
async def help_page(request: Request) -> Response:
    """Keyboard shortcuts and how things work."""
    return pages_of(request).page(request, "help.html")


def _too_many(request: Request) -> Refused | None:
    """Why an address may not try yet; every try counts that is not refused."""
    state, network = request.app.state, client_of(request.scope).network
    if network is None:
        return None
    rate: Rate = state.sign_ins
    now = state.clock()
    if wait := rate.wait(network, now):
        words = text("sign_in.too_many", language_of(request), seconds=math.ceil(wait))
        return Refused(429, "too_many_sign_ins", words)
    rate.count(network, now)
    return None


def _form(
    request: Request, target: str, refusal: Refused | None = None, login: str = ""
) -> Response:
    # A session that is over must not be what the form's token is bound to: the cookie goes.
    secret = request.cookies.get(cookies.VISITOR) or csrf.new_visitor()
    response = pages_of(request).page(
        request,
        "sign_in.html",
        refusal.status if refusal else 200,
        csrf=csrf.token_for(secret),
        next=inside(target),
        words=refusal.words if refusal else "",
        login=login,
    )
    cookies.forget(response, cookies.SESSION)
    cookies.set_secret(request, response, cookies.VISITOR, secret)
    return response
