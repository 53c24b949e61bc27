import json
from datetime import timedelta
from pathlib import Path

import pytest

from backend.identity.models import challenges, proofs
from backend.kit.clock import FixedClock
from tests.unit.backend.identity.support import ERIKA, HERE, People, other_than, people_of
from tests.unit.backend.support import Api, code_of

MINUTE = timedelta(minutes=1)
INTERNAL_PATHS = [
    ("POST", "/api/identity/challenges"),
    ("POST", "/api/identity/challenges/x/proof"),
    ("GET", "/api/identity/appointments"),
]


def test_from_contact_to_appointments(people: People) -> None:
    asked = people.ask()
    assert asked.status_code == 202
    answer = asked.json()
    assert set(answer) == {"challenge_id", "expires_at", "digits"}
    assert (answer["expires_at"], answer["digits"]) == ("2026-03-02T08:10:00Z", 6)
    people.send()
    (sent,) = people.messages.sent
    assert (sent.contact.address, sent.language, sent.conversation_id) == (ERIKA, "de", HERE)
    assert sent.until == people.clock.now() + 10 * MINUTE
    proved = people.prove(answer["challenge_id"], sent.code)
    assert proved.status_code == 200
    assert proved.json()["expires_at"] == "2026-03-02T08:30:00Z"
    (own,) = people.own(proved.json()["proof"]).json()["appointments"]
    code = own["code"]
    assert own == {
        "code": code,
        "office": "walsum",
        "start": "2026-03-03T10:00",
        "end": "2026-03-03T10:15",
        "services": [{"key": "passport", "count": 1}],
        "ics_path": f"/api/appointments/{code}/calendar.ics",
    }
    assert people.api.get(f"/api/appointments/{code}").json()["start"] == own["start"]


def test_the_code_goes_to_the_stored_spelling_in_the_language_of_now(people: People) -> None:
    people.asked("  ERIKA@Example.ORG ", language="en")
    assert (people.last.contact.address, people.last.language) == (ERIKA, "en")


def test_only_what_is_coming_and_stands_is_told(people: People, clock: FixedClock) -> None:
    cancelled = people.api.book("2026-03-04T10:00")
    people.api.post(f"/api/appointments/{cancelled}/cancel")
    people.api.book("2026-03-05T10:00")
    people.api.hold("2026-03-05T11:00")
    other = people.api.hold("2026-03-05T09:00").json()["hold_id"]
    people.api.confirm(other, email="max@example.org")

    def starts() -> list[str]:
        return [a["start"] for a in people.own(people.proof()).json()["appointments"]]

    assert starts() == ["2026-03-03T10:00", "2026-03-05T10:00"]
    clock.advance(timedelta(days=1, hours=1))
    assert starts() == ["2026-03-05T10:00"]


@pytest.mark.parametrize("typed", ["{0} {1}", " {0}-{1}.", "{0}\u00a0{1}"])
def test_the_code_as_people_type_it(people: People, typed: str) -> None:
    challenge = people.asked()
    code = people.last.code
    assert people.prove(challenge, typed.format(code[:3], code[3:])).status_code == 200


@pytest.mark.parametrize("text", ["", "12345", "1234567", "abcdef", "12345a", "½23456", "\x00" * 6])
def test_what_is_no_code_costs_no_try(people: People, text: str) -> None:
    challenge = people.asked()
    for _ in range(6):
        assert code_of(people.prove(challenge, text)) == "code_malformed"
    assert people.prove(challenge, people.last.code).status_code == 200


def test_five_wrong_codes_end_it(people: People) -> None:
    challenge = people.asked()
    right = people.last.code
    refusals = [people.prove(challenge, other_than(right, i)) for i in range(1, 7)]
    assert [code_of(each) for each in refusals] == ["code_wrong"] * 4 + ["no_attempts_left"] * 2
    assert [each.json()["error"]["details"]["left"] for each in refusals[:4]] == [4, 3, 2, 1]
    assert code_of(people.prove(challenge, right)) == "no_attempts_left"
    assert people.rows(proofs) == []


def test_the_fifth_try_may_be_right(people: People) -> None:
    challenge = people.asked()
    for i in range(1, 5):
        people.prove(challenge, other_than(people.last.code, i))
    assert people.prove(challenge, people.last.code).status_code == 200


def test_a_code_ends_after_ten_minutes(people: People, clock: FixedClock) -> None:
    challenge = people.asked()
    clock.advance(10 * MINUTE)
    assert code_of(people.prove(challenge, people.last.code)) == "challenge_expired"


def test_a_code_works_once(people: People) -> None:
    challenge = people.asked()
    assert people.prove(challenge, people.last.code).status_code == 200
    again = people.prove(challenge, people.last.code)
    assert (again.status_code, code_of(again)) == (409, "challenge_used")


def test_a_repeated_turn_gets_the_same_answers(people: People) -> None:
    asked = [people.ask(key="turn-1").json() for _ in range(7)]
    assert asked == asked[:1] * 7
    people.send()
    people.send()
    assert len(people.messages.sent) == 1
    challenge, code = asked[0]["challenge_id"], people.last.code
    proved = [people.prove(challenge, code, key="turn-2").json() for _ in range(2)]
    assert proved[0] == proved[1]
    assert people.own(proved[0]["proof"]).status_code == 200
    assert code_of(people.prove(challenge, code, key="turn-3")) == "challenge_used"
    assert code_of(people.prove(challenge, other_than(code), key="turn-2")) == "challenge_used"
    assert people.ask(key="turn-1", where="conversation-2").json() != asked[0]


