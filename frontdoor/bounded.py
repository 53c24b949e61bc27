"""A bound on every body that comes in."""

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 2_000_000
# The engine sends whole conversations.
LARGEST_BODY_INSIDE = 8_000_000
_INSIDE = "/internal/"


class BodyTooLarge(Exception):
    """More came than is allowed; ends whoever reads the body."""


class Bounded:
    """``app``, to which no body of more bytes than allowed gets through: such a request is
    answered with 413, by its Content-Length before ``app`` hears of it, else as soon as more
    was read. ``app`` may ask for less. Raises BodyTooLarge where an answer had begun already.
    """

    def __init__(
        self, app: ASGIApp, most: int = LARGEST_BODY, most_inside: int = LARGEST_BODY_INSIDE
    ) -> None:
        self._app = app
        self._most = most
        self._most_inside = most_inside

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the ASGI specification."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most_inside if scope["path"].startswith(_INSIDE) else self._most
        length = Headers(scope=scope).get("content-length", "")
        if length.isdecimal() and int(length) > most:
            await _refusal()(scope, receive, send)
            return
        taken, begun = 0, False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise BodyTooLarge
            return message

        async def sent(message: Message) -> None:
            nonlocal begun
            # Whatever the app makes of a body that broke off, the answer is 413.
            if begun or taken <= most:
                begun = True
                await send(message)

        try:
            await self._app(scope, counted, sent)
        except Exception:
            if begun or taken <= most:
                raise
        if taken > most and not begun:
            await _refusal()(scope, receive, send)


def _refusal() -> JSONResponse:
    return JSONResponse({"error": {"code": "body_too_large"}}, 413, {"Connection": "close"})
