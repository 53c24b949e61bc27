"""Networks go, servers die, tabs are many: one transcript, in order, complete."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.record import conversation_of, new_page, on_record, wait_until_shown
from tests.browser.widget import Widget
from tests.servers.echo import EchoDoor
from tests.servers.proxy import Proxy, proxy_to

CUT_SECONDS = 30
# What the widget does with the browser's storage, done by another line of the same browser.
_TOKEN = "JSON.parse(Object.entries(localStorage).find(([name]) => name.endsWith(' token'))[1])"


@pytest.fixture
def proxy(echo_door: EchoDoor) -> Iterator[Proxy]:
    with proxy_to(echo_door.port) as running:
        yield running


def said(record: list[tuple[str, str]]) -> list[str]:
    return [text for role, text in record if role == "person"]


def test_a_network_that_is_gone_for_thirty_seconds(
    context: BrowserContext, echo_door: EchoDoor, proxy: Proxy
) -> None:
    page = new_page(context, proxy.address)
    widget = Widget(page)
    widget.type("eins")
    wait_until_shown(page, echo_door, 1)
    proxy.cut()
    widget.type("zwei")
    page.wait_for_timeout(CUT_SECONDS * 1000)
    widget.type("drei")
    assert said(on_record(echo_door, conversation_of(page))) == ["eins"]
    proxy.mend()
    assert said(wait_until_shown(page, echo_door, 3)) == ["eins", "zwei", "drei"]
    expect(widget.part("banner")).to_be_hidden()


def test_a_line_that_breaks_while_the_answer_is_on_its_way(
    context: BrowserContext, echo_door: EchoDoor, proxy: Proxy
) -> None:
    page = new_page(context, proxy.address)
    widget = Widget(page)
    widget.type("Moin!")
    wait_until_shown(page, echo_door, 1)
    for number in range(3):
        widget.type(f"Nachricht {number}")
        page.wait_for_timeout(30)
        proxy.cut()
        page.wait_for_timeout(300)
        proxy.mend()
        wait_until_shown(page, echo_door, number + 2)


def test_a_server_that_is_killed_and_comes_back(
    context: BrowserContext, echo_door: EchoDoor
) -> None:
    page = new_page(context, echo_door.address)
    widget = Widget(page)
    widget.type("eins")
    wait_until_shown(page, echo_door, 1)
    widget.type("zwei")
    echo_door.kill()
    widget.type("drei")
    echo_door.start()
    assert said(wait_until_shown(page, echo_door, 3)) == ["eins", "zwei", "drei"]


def test_three_tabs_at_once(context: BrowserContext, echo_door: EchoDoor) -> None:
    first = new_page(context, echo_door.address)
    Widget(first).type("Moin!")
    wait_until_shown(first, echo_door, 1)
    pages = [first, *(new_page(context, echo_door.address) for _ in range(2))]
    for page in pages[1:]:
        wait_until_shown(page, echo_door, 1)
    for number in range(3):
        for tab, page in enumerate(pages):
            Widget(page).type(f"Nachricht {number} aus {tab}")
    records = [wait_until_shown(page, echo_door, 10) for page in pages]
    assert records[0] == records[1] == records[2]
    assert len({conversation_of(page) for page in pages}) == 1


def test_deleting_in_one_tab_is_told_in_all(context: BrowserContext, echo_door: EchoDoor) -> None:
    pages = [new_page(context, echo_door.address)]
    Widget(pages[0]).type("Moin!")
    wait_until_shown(pages[0], echo_door, 1)
    pages.append(new_page(context, echo_door.address))
    wait_until_shown(pages[1], echo_door, 1)
    conversation = conversation_of(pages[0])
    heard = [listen(page) for page in pages]
    status = pages[0].evaluate(
        f"""() => fetch('/chat/deletion', {{ method: 'POST',
            headers: {{ 'Content-Type': 'application/json' }},
            body: JSON.stringify({{ conversation_id: {_TOKEN} }}) }}).then((a) => a.status)"""
    )
    assert status == 200
    pages[0].wait_for_timeout(1000)
    assert [page.evaluate("globalThis.heard") for page in heard] == [["welcome", "erased"]] * 2
    assert on_record(echo_door, conversation) == []
    assert echo_door.forgotten[-1] == conversation


def listen(page: Page) -> Page:
    """Open a line of the page's own beside the widget's, and note the kinds of its frames."""
    page.evaluate(
        f"""() => new Promise((done) => {{ globalThis.heard = [];
        const socket = new WebSocket(`ws://${{location.host}}/chat/ws`);
        socket.onopen = () => socket.send(JSON.stringify(
            {{ type: 'hello', conversation_id: {_TOKEN} }}));
        socket.onmessage = ({{ data }}) => {{
            globalThis.heard.push(JSON.parse(data).type); done(); }}; }})"""
    )
    return page
