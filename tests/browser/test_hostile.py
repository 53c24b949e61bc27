"""Hostile words stay words, wherever they are shown, and the policy has nothing to report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.record import conversation_of
from tests.browser.widget import Widget
from tests.hostile import HOSTILE, NAMES, TITLE
from tests.servers.echo import EchoDoor
from tests.servers.frontdoor import FrontDoor

_WATCH = """
globalThis.broken = [];
document.addEventListener('securitypolicyviolation', (event) =>
    globalThis.broken.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
_MARKUP = "script, img, iframe, svg [onload], style, form form, base, meta, details, object, embed"
_PARTS = """(selector) => { const log = document.querySelector('front-door-chat').shadowRoot
    .querySelector('[data-testid="log"]');
    const links = [...log.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    const handlers = [...log.querySelectorAll('*')].flatMap((node) => [...node.attributes])
        .filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => name);
    return { markup: log.querySelectorAll(selector).length, links, handlers }; }"""
_SAFE_LINKS = ("https://", "http://127.0.0.1", "tel:", "mailto:", "/api/appointments/", "blob:")


@pytest.fixture
def page(context: BrowserContext, echo_door: EchoDoor) -> Iterator[Page]:
    """A visitor; nothing may break the policy, run, or lead away."""
    context.add_init_script(_WATCH)
    opened = context.new_page()
    opened.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    opened.goto(echo_door.address)
    before = echo_door.reports()
    yield opened
    assert opened.evaluate("globalThis.broken") == []
    assert opened.title() != TITLE
    assert echo_door.reports() == before


def assert_inert(page: Page) -> None:
    found = page.evaluate(_PARTS, _MARKUP)
    assert found["markup"] == 0
    assert found["handlers"] == []
    unsafe = [link for link in found["links"] if not str(link).startswith(_SAFE_LINKS)]
    assert unsafe == []
    assert page.evaluate("globalThis.broken") == []
    assert page.title() != TITLE


def test_in_messages(page: Page, echo_door: EchoDoor) -> None:
    widget = Widget(page)
    own = widget.part("log").locator('[data-role="person"]').get_by_test_id("text")
    for number, text in enumerate(HOSTILE.values(), start=1):
        widget.type(text)
        expect(own).to_have_count(number)
        expect(widget.answers.nth(number - 1)).to_be_visible()
        assert_inert(page)
    assert page.url.rstrip("/") == echo_door.address
    said = echo_door.records.messages(conversation_of(page))
    assert sum(each.role == "person" for each in said) == len(HOSTILE)
    for each in own.all():
        each.hover()
    assert_inert(page)
    page.reload()
    expect(own).to_have_count(len(HOSTILE))
    assert_inert(page)


def test_in_names(page: Page, front_door: FrontDoor) -> None:
    """Of a booking, repeated by the real assistant before it is confirmed."""
    page.goto(front_door.address)
    for name in NAMES.values():
        widget = Widget(page)
        page.evaluate("localStorage.clear()")
        page.reload()
        widget.type("Termin für einen Reisepass in Walsum am 21. Dezember für eine Person")
        widget.wait_for("utter_offer_slots")
        widget.buttons.first.click()
        widget.wait_for("utter_ask_name")
        count = widget.answers.count()
        widget.type(name)
        expect(widget.answers).not_to_have_count(count)
        widget.type("eva@example.org")
        page.wait_for_timeout(700)
        assert_inert(page)
    page.goto("about:blank")


def test_in_the_transcript_to_take_along(
    page: Page, context: BrowserContext, echo_door: EchoDoor, tmp_path: Path
) -> None:
    conversation = echo_door.conversation("de")
    for text in HOSTILE.values():
        conversation.say(text)
    fields = {"conversation_id": conversation.token, "format": "html", "language": "de"}
    file = tmp_path / "transcript.html"
    file.write_bytes(echo_door.http.post("/chat/transcript", json=fields).content)
    opened = context.new_page()
    opened.goto(file.as_uri())
    assert opened.title() != TITLE
    assert opened.locator("script, img, iframe, style, form, base, a, [onerror]").count() == 0
    # Hidden by no style of theirs.
    expect(opened.get_by_role("heading", level=1)).to_be_visible()
    assert opened.url == file.as_uri()
    assert opened.evaluate("globalThis.broken") == []
