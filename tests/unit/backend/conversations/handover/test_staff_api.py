"""What staff do with a conversation."""

from datetime import timedelta
from typing import Any

import pytest

from backend.bridges.privacy_stores import Chats
from backend.conversations.handover.jobs import forget_old, watch
from backend.kit.actor import Actor
from backend.kit.clock import FixedClock
from tests.unit.backend.conversations.handover.support import BOSS, KOCH, YILMAZ, Town
from tests.unit.backend.support import code_of

EVIDENCE = {
    "slots": {"office": "walsum"},
    "wishes": [{"intent": "book_appointment", "confidence": 0.87}],
    "task": {"task": "book_appointment", "asked": "when", "values": {"people": 2}},
    "failed": 2,
    "why": "failures",
}


@pytest.fixture
def waiting(town: Town) -> Town:
    """Somebody waits, and two of staff are there."""
    town.there(YILMAZ)
    town.there(KOCH)
    town.asks(evidence=EVIDENCE, reason="failures")
    return town


def test_staff_see_why_and_what(waiting: Town) -> None:
    detail = waiting.staff("GET", "conversations/c-1", YILMAZ).json()
    assert detail["item"]["reason"] == "failures"
    assert detail["evidence"] == EVIDENCE
    assert [each["step"] for each in detail["transitions"]] == ["request"]


