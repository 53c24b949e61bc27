"""axe-core (MPL-2.0, ``vendor/``): what a machine can find against WCAG 2.2 AA."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_RUN = """async (part) => {
  const found = await axe.run(part ?? document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  const told = ({ target, failureSummary }) => `${target.flat().join(" ")}: ${failureSummary}`;
  return found.violations.map(({ id, nodes }) => [id, nodes.map(told)]);
}"""


@cache
def _source() -> str:
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, part: str | None = None) -> list[Any]:
    """Each rule that is broken in a part of the page, with the nodes that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{_source()}; undefined")
    found: list[Any] = page.evaluate(_RUN, part)
    return found
