"""Keyboard, language, reload, safety of what is shown, and a line that breaks."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.widget import Widget

HTML = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"


def test_keyboard_only(widget: Widget) -> None:
    """Write with Enter, reach a button with Tab, press it, and be back in the input."""
    page = widget.page
    widget.part("input").focus()
    page.keyboard.type("Termin für einen Reisepass")
    page.keyboard.press("Enter")
    widget.wait_for("utter_ask_people")
    expect(widget.part("input")).to_be_focused()
    for _ in range(10):
        page.keyboard.press("Shift+Tab")
        if focused(widget) == "3 Personen":
            break
    assert focused(widget) == "3 Personen"
    page.keyboard.press("Enter")
    widget.wait_for("utter_ask_office")
    expect(widget.part("input")).to_be_focused()
    page.keyboard.type("in Walsum")
    page.keyboard.press("Enter")
    widget.wait_for("utter_ask_when")


def focused(widget: Widget) -> str:
    script = "document.activeElement.shadowRoot?.activeElement?.textContent ?? ''"
    return str(widget.page.evaluate(script))


def test_the_language_toggle_keeps_the_task(widget: Widget, screenshots: Path) -> None:
    widget.type("Termin für einen Reisepass")
    widget.wait_for("utter_ask_people")
    widget.part("language").click()
    widget.wait_for("utter_ask_people", "en")
    expect(widget.part("input")).to_have_attribute("placeholder", "Your message")
    widget.photograph(screenshots / "toggled.png")
    widget.press("2 people")
    widget.wait_for("utter_ask_office", "en")
    widget.part("language").click()
    widget.wait_for("utter_ask_office")


def test_a_reload_resumes(widget: Widget) -> None:
    widget.type("Termin für einen Reisepass in Walsum")
    widget.wait_for("utter_ask_people")
    shown = widget.answers.all_text_contents()
    widget.page.reload()
    widget.wait_for("utter_ask_people")
    assert widget.answers.all_text_contents()[-len(shown) :] == shown
    widget.press("1 Person")
    widget.wait_for("utter_ask_when")


def test_a_reload_before_the_first_word_says_nothing_wrong(widget: Widget) -> None:
    widget.part("input").focus()
    expect(widget.part("banner")).to_be_hidden()
    widget.page.wait_for_timeout(500)  # the welcome with the token
    widget.page.reload()
    widget.type("Moin!")
    widget.wait_for("utter_greet")
    expect(widget.part("notice")).to_be_hidden()


def test_markup_stays_text(widget: Widget) -> None:
    title = widget.page.title()
    widget.type(HTML)
    own = widget.part("log").locator('[data-role="person"]').get_by_test_id("text").last
    expect(own).to_have_text(HTML)
    expect(widget.answers).not_to_have_count(1)
    assert widget.part("log").locator("img, script").count() == 0
    assert widget.page.title() == title


def test_messages_written_offline_are_sent_later(widget: Widget, screenshots: Path) -> None:
    widget.type("Moin!")
    widget.wait_for("utter_greet")
    widget.page.context.set_offline(True)
    widget.page.evaluate("window.dispatchEvent(new Event('offline'))")
    expect(widget.part("banner")).to_be_visible()
    widget.type("Termin für einen Reisepass")
    widget.photograph(screenshots / "offline.png")
    widget.page.context.set_offline(False)
    widget.wait_for("utter_ask_people")
    expect(widget.part("banner")).to_be_hidden()


def test_the_widgets_own_texts_are_complete_in_both_languages(widget: Widget) -> None:
    keys = widget.page.evaluate(
        "import('/static/website/texts.js').then(({ texts }) => "
        "[Object.keys(texts.de).sort(), Object.keys(texts.en).sort()])"
    )
    assert keys[0] == keys[1]
