"""The console as one app, to be mounted at ``/console``."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from connectors.console.canned import Canned, load_canned
from connectors.console.errors import ConsoleError, Refused, SignInNeeded
from connectors.console.guard import language_of, unruled
from connectors.console.pages import (
    account,
    appointments,
    audit,
    callbacks,
    conversation,
    figures,
    gaps,
    inbox,
    live,
    signing_in,
    steps,
    users,
)
from connectors.console.render import Pages
from connectors.console.texts import text
from connectors.core.inbox import Inbox
from connectors.core.limits import Rate

SIGN_INS_PER_MINUTE = 10
STATIC = Path(__file__).with_name("static")
_ROOMS = (
    signing_in,
    account,
    inbox,
    live,
    callbacks,
    conversation,
    steps,
    appointments,
    gaps,
    figures,
    users,
    audit,
)
_HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    ),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True)
class Files:
    """What the console reads: canned answers, the intents' names, what people call them."""

    canned: Path
    domain: Path
    titles: Path


def create_console(
    client: httpx.AsyncClient,
    listening: Inbox,
    files: Files,
    public_url: str = "",
    clock: Callable[[], float] = time.monotonic,
) -> FastAPI:
    """The app. ``client`` reaches the backend; ``listening`` tells open pages of changes.

    Where ``public_url`` is https, cookies go over https alone, however a proxy asks. ``clock``
    (seconds, steady) limits signing in.

    Raises RuntimeError for a route without a rule in `access`.
    """
    app = FastAPI(title="Duisburg Front Door: console", openapi_url=None)
    app.state.client = client
    app.state.listening = listening
    app.state.https = public_url.lower().startswith("https://")
    app.state.sign_ins = Rate(SIGN_INS_PER_MINUTE)
    app.state.clock = clock
    app.state.pages = Pages()
    app.state.canned = load_canned(files.canned) if files.canned.exists() else Canned(())
    app.state.intents = gaps.intents_in(files.domain)
    app.state.titles = gaps.titles_in(files.titles)
    app.state.log = logging.getLogger(__name__)
    # Not by include_router, which hides the routes from the check.
    app.router.routes.extend(route for room in _ROOMS for route in room.router.routes)
    if open_routes := unruled(app.routes):
        raise RuntimeError(f"console routes without a rule: {open_routes}")
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_middleware(_Headers)
    _add_refusals(app)
    return app


class _Headers:
    """Sets the console's headers on every answer, streams included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the ASGI specification."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _add_refusals(app: FastAPI) -> None:
    def shown(request: Request, status: int, words: str) -> Response:
        pages: Pages = app.state.pages
        if request.headers.get("hx-request"):
            return pages.page(request, "alert.html", status, words=words)
        return pages.page(request, "error.html", status, words=words)

    def refused(request: Request, error: Exception) -> Response:
        if isinstance(error, SignInNeeded):
            return _to_sign_in(request)
        if isinstance(error, Refused):
            return shown(request, error.status, error.words)
        status, key = (
            (error.status, error.text_key)
            if isinstance(error, ConsoleError)
            else (500, "error.internal")
        )
        return shown(request, status, text(key, language_of(request)))

    def invalid(request: Request, error: Exception) -> Response:
        return shown(request, 422, text("error.invalid", language_of(request)))

    def http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        key = "error.not_found" if status == 404 else "error.invalid"
        return shown(request, status, text(key, language_of(request)))

    app.add_exception_handler(ConsoleError, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, refused)


def _to_sign_in(request: Request) -> Response:
    if request.headers.get("hx-request") or request.method != "GET":
        return HTMLResponse("", 401, {"HX-Redirect": "/console/sign-in"})
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/console/sign-in?next={quote(back)}", 303)
