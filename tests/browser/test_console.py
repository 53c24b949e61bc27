"""A citizen and staff in browsers of their own: request, take, talk, transfer, give back; and what
happens when something dies in between.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.desk import Desk
from tests.servers.console_door import WANTS_PERSON, ConsoleDoor, console_door_in

_MILLISECONDS = 40_000
HOSTILE = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ConsoleDoor]:
    with console_door_in(tmp_path_factory.mktemp("console")) as door:
        for login in ("anna", "berta"):
            door.hire(login)
        door.start()
        yield door


@pytest.fixture
def desks(browser: Browser, door: ConsoleDoor) -> Iterator[list[Desk]]:
    """Two members of staff, both available."""
    both = [Desk(browser, door, login) for login in ("anna", "berta")]
    yield both
    for desk in both:
        assert desk.faults == []
        desk.close()


class Citizen:
    """Somebody at the widget of the demo page."""

    def __init__(self, page: Page, door: ConsoleDoor) -> None:
        self.page = page
        page.goto(door.address)

    def says(self, text: str) -> None:
        self.page.get_by_test_id("input").fill(text)
        self.page.get_by_test_id("send").click()

    def sees(self, text: str, count: int = 1) -> None:
        found = self.page.get_by_test_id("log").get_by_text(text)
        expect(found).to_have_count(count, timeout=_MILLISECONDS)


@pytest.fixture
def citizen(context: BrowserContext, door: ConsoleDoor) -> Citizen:
    context.set_default_timeout(_MILLISECONDS)
    return Citizen(context.new_page(), door)


def begin(citizen: Citizen, desk: Desk, greeting: str) -> None:
    """The citizen asks for a person, and the desk takes it."""
    citizen.says(f"{greeting}, einen {WANTS_PERSON} bitte")
    citizen.sees("Ich hole jemanden.")
    desk.open("waiting")
    desk.sees(greeting)
    desk.press("Übernehmen")
    desk.is_in_state("staff")


def test_request_take_talk_and_back_to_the_bot(citizen: Citizen, desks: list[Desk]) -> None:
    anna, _ = desks
    begin(citizen, anna, "Guten Morgen")
    anna.write("Hier ist Anna, was brauchen Sie?")
    citizen.sees("Hier ist Anna, was brauchen Sie?")
    anna.sees("Hier ist Anna, was brauchen Sie?")
    citizen.says("Zwei Pässe in Walsum")
    anna.sees("Zwei Pässe in Walsum")
    citizen.says(HOSTILE)
    anna.sees("<img src=x onerror")
    assert "broken" not in anna.page.title()
    assert anna.page.locator("#log img, #log script").count() == 0
    anna.unfold("An Assistenten zurückgeben")
    anna.page.fill("#return-note", "Ich gebe zurück, alles Gute!")
    anna.press("An Assistenten zurückgeben")
    anna.is_in_state("bot")
    citizen.sees("Ich gebe zurück, alles Gute!")
    citizen.says("Und jetzt du")
    citizen.sees("Bot: Und jetzt du")


def test_a_transfer_is_declined_then_accepted(citizen: Citizen, desks: list[Desk]) -> None:
    anna, berta = desks
    begin(citizen, anna, "Moin")
    for answer, state in (("Ablehnen", "Anna"), ("Annehmen", "Berta")):
        anna.unfold("Weitergeben")
        anna.page.select_option(
            "#transfer-to",
            label=anna.page.locator("#transfer-to option")
            .filter(has_text="Berta")
            .first.text_content()
            or "",
        )
        anna.press("Weitergeben")
        expect(anna.page.locator("#head .kern-alert")).to_be_visible()
        berta.page.goto(anna.page.url)
        berta.press(answer)
        expect(anna.page.locator("#head h1")).to_contain_text(state, timeout=_MILLISECONDS)
        expect(anna.page.locator("#head .kern-alert")).to_have_count(0)
    berta.write("Jetzt bin ich da")
    citizen.sees("Jetzt bin ich da")
    berta.unfold("Beenden")
    berta.press("Beenden")
    berta.is_in_state("closed")


def test_nothing_is_lost_or_doubled_when_the_front_door_dies(
    citizen: Citizen, desks: list[Desk], door: ConsoleDoor
) -> None:
    anna, _ = desks
    begin(citizen, anna, "Hallo")
    anna.write("eins")
    citizen.sees("eins")
    door.kill()
    expect(anna.page.locator("#connection")).to_be_visible(timeout=_MILLISECONDS)
    anna.page.fill("#text", "zwei")
    anna.page.press("#text", "Control+Enter")
    anna.page.wait_for_timeout(500)
    expect(anna.page.locator("#text")).to_have_value("zwei")
    citizen.says("drei")
    door.start()
    expect(anna.page.locator("#connection")).to_be_hidden(timeout=_MILLISECONDS)
    anna.sees("drei")
    anna.page.press("#text", "Control+Enter")
    for text in ("eins", "zwei"):
        citizen.sees(text)
        anna.sees(text)
    anna.sees("drei")
    anna.unfold("Beenden")
    anna.press("Beenden")
    anna.is_in_state("closed")


def test_a_desk_that_dies_finds_everything_again(
    citizen: Citizen, desks: list[Desk], browser: Browser, door: ConsoleDoor
) -> None:
    anna, _ = desks
    begin(citizen, anna, "Servus")
    anna.write("Ich bin gleich wieder da")
    anna.close()
    citizen.says("Sind Sie noch da?")
    again = Desk(browser, door, "anna")
    again.open("mine")
    again.sees("Sind Sie noch da?")
    again.sees("Ich bin gleich wieder da")
    again.write("Ja, bin ich")
    citizen.sees("Ja, bin ich")
    again.unfold("Beenden")
    again.press("Beenden")
    again.is_in_state("closed")
    again.close()


def test_ten_wait_in_order(desks: list[Desk], door: ConsoleDoor, screenshots: Path) -> None:
    anna, _ = desks
    for number in range(1, 11):
        body = {"id": "m1", "channel": "website", "text": f"Anliegen {number}", "language": "de"}
        door.api.post(f"/api/conversations/queue-{number}/messages", json=body)
        standing = door.request_person(f"queue-{number}").json()
        assert (standing["state"], standing["position"]) == ("waiting", number)
    anna.page.goto(f"{door.address}/console/inbox")
    expect(anna.page.locator("a.chat")).to_have_count(10, timeout=_MILLISECONDS)
    shown = anna.page.locator("a.chat .state").all_text_contents()
    assert [text.split()[-1] for text in shown] == [str(number) for number in range(1, 11)]
    anna.page.screenshot(path=screenshots / "console-queue.png")
    anna.page.locator("a.chat").first.click()
    anna.press("Übernehmen")
    anna.is_in_state("staff")
    # The list beside it is told by itself that all have moved up.
    anna.page.goto(f"{door.address}/console/inbox")
    first = anna.page.locator("a.chat .state").first
    expect(first).to_contain_text("Platz 1", timeout=_MILLISECONDS)
    assert anna.page.locator("a.chat").count() == 9
