"""Which pages may use the chat: our own, and those of the allow-list."""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from connectors.core.texts import text

SHARED_PATHS = ("/chat/", "/static/", "/health")
_GUARDED_PATHS = "/chat/"
_HOUR = 3600


def read_origins(setting: str) -> tuple[str, ...]:
    """The origins in a comma list, such as ``https://www.duisburg.de``.

    Raises ValueError for what is no origin: a path, a wildcard, a missing scheme.
    """
    origins = tuple(each.strip().rstrip("/").lower() for each in setting.split(",") if each.strip())
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or origin != f"{parts.scheme}://{parts.netloc}":
            raise ValueError(f"not an origin: {origin}")
        if not parts.hostname or "*" in parts.netloc or "@" in parts.netloc:
            raise ValueError(f"not an origin: {origin}")
    return origins


class Origins:
    """Lets allowed pages of other sites use the chat's paths, and refuses all others.

    A browser says which page a request comes from; what is no browser need not. Requests and
    sockets without that header pass: they can do no more than their sender could by itself.
    """

    def __init__(self, app: ASGIApp, allowed: Collection[str]) -> None:
        self._app = app
        self._allowed = frozenset(allowed)
        self._shared = CORSMiddleware(
            app,
            allow_origins=sorted(self._allowed),
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type"],
            expose_headers=["Content-Disposition", "Retry-After"],
            max_age=_HOUR,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the ASGI specification."""
        path = scope.get("path", "")
        if scope["type"] not in ("http", "websocket") or not path.startswith(SHARED_PATHS):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if path.startswith(_GUARDED_PATHS) and not self._may(origin, headers.get("host", "")):
            await _refuse(scope, receive, send)
            return
        await (self._shared if self._allowed else self._app)(scope, receive, send)

    def _may(self, origin: str | None, host: str) -> bool:
        """Whether a page of ``origin`` may; the own origin is known by the host it asked."""
        if origin is None or origin.lower() in self._allowed:
            return True
        return bool(host) and urlsplit(origin).netloc.lower() == host.lower()


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        # Before it is accepted, a close is an HTTP 403.
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    said = text("origin_refused", "en" if _prefers_english(scope) else "de")
    body = {"error": {"code": "origin_refused", "message": said}}
    await JSONResponse(body, 403)(scope, receive, send)


def _prefers_english(scope: Scope) -> bool:
    return Headers(scope=scope).get("accept-language", "").lower().startswith("en")
