"""No body is larger than allowed, however it comes."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request, Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from frontdoor.bounded import BodyTooLarge, Bounded

MOST, INSIDE = 100, 300
TOO_LARGE = (413, {"error": {"code": "body_too_large"}})


def inner() -> FastAPI:
    """Counts what it reads; or answers without reading."""
    app = FastAPI()

    @app.post("/read")
    @app.post("/internal/read")
    async def read(request: Request) -> int:
        return len(await request.body())

    @app.post("/parsed")
    def parsed(body: list[int]) -> int:
        return len(body)

    @app.post("/unread")
    def unread() -> Response:
        return Response("unread")

    @app.post("/swallowed")
    async def swallowed(request: Request) -> str:
        try:
            await request.body()
        except Exception:
            return "as if nothing had been"
        return "read"

    return app


CLIENT = TestClient(Bounded(inner(), MOST, INSIDE), raise_server_exceptions=False)


def chunks(size: int) -> Iterator[bytes]:
    """A body that names no length."""
    while size > 0:
        yield b"1" * min(size, 30)
        size -= 30


@pytest.mark.parametrize(("path", "most"), [("/read", MOST), ("/internal/read", INSIDE)])
@pytest.mark.parametrize("named", [True, False])
def test_up_to_the_bound_and_not_beyond(path: str, most: int, named: bool) -> None:
    def answer(size: int) -> tuple[int, object]:
        got = CLIENT.post(path, content=b"1" * size if named else chunks(size))
        return got.status_code, got.json()

    assert answer(most) == (200, most)
    assert answer(most + 1) == TOO_LARGE


@pytest.mark.parametrize("path", ["/parsed", "/swallowed"])
def test_whatever_the_app_makes_of_it(path: str) -> None:
    headers = {"Content-Type": "application/json"}
    got = CLIENT.post(path, content=chunks(MOST + 1), headers=headers)
    assert (got.status_code, got.json()) == TOO_LARGE


def test_the_length_alone_is_enough() -> None:
    assert CLIENT.post("/unread", content=b"1" * (MOST + 1)).status_code == 413
    assert CLIENT.post("/unread", content=b"1" * MOST).text == "unread"
    assert CLIENT.post("/unread", headers={"Content-Length": "no"}).text == "unread"


def test_an_answer_that_has_begun_breaks_off() -> None:
    async def early(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        while (await receive()).get("more_body"):
            pass

    with pytest.raises(BodyTooLarge):
        TestClient(Bounded(early, MOST)).post("/", content=chunks(MOST + 1))
