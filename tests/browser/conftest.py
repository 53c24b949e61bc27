"""A real Chromium, and the demo page in it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.stage import Stage, stage_running
from tests.browser.widget import Widget
from tests.servers.echo import EchoDoor, echo_door_in
from tests.servers.frontdoor import ROOT, FrontDoor

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
SCREENSHOTS = ROOT / "var" / "screenshots"
_MILLISECONDS = 20_000
expect.set_options(timeout=_MILLISECONDS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@contextmanager
def new_visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who comes for the first time."""
    visitor = browser.new_context(
        locale="de-DE", viewport={"width": 1280, "height": 900}, accept_downloads=True
    )
    visitor.set_default_timeout(_MILLISECONDS)
    yield visitor
    visitor.close()


@pytest.fixture(scope="session")
def echo_door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EchoDoor]:
    """A front door whose engine repeats what it hears; it may be killed and started again."""
    with echo_door_in(tmp_path_factory.mktemp("echo")) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor; anything but loopback is out of reach."""
    with new_visitor(browser) as visitor:
        yield visitor


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    """The website with an engine that follows a script."""
    with stage_running() as running:
        yield running


@pytest.fixture
def widget(context: BrowserContext, front_door: FrontDoor) -> Iterator[Widget]:
    """The widget on the demo page; complaints in the console fail the test."""
    page = context.new_page()
    complaints = complaints_of(page)
    page.goto(front_door.address)
    yield Widget(page)
    assert not complaints


def complaints_of(page: Page) -> list[str]:
    """Errors, warnings and requests that left this machine, as they come."""
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            complaints.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
            else None
        ),
    )
    return complaints


@pytest.fixture(scope="session")
def screenshots() -> Path:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS
