"""From the greeting to the calendar file, in both languages."""

from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import complaints_of
from tests.browser.widget import Widget
from tests.servers.frontdoor import FrontDoor


def test_german_booking(widget: Widget, screenshots: Path) -> None:
    widget.photograph(screenshots / "de-1-page.png")
    widget.type("Moin!")
    widget.wait_for("utter_greet")
    widget.press("Termin buchen")
    widget.wait_for("utter_ask_services")
    widget.press("Personalausweis")
    widget.wait_for("utter_ask_people")
    widget.press("1 Person")
    widget.wait_for("utter_ask_office")
    widget.type("in Homberg")
    widget.wait_for("utter_ask_when")
    widget.type("am 21. Dezember ab 10 Uhr")
    widget.wait_for("utter_offer_slots")
    widget.photograph(screenshots / "de-2-slots.png")
    widget.press("Mo., 21.12.")
    widget.wait_for("utter_ask_name")
    widget.type("Anna Schmidt")
    widget.wait_for("utter_ask_email_or_phone")
    widget.type("anna@example.org")
    widget.wait_for("utter_ask_confirm")
    widget.press("Ja, buchen")
    widget.wait_for("utter_booked")
    widget.photograph(screenshots / "de-3-booked.png")
    check_calendar(widget, "2026-12-21", "Personalausweis")
    expect(widget.buttons).to_have_count(1)


def test_english_booking(context: BrowserContext, front_door: FrontDoor, screenshots: Path) -> None:
    page = context.new_page()
    complaints = complaints_of(page)
    page.goto(f"{front_door.address}/?language=en")
    widget = Widget(page)
    widget.type("Hello there!")
    widget.wait_for("utter_greet", "en")
    widget.press("Book an appointment")
    widget.wait_for("utter_ask_services", "en")
    widget.press("Passport")
    widget.wait_for("utter_ask_people", "en")
    widget.press("1 person")
    widget.wait_for("utter_ask_office", "en")
    widget.press("Rheinhausen")
    widget.wait_for("utter_ask_when", "en")
    widget.type("on 22 December after 10")
    widget.wait_for("utter_offer_slots", "en")
    widget.photograph(screenshots / "en-2-slots.png")
    widget.press("Tue, 22 Dec")
    widget.wait_for("utter_ask_name", "en")
    widget.type("my name is John Miller")
    widget.wait_for("utter_ask_email_or_phone", "en")
    widget.type("john@example.org")
    widget.wait_for("utter_ask_confirm", "en")
    widget.press("Yes, book it")
    widget.wait_for("utter_booked", "en")
    widget.photograph(screenshots / "en-3-booked.png")
    check_calendar(widget, "2026-12-22", "passport")
    assert not complaints


def check_calendar(widget: Widget, day: str, service: str) -> None:
    """The link on the card downloads a calendar file with the appointment."""
    card = widget.part("card").last
    with widget.page.expect_download() as downloading:
        card.get_by_test_id("ics").click()
    file = downloading.value
    assert file.suggested_filename.endswith(".ics")
    [event] = icalendar.Calendar.from_ical(Path(file.path()).read_bytes()).walk("VEVENT")
    assert f"{event.start:%Y-%m-%d}" == day
    assert service in str(event["summary"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone(
    context: BrowserContext, front_door: FrontDoor, screenshots: Path, scheme: str
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(front_door.address)
    widget = Widget(page)
    widget.type("Termin für einen Reisepass in Walsum am 21. Dezember für eine Person")
    widget.wait_for("utter_offer_slots")
    widget.photograph(screenshots / f"phone-{scheme}.png")
    too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(too_wide)
