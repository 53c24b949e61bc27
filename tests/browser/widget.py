"""The chat widget as a person uses it."""

import time
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.conversations.responses import is_response, key_of

_SECONDS = 20.0


class Widget:
    """``page`` shows the widget; its parts are found by their data-testid."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def part(self, name: str) -> Locator:
        """A part of the widget by its test id."""
        return self.page.get_by_test_id(name)

    @property
    def answers(self) -> Locator:
        """What the assistant has said."""
        return self.part("log").locator('[data-role="bot"]').get_by_test_id("text")

    @property
    def buttons(self) -> Locator:
        """The buttons that can be pressed now."""
        return self.part("log").locator('[data-testid="quick-reply"]:enabled')

    def type(self, text: str) -> None:
        """Write and send with the button."""
        self.part("input").fill(text)
        self.part("send").click()

    def press(self, title: str) -> None:
        """A button of the last answer by the beginning of its title."""
        self.buttons.filter(has_text=title).first.click()

    def wait_for(self, key: str, language: str = "de") -> str:
        """Wait until the last answer is this response; its text."""
        text = ""
        ends = time.monotonic() + _SECONDS
        while time.monotonic() < ends:
            text = self.answers.last.text_content() or "" if self.answers.count() else ""
            if is_response(key, language, text):
                return text
            self.page.wait_for_timeout(50)  # lets the page's events in, unlike time.sleep
        raise AssertionError(f"expected {key}, got {key_of(language, text)!r}: {text!r}")

    def photograph(self, path: Path) -> None:
        """A screenshot for people to look at, when everything has faded in."""
        self.page.screenshot(path=path, animations="disabled")
