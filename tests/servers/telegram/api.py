"""The server: real HTTP, calls checked and kept, failures on demand."""

import asyncio
import itertools
import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.servers.telegram import methods
from tests.servers.telegram.forms import read_form
from tests.servers.telegram.methods import METHODS, Parameters
from tests.servers.waiting import wait_until

TOKEN = "123456:TEST-token_of_the_double"
BOT = {"id": 123456, "is_bot": True, "first_name": "Duisburg", "username": "duisburg_test_bot"}


@dataclass(frozen=True)
class Call:
    """A call that was answered with ``status`` at ``at`` (seconds of the monotonic clock)."""

    method: str
    parameters: Parameters
    at: float
    status: int
    message_id: int | None = None


@dataclass(frozen=True)
class Failure:
    """An answer that is no success; ``pause`` becomes retry_after. ``lost``: it is done, but the
    answer does not arrive.
    """

    status: int
    description: str = "Internal Server Error"
    pause: int | None = None
    lost: bool = False


@dataclass
class BotApi:
    """Everything the bot did; ``failures`` are used up call by call, by chat (or method)."""

    calls: list[Call] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    failures: defaultdict[Any, deque[Failure]] = field(default_factory=lambda: defaultdict(deque))
    blocked: set[int] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    webhook: methods.SetWebhook | None = None
    pending: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0
    _messages: Iterator[int] = field(default_factory=lambda: itertools.count(1000))
    _updates: Iterator[int] = field(default_factory=lambda: itertools.count(500_001))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def next_update(self) -> int:
        """The next number; Telegram counts one by one."""
        return next(self._updates)

    def next_message(self) -> int:
        return next(self._messages)

    def done(self, *names: str, chat: int | None = None) -> list[Call]:
        """Successful calls of these methods, in order."""
        return [
            call
            for call in list(self.calls)
            if call.status == 200
            and call.method in names
            and chat in (None, getattr(call.parameters, "chat_id", None))
        ]

    def texts(self, chat: int) -> list[str]:
        """What a chat shows of the bot's messages."""
        return [call.parameters.plain for call in self.done("sendMessage", chat=chat)]  # type: ignore[attr-defined]

    def push(self, update: dict[str, Any], secret: str | None = None) -> int:
        """Send an update to the webhook, as Telegram does; the status that came back."""
        assert self.webhook is not None
        given = self.webhook.secret_token if secret is None else secret
        headers = {"X-Telegram-Bot-Api-Secret-Token": given}
        return httpx.post(self.webhook.url, json=update, headers=headers, timeout=30).status_code

    async def handle(self, request: Request) -> Response:
        token, name = request.path_params["token"], request.path_params["method"]
        # "All methods in the Bot API are case-insensitive."
        method = next((each for each in METHODS if each.lower() == name.lower()), name)
        if token != TOKEN:
            return _failed(401, "Unauthorized")
        kind = request.headers.get("content-type", "")
        given = dict(request.query_params) | read_form(kind, await request.body())
        if method == "getMe":
            return _ok(BOT)
        if method not in METHODS:
            return _failed(404, "Not Found")
        try:
            parameters = METHODS[method].model_validate(given)
        except ValidationError as error:
            self.refused.append(f"{method}: {error}")
            return _failed(400, f"Bad Request: {error.errors()[0]['msg']}")
        if method == "getUpdates" and not self.failures[method]:
            return _ok(await self._updates_after(parameters))
        return self._answer(method, parameters)

    def _answer(self, method: str, parameters: Parameters) -> Response:
        chat = getattr(parameters, "chat_id", None)
        failure = self._failure(method, chat)
        message_id = self.next_message() if method.startswith("send") else None
        status = failure.status if failure and not failure.lost else 200
        self.calls.append(Call(method, parameters, time.monotonic(), status, message_id))
        if failure:
            return _failed(failure.status, failure.description, failure.pause)
        if isinstance(parameters, methods.SetWebhook):
            self.webhook = parameters
        if isinstance(parameters, methods.GetFile):
            size = len(self.files[parameters.file_id])
            name = parameters.file_id
            return _ok(
                {"file_id": name, "file_unique_id": name, "file_size": size, "file_path": name}
            )
        if message_id and method != "sendChatAction":
            sent = {"message_id": message_id, "date": int(time.time()), "from": BOT}
            return _ok({**sent, "chat": {"id": chat, "type": "private", "first_name": "A"}})
        return _ok(True)

    def _failure(self, method: str, chat: int | None) -> Failure | None:
        if chat in self.blocked and method.startswith("send"):
            return Failure(403, "Forbidden: bot was blocked by the user")
        # Whether an answer takes long enough for "typing" depends on the machine.
        for key in (method,) if method == "sendChatAction" else (chat, method):
            if self.failures[key]:
                return self.failures[key].popleft()
        return None

    async def _updates_after(self, parameters: Any) -> list[dict[str, Any]]:
        until = time.monotonic() + parameters.timeout
        offset = parameters.offset
        if offset is not None:
            self.pending[:] = [u for u in self.pending if u["update_id"] >= offset]
        while not self.pending and time.monotonic() < until:
            await asyncio.sleep(0.01)
        return self.pending[: parameters.limit]

    async def file(self, request: Request) -> Response:
        return Response(self.files[request.path_params["name"]])


def _ok(result: Any) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _failed(status: int, description: str, pause: int | None = None) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if pause is not None:
        body["parameters"] = {"retry_after": pause}
    return JSONResponse(body, status)


@contextmanager
def bot_api() -> Iterator[BotApi]:
    """The double, running while the block lasts."""
    double = BotApi()
    app = Starlette(
        routes=[
            Route("/file/bot{token}/{name}", double.file),
            Route("/bot{token}/{method}", double.handle, methods=["GET", "POST"]),
        ]
    )
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    wait_until("Bot API double", lambda: server.started, 10)
    double.port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield double
    finally:
        server.should_exit = True
        thread.join(10)
