"""A token before everything that only our own processes may call."""

import hmac

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Guarded:
    """``app`` behind a bearer token; anyone else gets 401."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._expected = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the ASGI specification."""
        given = Headers(scope=scope).get("authorization", "").encode()
        if not hmac.compare_digest(given, self._expected):
            await JSONResponse({"error": {"code": "unauthorized"}}, 401)(scope, receive, send)
            return
        await self._app(scope, receive, send)
