"""What the widget can look like: each scene brings a fresh chat into one state."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Page, WebSocketRoute, expect

from connectors.core.turn import Button, Reply
from tests.browser.stage import Stage
from tests.browser.widget import Widget

Words = Mapping[str, str]
_DE = {
    "slots": "Frei:\n1. Montag, 7. Dezember, 9:00 Uhr\n2. Dienstag, 8. Dezember, 9:30 Uhr",
    "slot_buttons": "Mo., 7.12., 9:00 Uhr|Mo., 7.12., 9:15 Uhr|Di., 8.12., 9:30 Uhr|Später",
    "rich": "**Reisepass**: 70,00 €\n- Passfoto\n- bisheriger Pass\n"
    "Mehr: [Seite der Stadt](https://www.duisburg.de/reisepass) oder 115.",
    "danger": "Rufen Sie sofort 112 (Feuerwehr, Rettung) oder 110 (Polizei) an!",
    "chart": "Einwohner",
    "waiting": "Ich habe Ihre Frage weitergegeben.",
    "hello": "Guten Tag, hier ist Ayşe Yılmaz.",
}
_EN = {
    "slots": "Free:\n1. Monday, 7 December, 9 a.m.\n2. Tuesday, 8 December, 9:30 a.m.",
    "slot_buttons": "Mon, 7 Dec, 9:00 a.m.|Mon, 7 Dec, 9:15 a.m.|Tue, 8 Dec, 9:30 a.m.|Later",
    "rich": "**Passport**: 70.00 €\n- photo\n- old passport\n"
    "More: [the city's page](https://www.duisburg.de/passport) or 115.",
    "danger": "Call 112 (fire, rescue) or 110 (police) right now!",
    "chart": "Inhabitants",
    "waiting": "I have passed your question on.",
    "hello": "Hello, this is Ayşe Yılmaz.",
}
WORDS: Mapping[str, Words] = {"de": _DE, "en": _EN}
APPOINTMENT = {
    "type": "appointment",
    "title": "Reisepass beantragen",
    "when": "Montag, 7. Dezember 2026, 9:00 Uhr",
    "office": "Bürger-Service-Station Walsum",
    "address": "Friedrich-Ebert-Straße 152, 47179 Duisburg",
    "code": "SJHW-4Q8W",
    "ics_url": "/api/appointments/SJHW-4Q8W.ics",
}
OFFICE = {
    "type": "office",
    "office": "Bürger-Service-Station Walsum",
    "hours": "8:00 bis 16:00",
    "phone": "0203 283-0",
    "address": "Friedrich-Ebert-Straße 152, 47179 Duisburg",
    "map_url": "https://www.openstreetmap.org/",
}
LINK = {
    "type": "link",
    "title": "Masterplan",
    "text": "PDF, 2019",
    "url": "https://www.duisburg.de/masterplan",
}
CHART = {
    "type": "chart",
    "title": "Einwohner 2019",
    "unit": "Menschen",
    "source": "Stadt Duisburg",
    "rows": [{"label": "Marxloh", "value": 21132}, {"label": "Walsum", "value": 51528}],
}
EMERGENCY = {"type": "emergency", "numbers": ["112", "110"]}


class Line:
    """The WebSocket between page and server, on which a test may speak as the server."""

    def __init__(self, page: Page) -> None:
        self.said: list[dict[str, Any]] = []
        self._route: WebSocketRoute | None = None
        page.route_web_socket("**/chat/ws", self._join)

    def _join(self, route: WebSocketRoute) -> None:
        self._route = route
        server = route.connect_to_server()

        def from_page(frame: str | bytes) -> None:
            self.said.append(json.loads(frame))
            # The stage's server knows nothing of staff.
            if self.said[-1]["type"] not in ("typing", "read", "leave", "rate"):
                server.send(frame)

        route.on_message(from_page)

    def send(self, **frame: Any) -> None:
        """A frame to the page."""
        assert self._route is not None
        self._route.send(json.dumps(frame))

    def stand(self, state: str, **standing: Any) -> None:
        """The conversation changes hands, without a message."""
        empty = {"position": None, "wait_minutes": None, "staff": None}
        self.send(type="state", standing={**empty, "state": state, **standing})

    def kinds(self) -> list[str]:
        """What the page sent, by type."""
        return [frame["type"] for frame in self.said]


class Play:
    """A page with a fresh chat on the stage."""

    def __init__(self, stage: Stage, page: Page, language: str) -> None:
        self.stage, self.page, self.language = stage, page, language
        self.words = WORDS[language]
        self.line = Line(page)
        self._seq = 1000
        self.widget = Widget(page)

    def open(self) -> None:
        """Show the page."""
        self.page.goto(f"{self.stage.address}/?language={self.language}")
        expect(self.widget.part("input")).to_be_visible()

    def hear(self, *replies: Reply) -> None:
        """Ask something, and get these replies."""
        self.stage.engine.script["?"] = replies
        self.widget.type("?")
        expect(self.widget.answers.last).to_contain_text(replies[-1].text[:12].strip("*"))

    def say(self, text: str, **more: Any) -> int:
        """Somebody writes by themselves; the message's number."""
        self._seq += 1
        self.line.send(
            type="reply",
            seq=self._seq,
            text=text,
            language=self.language,
            buttons=[],
            card=None,
            **more,
        )
        return self._seq


