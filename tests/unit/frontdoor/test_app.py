"""The front door as one app: what faces people, and what does not."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from connectors.website.page import SECURITY_HEADERS
from frontdoor.app import create_app
from frontdoor.bounded import LARGEST_BODY
from frontdoor.secrets import Secrets
from frontdoor.settings import FrontDoorSettings

SECRETS = Secrets("internal-s", "engine-s", "conversations-s")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """All parts, without an engine: its port is closed."""
    folder: Path = tmp_path_factory.mktemp("door")
    settings = FrontDoorSettings(data_dir=folder, engine_url="http://127.0.0.1:9")
    with TestClient(create_app(settings, SECRETS)) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/health/live", "/api/health", "/static/website/widget.js"])
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    for name, value in SECURITY_HEADERS.items():
        # A page may add to the policy, and take nothing away.
        assert answer.headers[name].startswith(value)


def test_without_its_engine_the_door_is_not_healthy(client: TestClient) -> None:
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["parts"] == {
        "engine": "failed",
        "backend": "ok",
        "telegram": "off",
        "voice": "off",
    }


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/internal/actions/webhook"),
        ("GET", "/internal/actions/health"),
        ("POST", "/api/appointments/holds"),
        ("GET", "/api/conversations/c-1"),
        ("POST", "/internal/deliver"),
        ("POST", "/api/conversations/c-1/notices"),
        ("GET", "/api/notifications"),
    ],
)
def test_nobody_from_outside_gets_inside(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path, json={}).status_code == 401


def test_the_internal_token_opens_the_actions(client: TestClient) -> None:
    headers = {"Authorization": "Bearer internal-s"}
    assert client.get("/internal/actions/health", headers=headers).json() == {"status": "ok"}


def test_the_city_api_is_open_and_described(client: TestClient) -> None:
    assert client.get("/api/appointments/services").status_code == 200
    assert client.get("/api/docs").status_code == 200


@pytest.mark.parametrize("part", ["connectors", "actions", "backend"])
async def test_each_part_can_stand_alone(tmp_path: Path, part: str) -> None:
    app = create_app(FrontDoorSettings(data_dir=tmp_path), SECRETS, (part,))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        assert (await client.get("/health/live")).status_code == 200
        here = (await client.get("/")).status_code == 200
        assert here is (part == "connectors")


def test_the_console_knows_that_people_come_over_https(tmp_path: Path) -> None:
    settings = FrontDoorSettings(
        data_dir=tmp_path, engine_url="http://127.0.0.1:9", public_url="https://city.example"
    )
    answer = TestClient(create_app(settings, SECRETS)).get("/console/sign-in")
    assert answer.status_code == 200
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/appointments/holds", 413),
        ("/console/sign-in", 413),
        ("/internal/deliver", 401),
    ],
)
def test_no_body_is_endless(client: TestClient, path: str, status: int) -> None:
    answer = client.post(path, content=b"x" * (LARGEST_BODY + 1))
    assert answer.status_code == status
    assert all(name in answer.headers for name in SECURITY_HEADERS)
