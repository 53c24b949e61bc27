"""Plays a script against a front door and checks what comes of it."""

from collections.abc import Callable
from datetime import datetime
from fnmatch import fnmatch
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from tests.conversations.responses import is_response, key_of
from tests.conversations.script import Script, Step
from tests.conversations.staffing import act
from tests.servers.chat import Answer, Conversation
from tests.servers.frontdoor import FrontDoor
from tests.servers.staff import Staff
from tests.servers.waiting import wait_until

_ERIKA = "erika@example.org"
_BERLIN = ZoneInfo("Europe/Berlin")
_TOLD_SECONDS = 30.0


def play(script: Script, door: FrontDoor) -> None:
    """Speak every step; each answer and the end must be as the script says."""
    codes = [code for given in script.given for code in _book(door, given)]
    conversation = door.conversation(script.language)
    cards: list[dict[str, Any]] = []
    staff = Staff(door)
    try:
        _act_out(script, door, conversation, staff, codes, cards)
    finally:
        if any(step.staff for step in script.steps):
            staff.leaves(conversation.id)
    _check_end(script, door, conversation, codes)
    for card in cards:
        check_calendar(door, card)


def _act_out(
    script: Script,
    door: FrontDoor,
    conversation: Conversation,
    staff: Staff,
    codes: list[str],
    cards: list[dict[str, Any]],
) -> None:
    """Every step; the cards that were shown are added."""
    for number, step in enumerate(script.steps, start=1):
        if step.staff:
            act(staff, conversation, *step.staff)
        if step.told is not None:
            _listen(conversation, step.told, door)
        if step.staff or step.told is not None:
            continue
        code = cards[-1]["code"] if cards else codes[0] if codes else ""
        answer = _speak(conversation, step, code, lambda: _mailed(script, door))
        shown = (reply["card"] for reply in answer.body["replies"] if "card" in reply)
        cards += [card for card in shown if "code" in card]
        _check(answer, step, f"step {number}, {step.person or step.button!r}")


def _book(door: FrontDoor, given: Any) -> list[str]:
    times = given.get("times", 1)
    place = given["office"], given["start"], given["services"]
    return [door.book(*place, given.get("email", _ERIKA)) for _ in range(times)]


def _mailed(script: Script, door: FrontDoor) -> str:
    """The one-time code that went to the contact of the first given appointment."""
    return door.one_time_code(script.given[0].get("email", _ERIKA))


def _speak(conversation: Conversation, step: Step, code: str, mailed: Callable[[], str]) -> Answer:
    if step.person is not None:
        text = step.person.replace("{code}", code)
        return conversation.say(text.replace("{pin}", mailed()) if "{pin}" in text else text)
    assert conversation.last is not None
    if isinstance(step.button, int):
        return conversation.press(conversation.last.buttons[step.button - 1])
    return conversation.press(str(step.button))


def _listen(conversation: Conversation, contains: tuple[str, ...], door: FrontDoor) -> None:
    """Wait for what the bot or staff says by itself; its buttons are the last ones then."""
    path = f"/api/conversations/{conversation.id}/messages"

    def told() -> list[dict[str, Any]]:
        said = door.http.get(path, headers=door.internal()).json()["messages"]
        last = max(m["seq"] for m in said if m["role"] == "person")
        by_itself = (m for m in said if m["role"] != "person" and m["in_reply_to"] is None)
        return [m for m in by_itself if m["seq"] > last]

    wait_until("something is told", lambda: bool(told()), _TOLD_SECONDS)
    notice = told()[-1]
    for part in contains:
        assert part in notice["text"], f"{part!r} is not in {notice['text']!r}"
    buttons = [
        {"title": button["title"], "payload": f"b.{notice['seq']}.{place}"}
        for place, button in enumerate(notice["buttons"])
    ]
    reply = {"text": notice["text"], "buttons": buttons}
    titles = tuple(button["title"] for button in buttons)
    body = {"replies": [reply], "language": notice["language"]}
    conversation.last = Answer(200, body, (notice["text"],), titles)


def _check(answer: Answer, step: Step, where: str) -> None:
    assert answer.language == step.language, f"{where}: {answer.language}: {answer.text!r}"
    for text in step.never:
        assert text not in answer.text, f"{where}: {text!r} is in {answer.text!r}"
    if step.bot is not None:
        assert _fits(answer, step), (
            f"{where}: expected {[reply.key for reply in step.bot]}, "
            f"got {[key_of(step.language, text) for text in answer.texts]}: {answer.text!r}"
        )


def _fits(answer: Answer, step: Step) -> bool:
    replies = step.bot or ()
    return len(answer.texts) == len(replies) and all(
        any(is_response(key, step.language, text) for key in reply.key.split("|"))
        and all(part in text for part in reply.contains)
        for text, reply in zip(answer.texts, replies, strict=True)
    )


def _check_end(
    script: Script, door: FrontDoor, conversation: Conversation, codes: list[str]
) -> None:
    booked = door.records.bookings(conversation.id)
    assert len(booked) == len(script.booked), booked
    for booking, expected in zip(booked, script.booked, strict=True):
        for name, value in expected.items():
            found = getattr(booking, name)
            fits = fnmatch(found, value) if isinstance(value, str) else found == value
            assert fits, f"booked {name}: {found!r}, expected {value!r}"
    if codes:
        assert door.records.status(codes[0]) == script.given_ends
        office, start = door.records.place(codes[0])
        expected = {**script.given[0], **script.given_moved}
        assert office == expected["office"]
        assert fnmatch(start, expected["start"]), start


def check_calendar(door: FrontDoor, card: dict[str, Any]) -> None:
    """The calendar file behind a card tells the same appointment."""
    file = door.http.get(card["ics_url"])
    assert file.status_code == 200
    assert file.headers["content-type"].startswith("text/calendar")
    [event] = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
    start = event.start
    assert isinstance(start, datetime)
    local = start.astimezone(_BERLIN)
    booked = door.http.get(f"/api/appointments/{card['code']}").json()
    assert f"{local:%Y-%m-%dT%H:%M}" == booked["start"][:16]
    assert card["title"].split(" und ")[0].split(" and ")[0] in str(event["summary"])
    assert card["code"] in str(event["description"])
