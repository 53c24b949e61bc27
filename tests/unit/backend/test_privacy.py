"""Erasing over the API."""

from tests.unit.backend.support import Api, code_of

MESSAGE = {"id": "m1", "channel": "website", "text": "Hallo", "language": "de"}
ID = "c-erased-7f3a"


def erase(api: Api, conversation: str = ID) -> int:
    body = {"conversation_id": conversation}
    return api.post("/api/privacy/erasures", json=body).status_code


def test_erasing_is_for_our_own_processes(api: Api) -> None:
    answer = api.call("POST", "/api/privacy/erasures", json={"conversation_id": ID})
    assert answer.status_code == 401


def test_an_erased_conversation_is_gone_for_good(api: Api) -> None:
    path = f"/api/conversations/{ID}"
    api.post(f"{path}/messages", json=MESSAGE)
    assert [erase(api), erase(api)] == [204, 204]
    for answer in (
        api.post(f"{path}/messages", json=MESSAGE),
        api.get(f"{path}/messages", internal=True),
        api.get(path, internal=True),
        api.post(f"{path}/notices", json={"id": "n", "language": "de", "text": "Hallo"}),
    ):
        assert answer.status_code == 410
        assert code_of(answer) == "conversation_erased"


def test_an_appointment_stays_without_a_link_to_the_conversation(api: Api) -> None:
    held = api.hold("2026-03-03T10:00").json()["hold_id"]
    confirmed = api.confirm(held, conversation_id=ID, channel="website")
    code = confirmed.json()["code"]
    assert erase(api) == 204
    found = api.get(f"/api/appointments/{code}").json()
    assert found["status"] == "confirmed"
    # The same contact keeps its limits and reminders; nothing says where it was booked.
    assert ID not in api.get(f"/api/appointments/{code}", internal=True).text


def test_what_is_no_request_is_refused(api: Api) -> None:
    for body in ({}, {"conversation_id": ""}, {"conversation_id": ID, "more": 1}):
        assert api.post("/api/privacy/erasures", json=body).status_code == 422