def _slots(play: Play) -> None:
    titles = play.words["slot_buttons"].split("|")
    play.hear(Reply(play.words["slots"], tuple(Button(title, "/inform") for title in titles)))


def _many_days(play: Play) -> None:
    play.hear(Reply("…", tuple(Button(f"{day}.12., 9:00 Uhr", "/inform") for day in range(1, 8))))


def _cards(play: Play) -> None:
    cards = (APPOINTMENT, OFFICE, LINK)
    play.hear(Reply(play.words["rich"]), *(Reply(play.words["chart"], card=card) for card in cards))


def _chart(play: Play) -> None:
    play.hear(Reply(play.words["chart"], card=CHART))
    play.widget.part("table").locator("summary").click()


def _danger(play: Play) -> None:
    play.hear(Reply(play.words["danger"], card=EMERGENCY))


def _typing(play: Play) -> None:
    play.stage.engine.seconds = 60.0
    play.widget.type("?")
    expect(play.widget.part("typing")).to_be_visible()


def _failed(play: Play) -> None:
    play.stage.conversations.down = True
    play.widget.type("?")
    expect(play.widget.part("retry")).to_be_visible()


def _offline(play: Play) -> None:
    play.page.context.set_offline(True)
    play.page.evaluate("window.dispatchEvent(new Event('offline'))")
    expect(play.widget.part("banner")).to_be_visible()


def _waiting(play: Play) -> None:
    play.hear(Reply(play.words["waiting"]))
    play.line.stand("waiting", position=2, wait_minutes=5)
    expect(play.widget.part("standing")).to_be_visible()


def _staff(play: Play) -> None:
    _waiting(play)
    play.line.stand("staff", staff="Ayşe Yılmaz")
    play.say(play.words["hello"], role="staff", sender="Ayşe Yılmaz", kind="message")
    expect(play.widget.part("log").locator('[data-role="staff"]')).to_have_count(1)


def _rating(play: Play) -> None:
    _staff(play)
    play.line.stand("closed")
    expect(play.widget.part("rating")).to_be_visible()
    play.widget.part("send-rating").click()


def _menu(play: Play) -> None:
    play.hear(Reply("…"))
    play.widget.part("menu-button").click()
    play.widget.part("erase").click()
    expect(play.widget.part("sure")).to_be_visible()


def _welcome(play: Play) -> None:
    expect(play.widget.part("first-use")).to_be_visible()


def _closed(play: Play) -> None:
    play.widget.part("close").click()
    expect(play.widget.part("launcher")).to_be_visible()


SCENES: Mapping[str, Callable[[Play], None]] = {
    "welcome": _welcome,
    "closed": _closed,
    "slots": _slots,
    "many_days": _many_days,
    "cards": _cards,
    "chart": _chart,
    "danger": _danger,
    "typing": _typing,
    "failed": _failed,
    "offline": _offline,
    "waiting": _waiting,
    "staff": _staff,
    "rating": _rating,
    "menu": _menu,
}
