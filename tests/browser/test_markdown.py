"""What becomes of an answer's text: bold, links, lists; everything else stays the sign it is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import new_visitor
from tests.browser.stage import Stage
from tests.hostile import HOSTILE

_RENDER = """async (text) => {
  const { withMarkdown } = await import("/static/website/view/markdown.js");
  const node = document.createElement("div");
  node.append(...withMarkdown(text));
  return [node.innerHTML, node.textContent];
}"""
_PARTS = """async (text) => {
  const { withMarkdown } = await import("/static/website/view/markdown.js");
  const node = document.createElement("div");
  node.append(...withMarkdown(text));
  const all = node.querySelectorAll("*");
  return Array.from(all, (each) => [each.localName, each.getAttribute("href")]);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    with new_visitor(browser) as visitor:
        opened = visitor.new_page()
        opened.goto(stage.address)
        yield opened


def html(page: Page, text: str) -> str:
    return str(page.evaluate(_RENDER, text)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Pass**: 70 €", "<strong>Pass</strong>: 70 €"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("a_b_c * d", "a_b_c * d"),
        (
            "1. eins\n2. zwei\nEnde",
            '<span role="list" class="list"><span role="listitem">1. eins\n</span>'
            '<span role="listitem">2. zwei\n</span></span>Ende',
        ),
        ("Rufen Sie 112 an.", 'Rufen Sie <a href="tel:112">112</a> an.'),
        ("Duisburger Straße 112", "Duisburger Straße 112"),
        ("Das kostet 110 €.", "Das kostet 110 €."),
    ],
)
def test_little_markdown(page: Page, text: str, expected: str) -> None:
    assert html(page, text) == expected


def test_a_link_tells_its_host(page: Page) -> None:
    rendered = html(page, "[Stadt Duisburg](https://dúisburg.de/x)")
    assert 'href="https://xn--disburg-61a.de/x"' in rendered
    assert "(xn--disburg-61a.de)" in rendered


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_become_text_and_safe_links_only(page: Page, text: str) -> None:
    for name, href in page.evaluate(_PARTS, text):
        assert name in ("a", "bdi", "strong", "span")
        assert href is None or href.startswith(("https://", "http://", "mailto:", "tel:"))
