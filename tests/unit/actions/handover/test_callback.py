"""Noting whom to call or write to."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

from actions.backend import BackendUnavailable
from actions.handover.callback import CALLBACK, Callback
from actions.handover.ports import CallbackWish, Outcome
from actions.handover.request import HandoverAction
from actions.say import Say
from actions.tasks.declaration import Finished, Slot, Task, question
from actions.tasks.registry import Tasks
from tests.unit.actions.support import Talk
from tests.unit.actions.support_rasa import responses, run, tracker

OPENS = datetime(2026, 3, 3, 8, 0)


class FakeHandovers:
    """Handovers; what was asked of it, and what it answers."""

    def __init__(self, outcome: Outcome | None = None, opens: datetime | None = None) -> None:
        self.outcome = outcome
        self.opens = opens
        self.requests: list[tuple[str, str, Mapping[str, Any]]] = []
        self.callbacks: list[Mapping[str, str]] = []
        self.wishes: list[CallbackWish] = []

    async def request(
        self,
        conversation_id: str,
        reason: str,
        language: str,
        evidence: Mapping[str, Any],
        key: str,
    ) -> Outcome:
        if self.outcome is None:
            raise BackendUnavailable
        self.requests.append((reason, key, evidence))
        return self.outcome

    async def call_back(
        self, conversation_id: str, wish: CallbackWish, language: str, key: str
    ) -> datetime | None:
        self.callbacks.append(wish.contact)
        self.wishes.append(wish)
        return self.opens


def booking() -> Task:
    """Stands for any task that may be open below."""

    async def finish(*_: Any) -> Finished:
        return Finished((Say("utter_booked"),))

    people = Slot(
        "people",
        lambda heard, _: next((v.value for v in heard.all("people")), None),
        question("utter_ask_people"),
        kinds=("people",),
    )
    return Task("book_appointment", (people,), finish=finish)


def tasks(handovers: FakeHandovers) -> Tasks:
    return Tasks([Callback(handovers).task(), booking()])


async def offered(handovers: FakeHandovers, below: list[dict[str, Any]] | None = None) -> Talk:
    """A talk in which staff was asked for and the contact was."""
    talk = Talk(tasks(handovers))
    action = HandoverAction(handovers, tasks(handovers))
    _, events = await run(action, tracker("Mensch", "request_human", slots={"tasks": below}))
    talk.open(events[0]["value"])
    return talk


OPEN_BOOKING: list[dict[str, Any]] = [
    {
        "task": "book_appointment",
        "values": {},
        "asked": "people",
        "failed": 0,
        "notes": {},
        "expects": ["people"],
        "at": None,
        "waiting": None,
        "by_itself": [],
    }
]


async def test_contact_and_name_are_noted() -> None:
    handovers = FakeHandovers(Outcome(available=False), OPENS)
    talk = await offered(handovers)
    assert await talk.say("0203 556677") == ["utter_ask_callback_name"]
    assert await talk.say("Anna Schmidt") == ["utter_callback_noted_opens"]
    assert talk.words[0].values["opens"] == "Dienstag, 3. März 2026, 8:00 Uhr"
    assert handovers.callbacks == [{"phone": "0203556677", "name": "Anna Schmidt"}]


async def test_the_name_may_be_left_out() -> None:
    handovers = FakeHandovers(Outcome(available=False))
    talk = await offered(handovers)
    await talk.say("anna@example.org")
    assert await talk.say("überspringen", "skip") == ["utter_callback_noted"]
    assert handovers.callbacks == [{"email": "anna@example.org", "name": ""}]


async def test_staff_get_to_know_what_it_is_about_and_whose_it_is() -> None:
    handovers = FakeHandovers(Outcome(available=False, department="smart_city"))
    talk = await offered(handovers, OPEN_BOOKING)
    await talk.say("anna@example.org")
    await talk.say("überspringen", "skip")
    [wish] = handovers.wishes
    assert (wish.topic, wish.department) == ("Termin buchen", "smart_city")


async def test_of_who_wished_for_nothing_else() -> None:
    handovers = FakeHandovers(Outcome(available=False))
    talk = await offered(handovers)
    await talk.say("anna@example.org")
    await talk.say("überspringen", "skip")
    [wish] = handovers.wishes
    assert (wish.topic, wish.department) == ("", None)


@pytest.mark.parametrize(("text", "intent"), [("nein", "deny"), ("überspringen", "skip")])
async def test_nothing_is_noted_of_who_does_not_want_it(text: str, intent: str) -> None:
    handovers = FakeHandovers(Outcome(available=False))
    talk = await offered(handovers)
    assert await talk.say(text, intent) == ["utter_callback_declined"]
    assert (handovers.callbacks, talk.stack) == ([], [])


async def test_what_was_open_goes_on_past_the_offer() -> None:
    talk = await offered(FakeHandovers(Outcome(available=False)), OPEN_BOOKING)
    assert await talk.say("2 Personen") == ["utter_booked"]


async def test_a_wish_takes_the_place_of_the_offer() -> None:
    talk = await offered(FakeHandovers(Outcome(available=False)))
    assert await talk.say("Ich will einen Termin", "book_appointment") == ["utter_ask_people"]
    assert [frame.task for frame in talk.stack] == ["book_appointment"]


async def test_something_else_is_answered_as_without_the_offer() -> None:
    talk = await offered(FakeHandovers(Outcome(available=False)))
    assert await talk.say("Wie wird das Wetter?", "out_of_scope") == ["utter_out_of_scope"]
    assert talk.stack == []


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome(available=True, position=3), ["utter_handover_waiting"]),
        (Outcome(available=True, position=3, minutes=15), ["utter_handover_waiting_minutes"]),
        (
            Outcome(available=False, opens_at=OPENS),
            ["utter_handover_closed", "utter_ask_callback_contact"],
        ),
        (Outcome(available=False), ["utter_handover_nobody", "utter_ask_callback_contact"]),
        (None, ["utter_failed"]),
    ],
)
async def test_what_happens_is_said_truthfully(
    outcome: Outcome | None, expected: list[str]
) -> None:
    handovers = FakeHandovers(outcome)
    action = HandoverAction(handovers, tasks(handovers))
    said, _ = await run(action, tracker("Mensch", "request_human"))
    assert responses(said) == expected


async def test_staff_get_the_open_task_and_the_reason() -> None:
    handovers = FakeHandovers(Outcome(available=True, position=1))
    action = HandoverAction(handovers, tasks(handovers))
    button = {"entities": [{"entity": "reason", "value": "complaint"}]}
    heard = tracker("Mensch", "request_human", slots={"tasks": OPEN_BOOKING}, **button)
    _, events = await run(action, heard)
    [(reason, key, evidence)] = handovers.requests
    assert (reason, key) == ("complaint", "c-1:m-1")
    assert evidence["task"] == {"task": "book_appointment", "asked": "people", "values": {}}
    # The question comes again when the bot has the conversation.
    [frame] = events[0]["value"]
    assert (frame["task"], frame["asked"]) == ("book_appointment", None)
    assert CALLBACK not in str(events)
