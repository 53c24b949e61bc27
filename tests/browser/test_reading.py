"""What a screen reader hears and when, and the way of the keyboard."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from connectors.core.turn import Button, Reply
from tests.browser.conftest import new_visitor
from tests.browser.probes import probe
from tests.browser.scenes import CHART, EMERGENCY, SCENES, Play
from tests.browser.stage import Stage

_LISTEN = probe("listen")
_FOCUSED = probe("focused")


@pytest.fixture
def play(browser: Browser, stage: Stage) -> Iterator[Play]:
    with new_visitor(browser) as visitor:
        page = visitor.new_page()
        play = Play(stage, page, "de")
        play.open()
        page.evaluate(_LISTEN)
        yield play
    stage.reset()


def heard(page: Page) -> list[str]:
    """What was spoken since the last time."""
    page.wait_for_timeout(300)
    said: list[str] = page.evaluate("window.heard.splice(0)")
    return said


def test_each_message_is_spoken_once_with_its_sender(play: Play) -> None:
    play.hear(Reply("Guten Tag!", (Button("Termin buchen", "/book"),)))
    assert heard(play.page) == ["Sie: ?", "Assistent: Guten Tag! Antwortvorschläge Termin buchen"]


def test_a_place_in_the_queue_is_spoken_when_it_changes(play: Play) -> None:
    SCENES["waiting"](play)
    heard(play.page)
    play.line.stand("waiting", position=1, wait_minutes=1)
    play.line.stand("waiting", position=1, wait_minutes=1)
    assert heard(play.page) == [
        "Sie warten auf eine Mitarbeiterin oder einen Mitarbeiter. Ihr Platz: 1. "
        "Voraussichtlich noch etwa eine Minute."
    ]


def test_what_a_message_says_the_line_above_does_not_repeat(play: Play) -> None:
    SCENES["waiting"](play)
    heard(play.page)
    standing = {"state": "staff", "position": None, "wait_minutes": None, "staff": "Ayşe Yılmaz"}
    play.say("Ayşe Yılmaz ist jetzt da.", role="bot", kind="state", standing=standing)
    assert heard(play.page) == ["Assistent: Ayşe Yılmaz ist jetzt da."]
    expect(play.widget.part("standing")).to_contain_text("Ayşe Yılmaz")


def test_a_lost_line_and_a_failure_are_spoken(play: Play) -> None:
    SCENES["offline"](play)
    [spoken] = heard(play.page)
    assert spoken.startswith("Keine Verbindung.")
    play.page.context.set_offline(False)
    expect(play.widget.part("banner")).to_be_hidden()
    SCENES["failed"](play)
    assert any("nicht bei uns angekommen" in text for text in heard(play.page))


def test_a_reload_does_not_read_everything_again(play: Play) -> None:
    play.hear(Reply("Guten Tag!"))
    play.page.reload()
    play.page.evaluate(_LISTEN)
    expect(play.widget.answers.last).to_have_text("Guten Tag!")
    assert heard(play.page) == []


def test_names_and_roles(play: Play) -> None:
    """The accessibility tree of the whole widget, as browsers hand it on."""
    play.hear(
        Reply("Frei:", (Button("Mo., 7.12., 9:00 Uhr", "/inform"),)),
        Reply("Zahlen", card=CHART),
        Reply("Notfall", card=EMERGENCY),
    )
    expect(play.widget.part("panel")).to_match_aria_snapshot("""
    - region "Duisburg Front Door":
      - heading "Duisburg Front Door" [level=2]
      - paragraph: Digitaler Assistent
      - button "DE EN, auf Englisch wechseln"
      - button "Menü"
      - button "Chat schließen"
      - status
      - log "Gesprächsverlauf":
        - paragraph:
          - strong: Hier antwortet eine Maschine, kein Mensch.
        - group "Antwortvorschläge"
        - group "Freie Termine":
          - list "Mo., 7.12.":
            - listitem:
              - button "Mo., 7.12., 9:00 Uhr"
        - figure "Einwohner 2019":
          - 'img "Einwohner 2019. Marxloh: 21.132 Menschen, Walsum: 51.528 Menschen"'
          - group
        - region "Notruf":
          - link "112 anrufen Feuerwehr und Rettung":
            - /url: tel:112
          - link "110 anrufen Polizei":
            - /url: tel:110
      - textbox "Ihre Nachricht"
      - button "Nachricht senden"
      - paragraph:
        - link "112"
        - link "110"
    """)


def test_the_keyboard_alone_opens_chooses_and_comes_back(play: Play) -> None:
    page, widget = play.page, play.widget
    play.hear(Reply("…"))
    widget.part("close").focus()
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "menu-button"
    page.keyboard.press("Enter")
    expect(widget.part("sheet").get_by_role("heading", name="Menü")).to_be_focused()
    widget.part("contrast").focus()
    page.keyboard.press("Space")
    expect(widget.part("contrast")).to_be_checked()
    page.keyboard.press("Escape")
    assert focused(page) == "menu-button"
    page.keyboard.press("Escape")
    expect(widget.part("launcher")).to_be_focused()
    page.keyboard.press("Enter")
    expect(widget.part("input")).to_be_focused()


def test_on_a_phone_tab_stays_in_the_panel(browser: Browser, stage: Stage) -> None:
    with new_visitor(browser) as visitor:
        page = visitor.new_page()
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(stage.address)
        page.evaluate("document.querySelector('front-door-chat').removeAttribute('embedded')")
        for key in ["Tab"] * 30 + ["Shift+Tab"] * 30:
            page.keyboard.press(key)
            if focused(page) == "input":
                break
        for key in ["Tab"] * 15 + ["Shift+Tab"] * 15:
            page.keyboard.press(key)
            assert focused(page) is not None, "the focus went behind the panel"


def focused(page: Page) -> Any:
    """The test id (or class) of what has the focus in the widget; None outside."""
    return page.evaluate(_FOCUSED)
