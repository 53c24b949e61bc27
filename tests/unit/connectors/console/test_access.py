"""Who may open what: every route of the app, for every role; generated from the routes."""

import asyncio
import re
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from connectors.console import csrf
from connectors.console.access import ROLES, RULES
from connectors.console.guard import guarded_router, unruled
from tests.fakes.staff_desk import item
from tests.unit.connectors.console.harness import Browser, Harness

# Values that let a request get beyond the form's own checks, so that what is answered is not
# merely "invalid": the rule comes first either way.
FORM = {
    "to": "u2 Carla",
    "id": "m1",
    "text": "Hallo",
    "reason": "solved",
    "seq": "1",
    "outcome": "reached",
    "role": "agent",
    "active": "true",
    "choice": "de",
}
STREAM_SECONDS = 0.3


def routes(app: FastAPI) -> list[tuple[str, str]]:
    found = [each for each in app.routes if isinstance(each, APIRoute)]
    return sorted((method, route.path_format) for route in found for method in route.methods or ())


async def status_of(browser: Browser, method: str, path: str) -> int:
    """The status of an answer; 200 for a stream that goes on."""
    address = re.sub(r"{\w+}", "1", path)
    sent = browser.get(address) if method == "GET" else browser.post(address, **FORM)
    try:
        answer = await asyncio.wait_for(sent, STREAM_SECONDS if path == "/live" else 20)
    except TimeoutError:
        return 200
    to_sign_in = answer.headers.get("location", "").startswith("/console/sign-in")
    return 401 if to_sign_in and path != "/sign-out" else answer.status_code


def test_every_route_has_a_rule_and_every_rule_a_route(console: Harness) -> None:
    assert routes(console.console) == sorted(RULES)


def test_a_route_without_a_rule_is_found() -> None:
    router = guarded_router()

    @router.get("/new")
    async def new() -> None: ...

    assert unruled(router.routes) == ["GET /new"]
    app = FastAPI(openapi_url=None)
    app.get("/inbox")(new)
    assert unruled(app.routes) == ["APIRoute /inbox"]
    app.include_router(router)
    assert len(unruled(app.routes)) == 2


@pytest.mark.parametrize("role", ROLES)
async def test_each_role_gets_what_its_rule_says(console: Harness, role: str) -> None:
    console.desk.add(item("1"))
    member = await console.member("anna", role)
    wrong = []
    # Signing out comes last: it ends the session.
    for method, path in sorted(RULES, key=lambda each: each[1] == "/sign-out"):
        roles = RULES[method, path].roles
        status = await status_of(member, method, path) if roles else 200
        if (status in (401, 403)) != bool(roles and role not in roles) or status >= 500:
            wrong.append((method, path, status))
    assert wrong == []


async def test_nobody_gets_in_without_signing_in(console: Harness) -> None:
    stranger = Browser(console.app)
    statuses = {
        (m, p): await status_of(stranger, m, p) for (m, p), rule in RULES.items() if rule.roles
    }
    assert set(statuses.values()) == {401}


async def test_an_ended_session_is_no_session(console: Harness) -> None:
    member = await console.member("anna", "admin")
    stolen = Browser(console.app, member.cookie)
    await member.post("/sign-out")
    assert await status_of(stolen, "GET", "/inbox") == 401


@pytest.mark.parametrize("token", ["", "0" * 64, "ä"])
async def test_no_form_without_its_token(console: Harness, token: str) -> None:
    member = await console.member("anna", "admin")
    posts = [path for method, path in RULES if method == "POST"]
    statuses = {
        path: (await member.post(re.sub(r"{\w+}", "1", path), token, **FORM)).status_code
        for path in posts
    }
    assert set(statuses.values()) == {403}
    assert console.desk.done == []


async def test_another_sessions_token_does_not_fit(console: Harness) -> None:
    from connectors.console import csrf

    anna, berta = await console.member("anna"), await console.member("berta")
    foreign = csrf.token_for(berta.cookie)
    assert (await anna.post("/conversations/1/take", foreign)).status_code == 403


@pytest.mark.parametrize("by_header", [True, False])
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"data": {"text": "😀" * 4000}}, 303),
        ({"data": {"text": "a" * 60_000}}, 400),
        ({"data": {f"f{n}": "x" for n in range(60)}}, 400),
        ({"files": {"text": ("words.txt", b"Hallo")}}, 400),
    ],
)
async def test_forms_have_bounds(
    console: Harness, sent: dict[str, Any], status: int, by_header: bool
) -> None:
    browser = await console.member("carla")
    token = csrf.token_for(browser.cookie)
    headers = {csrf.HEADER: token} if by_header else {}
    data = {"id": "m1", "text": "x", **({} if by_header else {csrf.FIELD: token})}
    parts = {**sent, "data": data | sent.get("data", {})}
    path = "/console/conversations/c1/messages"
    answer = await browser.http.post(path, headers=headers, **parts)
    assert answer.status_code == status, answer.text[-500:]
