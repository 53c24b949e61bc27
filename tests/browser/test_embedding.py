"""The chat on other sites: allowed ones have it, others do not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.record import wait_until_shown
from tests.browser.widget import Widget
from tests.servers.echo import EchoDoor
from tests.servers.pages import site


def page_with_chat(door: EchoDoor) -> str:
    return (
        '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Andere Seite</title>'
        f'<script type="module" src="{door.address}/static/website/widget.js"></script>'
        "</head><body><h1>Andere Seite</h1></body></html>"
    )


@pytest.fixture
def friend(echo_door: EchoDoor) -> Iterator[str]:
    """A site on the allow-list, of two pages."""
    page = page_with_chat(echo_door)
    with site({"/": page, "/zwei": page}, echo_door.friend_port) as origin:
        yield origin


@pytest.fixture
def stranger(echo_door: EchoDoor) -> Iterator[str]:
    with site({"/": page_with_chat(echo_door)}) as origin:
        yield origin


def test_an_allowed_site_has_the_chat_and_takes_it_to_its_next_page(
    context: BrowserContext, friend: str, echo_door: EchoDoor
) -> None:
    page = context.new_page()
    page.goto(friend)
    widget = Widget(page)
    widget.part("launcher").click()
    widget.type("eins")
    wait_until_shown(page, echo_door, 1)
    page.goto(f"{friend}/zwei")
    wait_until_shown(page, echo_door, 1)
    widget.type("zwei")
    wait_until_shown(page, echo_door, 2)


def test_an_allowed_site_may_fetch(
    context: BrowserContext, friend: str, echo_door: EchoDoor
) -> None:
    page = context.new_page()
    page.goto(friend)
    body = {"text": "Moin!"}
    answer = fetch(page, f"{echo_door.address}/chat/messages", body)
    assert answer["status"] == 200
    token = answer["body"]["conversation_id"]
    for kind in ("transcript", "deletion"):
        own = {"conversation_id": token}
        assert fetch(page, f"{echo_door.address}/chat/{kind}", own)["status"] == 200


def test_another_site_has_no_chat(
    context: BrowserContext, stranger: str, echo_door: EchoDoor
) -> None:
    page = context.new_page()
    page.goto(stranger)
    page.wait_for_timeout(1000)
    expect(Widget(page).part("launcher")).to_have_count(0)
    assert fetch(page, f"{echo_door.address}/chat/messages", {"text": "Moin!"})["status"] == 0
    # What browsers send without asking first is refused by the server itself.
    simple = page.evaluate(
        """(url) => fetch(url, { method: 'POST', mode: 'no-cors', body: '{"text": "Moin!"}' })
        .then((answer) => answer.type)""",
        f"{echo_door.address}/chat/messages",
    )
    assert simple == "opaque"
    state = page.evaluate(
        """(url) => new Promise((done) => { const socket = new WebSocket(url);
        socket.onopen = () => done('open'); socket.onerror = () => done('refused'); })""",
        f"ws://127.0.0.1:{echo_door.port}/chat/ws",
    )
    assert state == "refused"


def fetch(page: Page, url: str, body: dict[str, str]) -> dict[str, object]:
    """Status (0 when the browser forbids it) and JSON of a cross-origin request."""
    found = page.evaluate(
        """([url, body]) => fetch(url, { method: 'POST', body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json' } })
        .then(async (answer) => ({ status: answer.status,
            body: await answer.json().catch(() => null) }))
        .catch(() => ({ status: 0 }))""",
        [url, body],
    )
    return dict(found)