def test_request_take_talk_both_ways_and_back_to_the_bot(waiting: Town) -> None:
    assert waiting.does(YILMAZ, "take").json()["state"] == "staff"
    assert waiting.writes("Guten Tag", "m-2")["state"] == "staff"
    sent = waiting.does(YILMAZ, "messages", id="x-1", text="Was kann ich tun?")
    assert sent.status_code == 201
    again = waiting.does(YILMAZ, "messages", id="x-1", text="Was kann ich tun?")
    assert again.json()["seq"] == sent.json()["seq"]
    last = waiting.transcript()[-1]
    assert (last["role"], last["sender"], last["text"]) == (
        "staff",
        YILMAZ["name"],
        "Was kann ich tun?",
    )
    assert waiting.does(YILMAZ, "return", note="Termin ist frei").json()["state"] == "bot"
    assert "Termin ist frei" in waiting.said()
    assert waiting.writes("ja", "m-3")["state"] == "bot"
    numbers = [each["seq"] for each in waiting.transcript()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_only_who_has_it_writes(waiting: Town) -> None:
    refused = waiting.does(YILMAZ, "messages", id="x-1", text="Hallo")
    assert (refused.status_code, code_of(refused)) == (409, "wrong_state")
    waiting.does(YILMAZ, "take")
    for staff in (KOCH, BOSS):
        refused = waiting.does(staff, "messages", id="x-1", text="Hallo")
        assert (refused.status_code, code_of(refused)) == (403, "not_yours")


def test_a_colleague_was_faster(waiting: Town) -> None:
    waiting.does(YILMAZ, "take")
    assert waiting.does(YILMAZ, "take").status_code == 200
    refused = waiting.does(KOCH, "take")
    assert code_of(refused) == "taken"
    assert refused.json()["error"]["details"] == {"staff": YILMAZ["name"]}


def test_no_more_than_the_limit(waiting: Town) -> None:
    waiting.there(YILMAZ, limit=1)
    waiting.does(YILMAZ, "take")
    waiting.asks("c-2", "k-2")
    assert code_of(waiting.does(YILMAZ, "take", "c-2")) == "too_many_chats"
    assert waiting.does(KOCH, "take", "c-2").status_code == 200


def test_a_transfer_declined_and_one_accepted(waiting: Town) -> None:
    waiting.does(YILMAZ, "take")
    to = {"staff_id": KOCH["id"], "staff_name": KOCH["name"], "note": "Kennst du dich aus?"}
    offered = waiting.does(YILMAZ, "transfer", **to).json()
    assert offered["transfer"]["note"] == "Kennst du dich aus?"
    assert [each["id"] for each in waiting.inbox(KOCH, view="mine")] == ["c-1"]
    assert code_of(waiting.does(BOSS, "transfer/accept")) == "no_transfer"
    declined = waiting.does(KOCH, "transfer/decline").json()
    assert (declined["transfer"], declined["staff_id"]) == (None, YILMAZ["id"])
    waiting.does(YILMAZ, "transfer", **to)
    accepted = waiting.does(KOCH, "transfer/accept").json()
    assert (accepted["transfer"], accepted["staff_id"]) == (None, KOCH["id"])
    assert KOCH["name"] in waiting.said()
    assert code_of(waiting.does(YILMAZ, "messages", id="x", text="Hallo")) == "not_yours"


def test_to_another_department(waiting: Town) -> None:
    waiting.does(YILMAZ, "take")
    moved = waiting.does(YILMAZ, "transfer", department="smart_city").json()
    assert (moved["state"], moved["department"]) == ("waiting", "smart_city")
    assert "Smart-City-Team" in waiting.said()
    assert code_of(waiting.does(YILMAZ, "transfer", department="zoo")) == "unknown_department"


def test_a_supervisor_assigns_what_others_have(waiting: Town) -> None:
    waiting.does(YILMAZ, "take")
    to = {"staff_id": KOCH["id"], "staff_name": KOCH["name"]}
    assert code_of(waiting.does(KOCH, "assign", **to)) == "not_yours"
    assert waiting.does(BOSS, "assign", **to).json()["staff_id"] == KOCH["id"]


def test_an_agent_assigns_to_nobody_else_and_under_no_other_name(waiting: Town) -> None:
    to = {"staff_id": YILMAZ["id"], "staff_name": "Somebody else"}
    refused = waiting.does(KOCH, "assign", **to)
    assert (refused.status_code, code_of(refused)) == (403, "not_yours")
    assert waiting.does(YILMAZ, "assign", **to).json()["staff_name"] == YILMAZ["name"]


def test_released_it_keeps_its_place(waiting: Town, clock: FixedClock) -> None:
    waiting.does(YILMAZ, "take")
    clock.advance(timedelta(minutes=1))
    waiting.asks("c-2", "k-2")
    assert waiting.does(YILMAZ, "release").json()["position"] == 1
    assert waiting.about("c-2")["position"] == 2


def test_silent_staff_are_warned_then_lose_it(waiting: Town, clock: FixedClock) -> None:
    handovers = waiting.api.app.state.handovers
    database = handovers.container.database
    waiting.does(YILMAZ, "take")
    clock.advance(timedelta(minutes=3))
    waiting.there(YILMAZ)
    assert watch(database, handovers) == 1
    [mine] = waiting.inbox(YILMAZ, view="mine")
    assert mine["staff_warned"]
    clock.advance(timedelta(minutes=3))
    waiting.there(YILMAZ)
    assert watch(database, handovers) == 1
    assert watch(database, handovers) == 0
    assert waiting.about()["position"] == 1
    detail = waiting.staff("GET", "conversations/c-1", KOCH).json()
    assert detail["transitions"][-1]["reason"] == "silent"


def test_a_console_that_is_gone_gives_its_conversations_back(
    waiting: Town, clock: FixedClock
) -> None:
    handovers = waiting.api.app.state.handovers
    waiting.does(YILMAZ, "take")
    waiting.does(YILMAZ, "messages", id="x-1", text="Moment bitte")
    clock.advance(timedelta(minutes=2))
    waiting.there(KOCH)
    assert watch(handovers.container.database, handovers) == 1
    assert waiting.about()["state"] == "waiting"
    assert waiting.does(KOCH, "take").status_code == 200
    assert [each["text"] for each in waiting.transcript()].count("Moment bitte") == 1


def test_a_person_who_is_gone_is_told_before_the_end(waiting: Town, clock: FixedClock) -> None:
    handovers = waiting.api.app.state.handovers
    waiting.does(YILMAZ, "take")
    waiting.does(YILMAZ, "messages", id="x-1", text="Sind Sie da?")
    for passed, state in ((10, "staff"), (5, "closed")):
        clock.advance(timedelta(minutes=passed))
        waiting.there(YILMAZ)
        assert watch(handovers.container.database, handovers) == 1
        assert waiting.about()["state"] == state


def test_notes_are_private_and_tags_can_be_searched(waiting: Town) -> None:
    waiting.does(YILMAZ, "notes", id="n-1", text="Ruft morgen an")
    waiting.does(YILMAZ, "notes", id="n-1", text="Ruft morgen an")
    detail = waiting.staff("GET", "conversations/c-1", KOCH).json()
    assert [each["text"] for each in detail["notes"]] == ["Ruft morgen an"]
    assert "Ruft morgen an" not in str(waiting.transcript())
    waiting.staff("PUT", "conversations/c-1/tags", YILMAZ, json={"tags": ["pass", "eilig"]})
    assert waiting.inbox(KOCH, tag="eilig")[0]["tags"] == ["eilig", "pass"]
    assert waiting.inbox(KOCH, tag="umzug") == []


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("close", {"reason": "solved"}),
        ("release", {}),
        ("transfer", {"department": "smart_city"}),
    ],
)
def test_a_note_of_a_step_stays_with_the_conversation(
    waiting: Town, step: str, said: dict[str, str]
) -> None:
    waiting.does(YILMAZ, "take")
    assert waiting.does(YILMAZ, step, note="Ruft morgen an", **said).status_code == 200
    notes = waiting.staff("GET", "conversations/c-1", KOCH).json()["notes"]
    assert [(each["text"], each["staff_id"]) for each in notes] == [
        ("Ruft morgen an", YILMAZ["id"])
    ]
    assert "Ruft morgen an" not in str(waiting.transcript())


