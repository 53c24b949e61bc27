"""Every state of the widget, in both languages, on phone and desk, light, dark and contrast."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.conftest import new_visitor
from tests.browser.probes import probe
from tests.browser.scenes import SCENES, Play
from tests.browser.stage import Stage

WIDTHS = {320: 640, 1440: 900}
LOOKS = ("light", "dark", "contrast", "contrast-dark")
_TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
_CHOOSE = probe("choose_looks")
_CUT_OFF = probe("cut_off")
_SMALL = probe("small_targets")


@pytest.fixture
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    with new_visitor(browser) as visitor:
        yield visitor.new_page()
    stage.reset()


def look(page: Page, name: str) -> None:
    """As the system and, for contrast, another tab's menu would have it."""
    page.emulate_media(color_scheme="dark" if name.endswith("dark") else "light")
    page.evaluate(_CHOOSE, {"contrast": name.startswith("contrast")})


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("scene", SCENES)
def test_a_state(
    stage: Stage, page: Page, scene: str, language: str, width: int, screenshots: Path
) -> None:
    """Without a violation in four looks; nothing cut off; everything large enough to hit."""
    play = Play(stage, page, language)
    reported = stage.reports.counts
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.emulate_media(reduced_motion="reduce")
    play.open()
    SCENES[scene](play)
    page.mouse.move(0, 0)
    assert stage.reports.counts == reported  # axe itself may break the policy
    shown = play.widget.part("launcher" if scene == "closed" else "panel")
    for name in LOOKS:
        look(page, name)
        assert violations(page, "front-door-chat") == [], name
        shown.screenshot(path=screenshots / f"{scene}-{language}-{width}-{name}.png")
    assert not page.evaluate(_TOO_WIDE)
    assert page.evaluate(_CUT_OFF) == []
    assert page.evaluate(_SMALL) == []
