"""``WS /chat/ws``: the widget's live line."""

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.ports import Conversations
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.website.line import Line


def socket_router(
    relay: Relay,
    conversations: Conversations,
    tokens: Tokens,
    listeners: Listeners,
    limits: Limits,
) -> APIRouter:
    """The WebSocket endpoint."""
    router = APIRouter()

    @router.websocket("/chat/ws")
    async def chat(socket: WebSocket) -> None:
        await socket.accept()
        line = Line(socket, relay, conversations, tokens, listeners, limits)
        try:
            await line.serve()
        except WebSocketDisconnect:
            pass
        finally:
            line.close()

    return router
