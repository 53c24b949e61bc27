"""The demo page: no violation, narrow and zoomed, in both languages, telling how its parts are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import complaints_of, new_visitor
from tests.browser.stage import Stage

_TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with new_visitor(browser) as visitor:
        yield visitor.new_page()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [320, 1440])
def test_it_breaks_no_rule(stage: Stage, page: Page, width: int, language: str) -> None:
    complaints = complaints_of(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{stage.address}/?language={language}")
    expect(page.locator("#status tr")).to_have_count(2)
    assert complaints == []  # axe itself tries inline styles
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert violations(page) == [], scheme
    assert not page.evaluate(_TOO_WIDE)


def test_at_four_hundred_per_cent_one_can_still_write(stage: Stage, page: Page) -> None:
    """1280 × 1024 pixels, zoomed to 400 %, leave 320 × 256; the chat covers the page there."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(stage.address)
    page.evaluate("document.querySelector('front-door-chat').removeAttribute('embedded')")
    entry = page.get_by_test_id("input")
    entry.fill("Moin")
    entry.press("Enter")
    answer = page.get_by_text("Gehört: Moin")
    answer.scroll_into_view_if_needed()
    expect(answer).to_be_in_viewport()
    entry.scroll_into_view_if_needed()
    expect(entry).to_be_in_viewport()
    assert not page.evaluate(_TOO_WIDE)


def test_the_status_is_told_in_words(stage: Stage, page: Page) -> None:
    page.goto(f"{stage.address}/?language=en")
    expect(page.locator("#overall")).to_have_text("All parts that are switched on are working.")
    expect(page.locator("#status")).to_contain_text("City services")
    page.locator("#page-language").click()
    expect(page.locator("#status")).to_contain_text("Dienste der Stadt")
    expect(page.locator("#status")).to_contain_text("ausgeschaltet")


def test_an_example_goes_into_the_chat(stage: Stage, page: Page) -> None:
    page.goto(stage.address)
    page.locator("[data-example='2']").click()
    own = page.get_by_test_id("log").locator('[data-role="person"]')
    expect(own).to_contain_text("Was kostet ein Reisepass?")
