"""The unsubscribe link and the list of failures over REST."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from backend.app import create_backend
from backend.kit.clock import FixedClock
from backend.kit.settings import BackendSettings
from backend.notifications.repository import NoticeRepository
from backend.notifications.unsubscribing import UnsubscribeLinks, digest
from tests.unit.backend.support import INTERNAL, MONDAY, TOKEN, Api

PUBLIC_URL = "https://door.example.org"
ERIKA = "erika@example.org"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    settings = BackendSettings(
        data_dir=tmp_path,
        internal_token=SecretStr(TOKEN),
        public_url=PUBLIC_URL,
        links_key=SecretStr("k"),
    )
    with TestClient(create_backend(settings, FixedClock(MONDAY)), base_url=PUBLIC_URL) as running:
        yield running


@pytest.fixture
def link() -> str:
    return UnsubscribeLinks("k", PUBLIC_URL).link("Erika@example.org")


def is_unsubscribed(client: TestClient) -> bool:
    with client.app.state.container.database.reading() as session:  # type: ignore[attr-defined]
        return NoticeRepository(session).is_unsubscribed(digest(ERIKA))


def test_reading_the_page_changes_nothing(client: TestClient, link: str) -> None:
    page = client.get(link)
    assert page.status_code == 200
    assert "Ja, abbestellen" in page.text
    assert "Yes, turn off" in page.text
    assert not is_unsubscribed(client)


@pytest.mark.parametrize("body", [{}, {"List-Unsubscribe": "One-Click"}])
def test_one_post_unsubscribes_and_a_repeat_is_fine(
    client: TestClient, link: str, body: dict[str, str]
) -> None:
    for _ in range(2):
        done = client.post(link, data=body)
        assert done.status_code == 200
        assert "Erledigt" in done.text
    assert is_unsubscribed(client)


def test_the_page_runs_nothing_and_shows_its_own_style(client: TestClient, link: str) -> None:
    page = client.get(link)
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    style = re.search("<style>(.*?)</style>", page.text, re.DOTALL)
    assert style is not None
    expected = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"'sha256-{expected}'" in policy
    assert "<script" not in page.text
    assert page.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("token", ["x", "x.y", "%00", "WyJhIl0.abc", "a" * 5000])
def test_a_link_that_is_not_ours(client: TestClient, method: str, token: str) -> None:
    answer: httpx.Response = client.request(method, f"/api/notifications/unsubscribe/{token}")
    assert answer.status_code == 404
    assert "nicht gültig" in answer.text


def test_a_link_with_another_key(client: TestClient) -> None:
    assert client.post(UnsubscribeLinks("other", PUBLIC_URL).link(ERIKA)).status_code == 404
    assert not is_unsubscribed(client)


def test_the_address_is_not_in_the_link(link: str) -> None:
    token = link.rpartition("/")[2].split(".")[0]
    assert b"erika" not in base64.urlsafe_b64decode(token + "==").lower()


def test_no_links_without_a_key() -> None:
    with pytest.raises(ValueError, match="secret"):
        UnsubscribeLinks("", PUBLIC_URL)


def test_without_links_every_token_is_unknown(api: Api, link: str) -> None:
    assert api.get(link.removeprefix(PUBLIC_URL)).status_code == 404


def test_failures_are_for_our_own_processes(client: TestClient) -> None:
    assert client.get("/api/notifications").status_code == 401
    answer = client.get("/api/notifications", headers=INTERNAL)
    assert answer.json() == {"counts": {}, "notices": []}
    bad = client.get("/api/notifications?state=lost", headers=INTERNAL)
    assert bad.status_code == 422
