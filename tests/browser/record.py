"""What a page shows beside what stands on record."""

import json
import re
import time

from playwright.sync_api import BrowserContext, Page

from tests.servers.echo import EchoDoor

_SECONDS = 60.0
_TOKEN = """() => Object.entries(localStorage)
    .filter(([name]) => name.endsWith(' token')).map(([, value]) => value)"""
_SHOWN = """() => [...document.querySelector('front-door-chat').shadowRoot
    .querySelectorAll('[data-testid="log"] [data-role]')]
    .map((entry) => [entry.dataset.role,
        entry.querySelector('[data-testid="text"]')?.textContent ?? ''])"""


def conversation_of(page: Page) -> str:
    """The id inside the house of the conversation a page has."""
    [token] = page.evaluate(_TOKEN)
    return str(json.loads(token)).partition(".")[0]


def shown(page: Page) -> list[tuple[str, str]]:
    """Role and text of each message, in the order the page shows them; white space aside."""
    return [(role, _bare(text)) for role, text in page.evaluate(_SHOWN)]


def on_record(door: EchoDoor, conversation: str) -> list[tuple[str, str]]:
    """The same out of the database."""
    return [(each.role, _bare(each.text)) for each in door.records.messages(conversation)]


def wait_until_shown(page: Page, door: EchoDoor, answered: int) -> list[tuple[str, str]]:
    """Wait until a page shows the record, whole and in order, with so many of the person's
    messages answered. What stands before is the page's own greeting.
    """
    record: list[tuple[str, str]] = []
    seen: list[tuple[str, str]] = []
    ends = time.monotonic() + _SECONDS
    while time.monotonic() < ends:
        record, seen = on_record(door, conversation_of(page)), shown(page)
        done = sum(role == "person" for role, _ in record) == answered and record[-1][0] == "bot"
        if done and seen[-len(record) :] == record and _own(seen[: -len(record)]):
            return record
        page.wait_for_timeout(200)
    raise AssertionError(f"shown {seen}, on record {record}")


def new_page(context: BrowserContext, address: str) -> Page:
    """Another tab of the same visitor."""
    page = context.new_page()
    page.goto(address)
    return page


def _own(before: list[tuple[str, str]]) -> bool:
    return all(role != "person" for role, _ in before)


def _bare(text: str) -> str:
    """Without white space and list marks, which a page renders in its own way."""
    return re.sub(r"\s+|(?m:^\d+\. )|[*_]", "", text)
