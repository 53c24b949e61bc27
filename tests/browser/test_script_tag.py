"""One script tag on another page: set up by attributes, apart from the page, small, quick."""

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from connectors.website.page import KERN, STATIC
from tests.browser.conftest import complaints_of, new_visitor
from tests.browser.stage import Stage

_LARGEST = 60_000
_LONGEST_MILLISECONDS = 300
_ATTRIBUTES = " ".join(
    (
        'data-position="left" data-language="en" data-theme="light" data-name="Town hall"',
        'data-primary-color="#7a0019" data-on-primary-color="#ffffff" data-start-en="Ask me."',
        'data-privacy-url="https://example.org/p" data-imprint-url="javascript:alert(1)"',
        'data-accessibility-url="/a"',
    )
)
_HOST = """<!doctype html>
<html lang="de"><head><title>Amt</title><link rel="icon" href="data:,">
<style>
  body, body * {{ color: red !important; font-size: 40px !important; display: inline !important }}
  button {{ display: none }}
</style>
</head><body><main><h1>Amt</h1></main>
<script type="module" src="/static/website/widget.js" {attributes}></script></body></html>"""


@pytest.fixture
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    with new_visitor(browser) as visitor:
        yield visitor.new_page()


def host(page: Page, stage: Stage, attributes: str = "") -> None:
    """A page of another maker, from the same origin."""
    stage.page = _HOST.format(attributes=attributes)
    page.goto(f"{stage.address}/elsewhere")


def test_attributes_set_it_up(page: Page, stage: Stage) -> None:
    complaints = complaints_of(page)
    host(page, stage, _ATTRIBUTES)
    launcher = page.get_by_test_id("launcher")
    expect(launcher).to_contain_text("Open chat")
    box = launcher.bounding_box()
    assert box is not None
    assert box["x"] < 100
    assert launcher.evaluate("n => getComputedStyle(n).backgroundColor") == "rgb(122, 0, 25)"
    launcher.click()
    panel = page.get_by_test_id("panel")
    expect(panel.get_by_role("heading", name="Town hall")).to_be_visible()
    expect(page.get_by_test_id("welcome")).to_contain_text("Ask me.")
    expect(panel.get_by_role("link", name="Privacy").last).to_have_attribute(
        "href", "https://example.org/p"
    )
    expect(panel.get_by_role("link", name="Accessibility")).to_have_count(1)
    expect(panel.get_by_role("link", name="Imprint")).to_have_count(0)
    assert complaints == []


def test_the_pages_styles_stay_outside(page: Page, stage: Stage) -> None:
    host(page, stage)
    page.get_by_test_id("launcher").click()
    style = page.get_by_test_id("first-use").evaluate(
        "n => [getComputedStyle(n).color === 'rgb(255, 0, 0)', getComputedStyle(n).fontSize]"
    )
    assert style == [False, "16px"]


def test_everything_the_widget_loads_is_small(page: Page, stage: Stage) -> None:
    loaded: list[str] = []
    page.on("response", lambda response: loaded.append(response.url))
    host(page, stage)
    page.get_by_test_id("launcher").click()
    expect(page.get_by_test_id("welcome")).to_be_visible()
    paths = [url.removeprefix(f"{stage.address}/static/") for url in loaded if "/static/" in url]
    roots = {"website": STATIC, "kern": KERN}
    files = [roots[root] / rest for root, _, rest in (path.partition("/") for path in paths)]
    assert len(files) > 20
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= _LARGEST


def test_it_is_usable_soon_after_the_page(page: Page, stage: Stage) -> None:
    host(page, stage)
    expect(page.get_by_test_id("launcher")).to_be_visible()
    times = []
    for _ in range(5):
        page.reload()
        expect(page.get_by_test_id("launcher")).to_be_visible()
        times.append(
            page.evaluate(
                "performance.getEntriesByName('front-door-chat ready')[0].startTime"
                " - performance.getEntriesByType('navigation')[0].loadEventEnd"
            )
        )
    assert sorted(times)[2] <= _LONGEST_MILLISECONDS
