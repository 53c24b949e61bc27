"""Networks go, servers die, tabs are many: one transcript, in order, complete."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.record import conversation_of, new_page, on_record, wait_until_shown
from tests.browser.widget import Widget
from tests.servers.frontdoor import FrontDoor
from tests.servers.proxy import Proxy, proxy_to

CUT_SECONDS = 30


@pytest.fixture
def proxy(front_door: FrontDoor) -> Iterator[Proxy]:
    with proxy_to(front_door.port) as running:
        yield running


def test_a_network_that_is_gone_for_thirty_seconds(
    context: BrowserContext, front_door: FrontDoor, proxy: Proxy
) -> None:
    page = new_page(context, proxy.address)
    widget = Widget(page)
    widget.type("Ich brauche einen Termin für einen Reisepass")
    widget.wait_for("utter_ask_people")
    proxy.cut()
    widget.type("für zwei Personen")
    page.wait_for_timeout(CUT_SECONDS * 1000)
    widget.type("in Walsum")
    assert len(on_record(front_door, conversation_of(page))) == 2
    proxy.mend()
    record = wait_until_shown(page, front_door, 3)
    said = [text for role, text in record if role == "person"]
    assert said == ["IchbraucheeinenTerminfüreinenReisepass", "fürzweiPersonen", "inWalsum"]
    widget.wait_for("utter_ask_when")
    expect(widget.part("banner")).to_be_hidden()


def test_a_line_that_breaks_while_the_answer_is_on_its_way(
    context: BrowserContext, front_door: FrontDoor, proxy: Proxy
) -> None:
    page = new_page(context, proxy.address)
    widget = Widget(page)
    widget.type("Moin!")
    widget.wait_for("utter_greet")
    for number in range(3):
        widget.type(f"Was kostet ein Reisepass? ({number})")
        page.wait_for_timeout(30)
        proxy.cut()
        page.wait_for_timeout(300)
        proxy.mend()
        wait_until_shown(page, front_door, number + 2)


@pytest.mark.parametrize("part", ["frontdoor", "engine"])
def test_a_server_that_is_killed_and_comes_back(
    context: BrowserContext, front_door: FrontDoor, part: str
) -> None:
    page = new_page(context, front_door.address)
    widget = Widget(page)
    widget.type("Ich brauche einen Termin für einen Reisepass")
    widget.wait_for("utter_ask_people")
    front_door.kill(part)
    widget.type("für zwei Personen")
    front_door.wait_ready()
    wait_until_shown(page, front_door, 2)
    widget.type("in Walsum")
    wait_until_shown(page, front_door, 3)
    widget.wait_for("utter_ask_when")


def test_three_tabs_at_once(context: BrowserContext, front_door: FrontDoor) -> None:
    first = new_page(context, front_door.address)
    Widget(first).type("Moin!")
    wait_until_shown(first, front_door, 1)
    pages = [first, *(new_page(context, front_door.address) for _ in range(2))]
    widgets = [Widget(page) for page in pages]
    for widget in widgets[1:]:
        widget.wait_for("utter_greet")
    for number in range(3):
        for tab, widget in enumerate(widgets):
            widget.type(f"Was kostet ein Reisepass? ({number}.{tab})")
    records = [wait_until_shown(page, front_door, 10) for page in pages]
    assert records[0] == records[1] == records[2]
    assert len({conversation_of(page) for page in pages}) == 1


def test_deleting_in_one_tab_is_told_in_all(context: BrowserContext, front_door: FrontDoor) -> None:
    pages = [new_page(context, front_door.address)]
    Widget(pages[0]).type("Moin!")
    wait_until_shown(pages[0], front_door, 1)
    pages.append(new_page(context, front_door.address))
    Widget(pages[1]).wait_for("utter_greet")
    conversation = conversation_of(pages[0])
    heard = [
        page.evaluate_handle(
            """() => { const heard = []; const socket = new WebSocket(
            `ws://${location.host}/chat/ws`);
            const token = JSON.parse(Object.entries(localStorage)
                .find(([name]) => name.endsWith(' token'))[1]);
            socket.onopen = () => socket.send(JSON.stringify(
                { type: 'hello', conversation_id: token }));
            socket.onmessage = ({ data }) => heard.push(JSON.parse(data).type);
            return heard; }"""
        )
        for page in pages
    ]
    pages[0].wait_for_timeout(500)
    status = pages[0].evaluate(
        """async () => { const token = JSON.parse(Object.entries(localStorage)
        .find(([name]) => name.endsWith(' token'))[1]);
        const answer = await fetch('/chat/deletion', { method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ conversation_id: token }) });
        return answer.status; }"""
    )
    assert status == 200
    pages[0].wait_for_timeout(500)
    assert [handle.json_value() for handle in heard] == [["welcome", "erased"]] * 2
    assert on_record(front_door, conversation) == []
