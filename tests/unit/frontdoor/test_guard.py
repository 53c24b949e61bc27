"""A token before everything that only our own processes may call."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from frontdoor.guard import Guarded


async def inside(_: Request) -> PlainTextResponse:
    return PlainTextResponse("inside")


CLIENT = TestClient(Guarded(Starlette(routes=[Route("/", inside)]), "s3cret"))


def test_the_token_opens() -> None:
    assert CLIENT.get("/", headers={"Authorization": "Bearer s3cret"}).text == "inside"


@pytest.mark.parametrize(
    "given", [None, "", "s3cret", "Bearer", "Bearer ", "Bearer s3cre", "Basic s3cret", "Bearer ü"]
)
def test_anything_else_does_not(given: str | None) -> None:
    headers = {} if given is None else {"Authorization": given.encode("latin-1")}
    answer = CLIENT.get("/", headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "unauthorized")


def test_an_unknown_path_is_not_told_apart_without_the_token() -> None:
    assert CLIENT.get("/nowhere").status_code == 401