def test_why_a_transfer_was_declined_stays_with_the_conversation(waiting: Town) -> None:
    waiting.does(YILMAZ, "take")
    to = {"staff_id": KOCH["id"], "staff_name": KOCH["name"]}
    for said in ({"json": {"note": "Bin in Pause"}}, {"json": {"note": "  "}}, {}):
        waiting.does(YILMAZ, "transfer", **to)
        declined = waiting.staff("POST", "conversations/c-1/transfer/decline", KOCH, **said)
        assert declined.status_code == 200
    notes = waiting.staff("GET", "conversations/c-1", YILMAZ).json()["notes"]
    assert [(each["text"], each["staff_id"]) for each in notes] == [("Bin in Pause", KOCH["id"])]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 1),
        ({"view": "all"}, 2),
        ({"view": "closed"}, 0),
        ({"view": "all", "search": "jemandem SPRECHEN"}, 1),
        ({"view": "all", "search": "100%"}, 0),
        ({"department": "smart_city"}, 0),
        ({"channel": "telegram"}, 0),
    ],
)
def test_views_and_filters(waiting: Town, query: dict[str, Any], count: int) -> None:
    waiting.writes("Hallo", "m-1", "c-7")
    assert len(waiting.inbox(KOCH, **query)) == count


def test_unread_until_it_was_seen(waiting: Town) -> None:
    waiting.writes("Hallo?", "m-2")
    [item] = waiting.inbox(YILMAZ, unread=True)
    assert item["unread"] == 2
    waiting.staff("PUT", "conversations/c-1/read", YILMAZ, json={"seq": 99})
    assert waiting.inbox(YILMAZ, unread=True) == []
    assert len(waiting.inbox(KOCH, unread=True)) == 1


def test_the_person_has_read_it(waiting: Town) -> None:
    waiting.does(YILMAZ, "take")
    seq = waiting.does(YILMAZ, "messages", id="x-1", text="Hallo").json()["seq"]
    waiting.api.put("/api/conversations/c-1/read", json={"seq": seq})
    found = waiting.staff("GET", "conversations/c-1/messages", YILMAZ).json()["messages"]
    assert found[-1]["delivery"] == "read"


def test_figures_and_rating(waiting: Town) -> None:
    waiting.does(YILMAZ, "take")
    waiting.does(YILMAZ, "close", reason="solved")
    for stars in (2, 5):
        rated = waiting.api.put(
            "/api/conversations/c-1/rating", json={"stars": stars, "words": "Danke"}
        )
        assert rated.status_code == 204
    query = "figures?from=2026-03-01&until=2026-03-02"
    found = waiting.staff("GET", query, BOSS).json()
    assert [each["day"] for each in found["days"]] == ["2026-03-01", "2026-03-02"]
    assert found["total"]["handed_over"] == 1
    assert (found["total"]["ratings"], found["total"]["stars"]) == (1, 5.0)
    assert found["staff_now"] == 2
    refused = waiting.staff("GET", "figures?from=2026-03-02&until=2026-03-01", BOSS)
    assert refused.status_code == 422


def test_what_is_over_is_forgotten_in_time(waiting: Town, clock: FixedClock) -> None:
    handovers = waiting.api.app.state.handovers
    database = handovers.container.database
    waiting.writes("Hallo", "m-1", "c-7")
    clock.advance(timedelta(days=91))
    assert forget_old(database, handovers, timedelta(days=90), Chats) == 1
    assert waiting.api.get("/api/conversations/c-7", internal=True).status_code == 404
    # Somebody still waits there, however long.
    assert waiting.about()["state"] == "waiting"


class Tokens:
    """Knows one token."""

    def actor_of(self, token: str) -> Actor | None:
        return Actor("s-5", "Frau Token") if token == "secret" else None

    def note(self, actor: Actor, method: str, path: str) -> None:
        pass


def test_staff_are_let_in_by_our_console_or_by_a_token_of_their_own(town: Town) -> None:
    path = "/api/staff/presence"
    assert town.api.get(path).status_code == 401
    assert town.api.get(path, internal=True).status_code == 401
    town.api.app.state.staff_tokens = Tokens()
    for token, status in (("secret", 200), ("wrong", 401)):
        headers = {"Authorization": f"Bearer {token}"}
        assert town.api.get(path, headers=headers).status_code == status