def test_a_code_counts_in_its_conversation_only(people: People) -> None:
    challenge = people.asked()
    for _ in range(6):
        elsewhere = people.prove(challenge, people.last.code, where="conversation-2")
        assert (elsewhere.status_code, code_of(elsewhere)) == (404, "challenge_not_found")
    assert people.prove(challenge, people.last.code).status_code == 200


def test_codes_of_others_do_not_fit(people: People) -> None:
    first, code = people.asked(), people.last.code
    second = people.asked()
    if people.last.code != code:
        assert code_of(people.prove(second, code)) == "code_wrong"
    assert people.prove(first, code).status_code == 200


def test_a_proof_counts_in_its_conversation_and_half_an_hour(
    people: People, clock: FixedClock
) -> None:
    proof = people.proof()
    for token, where in ((proof, "conversation-2"), (proof, ""), ("", HERE), (proof[:-1], HERE)):
        refused = people.own(token, where)
        assert (refused.status_code, code_of(refused)) == (403, "proof_invalid")
    clock.advance(30 * MINUTE - timedelta(seconds=1))
    assert people.own(proof).status_code == 200
    clock.advance(timedelta(seconds=1))
    assert code_of(people.own(proof)) == "proof_invalid"


def test_a_proof_opens_nothing_without_both_headers(people: People) -> None:
    people.proof()
    refused = people.api.get("/api/identity/appointments", internal=True)
    assert code_of(refused) == "proof_invalid"


@pytest.mark.parametrize("number", ["0203 1234567", "+49 203 1234567", "+1 202 555 0100"])
def test_a_number_cannot_be_written_to(people: People, number: str) -> None:
    people.api.confirm(people.api.hold("2026-03-04T10:00").json()["hold_id"], phone="0203 1234567")
    refused = people.ask(number)
    assert (refused.status_code, code_of(refused)) == (422, "contact_not_reachable")
    assert "Buchungscode" in refused.json()["error"]["message"]
    assert people.rows(challenges) == []


def test_without_an_outbox_no_code_is_promised(tmp_path: Path, clock: FixedClock) -> None:
    with people_of(tmp_path, clock, outbox=False) as people:
        for contact in (ERIKA, "0203 1234567"):
            refused = people.ask(contact)
            assert (refused.status_code, code_of(refused)) == (503, "code_sending_off")
        assert code_of(people.ask("nobody")) == "contact_invalid"


@pytest.mark.parametrize(
    "contact",
    [
        "",
        "erika",
        "erika@example",
        "erika@@example.org",
        "erika@example.org\nBcc: x@example.org",
        "erika@example.org,max@example.org",
        "erika@example.org\x00",
        "\ud800@example.org",
        "Erika <erika@example.org>",
        "' OR 1=1 --",
        "%@%.%",
        "x" * 250 + "@example.org",
        "1" * 300,
        "call 0203 1234567",
    ],
)
def test_hostile_contacts_reach_nobody(people: People, contact: str) -> None:
    body = json.dumps({"contact": contact, "conversation_id": HERE})
    answer = people.api.post(
        "/api/identity/challenges", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in (202, 422)
    people.send()
    assert people.messages.sent == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"contact": ERIKA},
        {"contact": ERIKA, "conversation_id": ""},
        {"contact": ERIKA, "conversation_id": "x" * 201},
        {"contact": ERIKA, "conversation_id": HERE, "language": "fr"},
        {"contact": ERIKA, "conversation_id": HERE, "extra": 1},
        {"contact": [ERIKA], "conversation_id": HERE},
        {"contact": "x" * 1001, "conversation_id": HERE},
    ],
)
def test_malformed_requests_are_refused_without_echo(people: People, body: object) -> None:
    answer = people.api.post("/api/identity/challenges", json=body)
    assert (answer.status_code, code_of(answer)) == (422, "invalid_request")
    assert "erika" not in answer.text


@pytest.mark.parametrize("challenge", ["x", "%00", "../x", "0" * 36])
def test_unknown_challenges(people: People, challenge: str) -> None:
    answer = people.prove(challenge, "123456")
    assert answer.status_code in (404, 422)
    assert code_of(answer) in ("challenge_not_found", "not_found", "invalid_request")


@pytest.mark.parametrize(("method", "path"), INTERNAL_PATHS)
@pytest.mark.parametrize("header", [None, "Bearer wrong", "Bearer "])
def test_only_our_own_processes_may_ask(
    api: Api, method: str, path: str, header: str | None
) -> None:
    headers = {"Authorization": header} if header else {}
    answer = api.call(method, path, headers=headers)
    assert (answer.status_code, code_of(answer)) == (401, "unauthorised")


def test_errors_are_said_in_both_languages(people: People) -> None:
    challenge = people.asked()
    wrong = other_than(people.last.code)
    assert "Verbleibende Versuche: 4" in people.prove(challenge, wrong).json()["error"]["message"]
    english = people.api.post(
        f"/api/identity/challenges/{challenge}/proof",
        json={"code": wrong, "conversation_id": HERE},
        headers={"Accept-Language": "en"},
    )
    assert "Attempts left: 3" in english.json()["error"]["message"]
