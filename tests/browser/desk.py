"""The console as a member of staff uses it."""

from playwright.sync_api import Browser, Page, expect

from tests.servers.console_door import PASSWORD, ConsoleDoor

_MILLISECONDS = 40_000


class Desk:
    """A browser of its own, signed in."""

    def __init__(self, browser: Browser, door: ConsoleDoor, login: str) -> None:
        self.context = browser.new_context(
            locale="de-DE", viewport={"width": 1360, "height": 900}, service_workers="block"
        )
        self.context.set_default_timeout(_MILLISECONDS)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(f"{door.address}/console/")
        self.page.fill("#f-login", login)
        self.page.fill("#f-password", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url("**/console/inbox")
        self._door = door

    def open(self, view: str = "waiting", at: int = 0) -> None:
        """A conversation of a view."""
        self.page.goto(f"{self._door.address}/console/inbox?view={view}")
        self.page.locator("a.chat").nth(at).click()
        self.page.wait_for_selector("#log")

    def press(self, label: str) -> None:
        self.page.locator("#head").get_by_role("button", name=label, exact=True).click()

    def unfold(self, label: str) -> None:
        self.page.locator("#head summary").filter(has_text=label).click()

    def write(self, text: str) -> None:
        self.page.fill("#text", text)
        self.page.press("#text", "Control+Enter")
        expect(self.page.locator("#text")).to_have_value("", timeout=_MILLISECONDS)

    def sees(self, text: str, count: int = 1) -> None:
        """The message stands there, so many times."""
        found = self.page.locator(".message__text").filter(has_text=text)
        expect(found).to_have_count(count, timeout=_MILLISECONDS)

    def is_in_state(self, state: str) -> None:
        shown = self.page.locator(f"#head .state--{state}")
        expect(shown).to_be_visible(timeout=_MILLISECONDS)

    def close(self) -> None:
        self.context.close()
