"""The backend's REST API as the actions use it."""

from collections.abc import Callable

import httpx
import pytest

from actions.backend import Backend, BackendError, BackendUnavailable

Handler = Callable[[httpx.Request], httpx.Response]


def backend(handler: Handler) -> Backend:
    return Backend(httpx.AsyncClient(transport=httpx.MockTransport(handler), base_url="http://b"))


def answering(status: int, body: object = None) -> Backend:
    return backend(lambda _: httpx.Response(status, json=body))


async def test_paths_lie_below_api_and_keys_become_headers() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(201, json={"hold_id": "h-1"})

    assert await backend(handler).post("/holds", {"a": 1}, "m-1:hold") == {"hold_id": "h-1"}
    assert seen[0].url.path == "/api/holds"
    assert seen[0].headers["Idempotency-Key"] == "m-1:hold"


async def test_an_empty_answer_is_none() -> None:
    empty = backend(lambda _: httpx.Response(204))
    assert await empty.delete("/holds/h-1") is None


async def test_a_refusal_carries_its_code_and_details() -> None:
    refusal = {"error": {"code": "slot_taken", "details": {"next": []}}}
    with pytest.raises(BackendError) as raised:
        await answering(409, refusal).get("/slots")
    assert (raised.value.code, raised.value.details) == ("slot_taken", {"next": []})


async def test_a_failure_is_unavailable() -> None:
    with pytest.raises(BackendUnavailable):
        await answering(503, {}).get("/slots")


async def test_what_is_switched_off_is_a_refusal_and_no_failure() -> None:
    with pytest.raises(BackendError):
        await answering(503, {"error": {"code": "code_sending_off"}}).post("/challenges")
    with pytest.raises(BackendUnavailable):
        await answering(503, {"error": {"code": "busy"}}).post("/challenges")


async def test_an_error_of_something_else_is_unavailable() -> None:
    gateway = backend(lambda _: httpx.Response(502, text="<html>Bad Gateway</html>"))
    with pytest.raises(BackendUnavailable):
        await gateway.get("/slots")


async def test_no_answer_is_unavailable() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("too slow", request=request)

    with pytest.raises(BackendUnavailable):
        await backend(handler).get("/slots")
