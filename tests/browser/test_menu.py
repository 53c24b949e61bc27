"""What the menu does: looks, taking the conversation along, deleting it, rating, beginning anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from connectors.core.turn import Reply
from tests.browser.conftest import new_visitor
from tests.browser.scenes import SCENES, Play
from tests.browser.stage import Stage

_SIZE = (
    "getComputedStyle(document.querySelector('front-door-chat')"
    ".shadowRoot.querySelector('.bubble')).fontSize"
)


@pytest.fixture
def play(browser: Browser, stage: Stage) -> Iterator[Play]:
    with new_visitor(browser) as visitor:
        play = Play(stage, visitor.new_page(), "de")
        play.open()
        play.hear(Reply("Moin, Nachbar!"))
        yield play
    stage.reset()


def menu(play: Play, entry: str) -> None:
    play.widget.part("menu-button").click()
    play.widget.part(entry).click()


def test_text_size_stays_after_a_reload(play: Play) -> None:
    menu(play, "size-largest")
    play.page.reload()
    expect(play.widget.answers.last).to_have_text("Moin, Nachbar!")
    assert play.page.evaluate(_SIZE) == "24px"


@pytest.mark.parametrize(("entry", "ending"), [("save-text", ".txt"), ("save-html", ".html")])
def test_the_conversation_can_be_taken_along(play: Play, entry: str, ending: str) -> None:
    with play.page.expect_download() as downloading:
        menu(play, entry)
    file = downloading.value
    assert file.suggested_filename.endswith(ending)
    assert "Moin, Nachbar!" in Path(file.path()).read_text(encoding="utf-8")
    expect(play.widget.part("notice")).to_have_text("Die Datei ist gespeichert.")


def test_deleting_asks_first_and_then_reaches_every_tab(play: Play) -> None:
    other = play.page.context.new_page()
    other.goto(play.stage.address)
    expect(other.get_by_test_id("log")).to_contain_text("Moin, Nachbar!")
    menu(play, "erase")
    expect(play.widget.part("log")).to_be_hidden()
    play.widget.part("erase-yes").click()
    for page in (play.page, other):
        expect(page.get_by_test_id("notice")).to_contain_text("gelöscht")
        expect(page.get_by_test_id("log")).not_to_contain_text("Moin, Nachbar!")
    play.hear(Reply("Wieder da."))
    expect(play.widget.answers).to_have_count(2)  # the welcome and the new answer


def test_leaving_asks_how_it_was_and_begins_anew(play: Play) -> None:
    menu(play, "leave")
    play.widget.part("stars-4").check()
    play.widget.part("words").fill("schnell")
    play.widget.part("send-rating").click()
    expect(play.widget.part("notice")).to_have_text("Vielen Dank für Ihre Bewertung.")
    assert {"type": "rate", "stars": 4, "words": "schnell"} in play.line.said
    expect(play.widget.part("log")).not_to_contain_text("Moin, Nachbar!")
    expect(play.widget.part("first-use")).to_be_visible()


def test_nobody_rates_without_choosing(play: Play) -> None:
    menu(play, "rate")
    play.widget.part("send-rating").click()
    expect(play.widget.part("rating")).to_contain_text("Bitte wählen Sie")
    expect(play.widget.part("stars-1")).to_be_focused()
    assert "rate" not in play.line.kinds()


def test_without_a_conversation_there_is_nothing_to_delete(browser: Browser, stage: Stage) -> None:
    with new_visitor(browser) as visitor:
        play = Play(stage, visitor.new_page(), "en")
        play.open()
        play.widget.part("menu-button").click()
        expect(play.widget.part("sheet")).to_contain_text("There is no conversation yet.")
        expect(play.widget.part("erase")).to_have_count(0)


def test_staff_is_told_of_typing_and_reading(play: Play) -> None:
    SCENES["staff"](play)
    play.widget.part("input").type("Hallo")
    play.page.wait_for_timeout(100)
    kinds = play.line.kinds()
    assert kinds.count("typing") == 1
    assert {"type": "read", "seq": 1001} in play.line.said
    play.widget.part("leave-staff").click()
    assert "leave" in play.line.kinds()


@pytest.mark.parametrize("left", [True, False])
def test_after_staff_the_person_is_asked_how_it_was(play: Play, left: bool) -> None:
    SCENES["staff"](play)
    if left:
        play.widget.part("leave-staff").click()
    play.line.stand("bot" if left else "closed")
    expect(play.widget.part("rating")).to_be_visible()
    play.widget.part("no-rating").click()
    expect(play.widget.part("log")).to_be_visible()
    expect(play.widget.part("standing")).to_be_hidden()


def test_who_is_given_back_to_the_bot_goes_on_writing(play: Play) -> None:
    SCENES["staff"](play)
    play.line.stand("bot")
    expect(play.widget.part("standing")).to_be_hidden()
    expect(play.widget.part("rating")).to_have_count(0)
    expect(play.widget.part("input")).to_be_visible()
