"""Users, the audit trail and API tokens."""

from datetime import timedelta

import pytest

from backend.kit.clock import FixedClock
from backend.kit.container import Container
from backend.staff.domain.users import User
from backend.staff.jobs import forget_old
from backend.staff.wiring import Staff
from tests.unit.backend.staff.support import PASSWORD, as_user, hire, sign_in, token_of
from tests.unit.backend.support import Api, code_of

NEW = {"login": "Berta.B", "name": "Berta", "role": "supervisor", "password": PASSWORD}
OFFICE_DAY = "/api/appointments/staff/offices/walsum/appointments"


@pytest.mark.parametrize("role", ["agent", "supervisor"])
def test_only_admins_look_after_users(api: Api, role: str) -> None:
    anna = hire(api, "anna", role)
    token = token_of(api, "anna")
    for method, path, body in (
        ("POST", "/users", NEW),
        ("PATCH", f"/users/{anna.id}", {"role": "admin"}),
        ("POST", f"/users/{anna.id}/unlock", None),
        ("PUT", f"/users/{anna.id}/password", {"password": PASSWORD}),
    ):
        assert as_user(api, token, method, path, json=body).status_code == 403


def test_an_admin_adds_a_user_who_can_sign_in(api: Api) -> None:
    hire(api, "boss", "admin")
    answer = as_user(api, token_of(api, "boss"), "POST", "/users", json=NEW)
    assert (answer.status_code, answer.json()["login"]) == (201, "berta.b")
    assert sign_in(api, "berta.b").json()["user"]["role"] == "supervisor"


def test_a_login_is_given_once(api: Api) -> None:
    hire(api, "boss", "admin")
    token = token_of(api, "boss")
    as_user(api, token, "POST", "/users", json=NEW)
    again = as_user(api, token, "POST", "/users", json=NEW | {"login": "BERTA.B"})
    assert (again.status_code, code_of(again)) == (409, "login_taken")


def test_less_power_ends_sessions(api: Api) -> None:
    hire(api, "boss", "admin")
    anna = hire(api, "anna", "supervisor")
    token = token_of(api, "anna")
    boss = token_of(api, "boss")
    as_user(api, boss, "PATCH", f"/users/{anna.id}", json={"name": "Anna A."})
    assert as_user(api, token, "GET", "/sessions/current").json()["name"] == "Anna A."
    as_user(api, boss, "PATCH", f"/users/{anna.id}", json={"role": "agent"})
    assert as_user(api, token, "GET", "/sessions/current").status_code == 401
    as_user(api, boss, "PATCH", f"/users/{anna.id}", json={"active": False})
    assert code_of(sign_in(api, "anna")) == "wrong_password"


@pytest.mark.parametrize("change", [{"role": "agent"}, {"active": False}])
def test_the_last_admin_stays(api: Api, change: dict[str, object]) -> None:
    boss = hire(api, "boss", "admin")
    token = token_of(api, "boss")
    refused = as_user(api, token, "PATCH", f"/users/{boss.id}", json=change)
    assert (refused.status_code, code_of(refused)) == (409, "last_admin")
    hire(api, "second", "admin")
    assert as_user(api, token, "PATCH", f"/users/{boss.id}", json=change).status_code == 200


def test_what_is_done_is_kept_with_who_did_it(api: Api) -> None:
    hire(api, "boss", "admin")
    sign_in(api, "boss", "something else entirely")
    token = token_of(api, "boss")
    as_user(api, token, "POST", "/users", json=NEW)
    body = {"action": "conversation.view", "subject": "conversation:c1"}
    as_user(api, token, "POST", "/audit", json=body)
    entries = as_user(api, token, "GET", "/audit").json()["entries"]
    told = [(each["actor"], each["action"], each["subject"]) for each in entries]
    assert told == [
        ("boss", "conversation.view", "conversation:c1"),
        ("boss", "user.add", "user:berta.b"),
        ("boss", "sign_in", ""),
        ("boss", "sign_in.failed", ""),
        ("command line", "user.add", "user:boss"),
    ]
    found = as_user(api, token, "GET", "/audit?action=conv&subject=conversation:c1").json()
    assert len(found["entries"]) == 1


def test_agents_do_not_read_the_trail(api: Api) -> None:
    hire(api, "anna")
    assert as_user(api, token_of(api, "anna"), "GET", "/audit").status_code == 403


def make_token(api: Api, user: User) -> str:
    container: Container = api.app.state.container
    staff: Staff = api.app.state.staff
    with container.database.writing() as session:
        return staff.tokens(session).make(user, "a script")


def test_a_token_opens_the_staff_endpoints_until_it_expires(api: Api, clock: FixedClock) -> None:
    token = make_token(api, hire(api, "anna"))
    bearer = {"Authorization": f"Bearer {token}"}
    assert api.get(OFFICE_DAY).status_code == 401
    assert api.get(OFFICE_DAY, headers={"Authorization": "Bearer fds_wrong"}).status_code == 401
    assert api.get(OFFICE_DAY, headers=bearer).status_code == 200
    # It is no key to what only our own processes may do.
    assert api.get("/api/staff/users", headers=bearer).status_code == 401
    clock.advance(timedelta(days=365))
    assert api.get(OFFICE_DAY, headers=bearer).status_code == 401


def test_a_token_ends_with_its_user(api: Api) -> None:
    hire(api, "boss", "admin")
    anna = hire(api, "anna")
    bearer = {"Authorization": f"Bearer {make_token(api, anna)}"}
    path = f"/users/{anna.id}"
    as_user(api, token_of(api, "boss"), "PATCH", path, json={"active": False})
    assert api.get(OFFICE_DAY, headers=bearer).status_code == 401


@pytest.mark.parametrize(("role", "allowed"), [("agent", False), ("supervisor", True)])
def test_a_token_can_do_what_its_users_role_can(api: Api, role: str, allowed: bool) -> None:
    bearer = {"Authorization": f"Bearer {make_token(api, hire(api, 'anna', role))}"}
    shut = {"office": "walsum", "start": "2026-03-03T10:00", "until": "2026-03-03T11:00"}
    calls = [
        ("POST", "/api/appointments/staff/closures", shut, 201),
        ("DELETE", "/api/appointments/staff/closures/1", None, 204),
        ("GET", "/api/staff/figures", None, 200),
    ]
    for method, path, body, status in calls:
        answer = api.call(method, path, headers=bearer, json=body)
        assert answer.status_code == (status if allowed else 403), (path, answer.text)
    assert api.call("GET", OFFICE_DAY, headers=bearer).status_code == 200


def test_what_a_token_was_used_for_is_kept(api: Api) -> None:
    anna, boss = hire(api, "anna"), hire(api, "boss", "supervisor")
    bearer = {"Authorization": f"Bearer {make_token(api, anna)}"}
    api.call("GET", f"{OFFICE_DAY}?on=2026-03-03", headers=bearer)
    api.call("POST", "/api/staff/conversations/c-1/take", headers=bearer)
    api.call("GET", OFFICE_DAY, headers={"Authorization": "Bearer fds_wrong"})
    api.get(OFFICE_DAY, internal=True)
    query = "/audit?action=token.use"
    entries = as_user(api, token_of(api, boss.login), "GET", query).json()["entries"]
    assert [(each["actor"], each["subject"], each["detail"]) for each in entries] == [
        ("anna", "/api/staff/conversations/c-1/take", {"method": "POST"}),
        ("anna", OFFICE_DAY, {"method": "GET"}),
    ]


def test_what_is_old_is_forgotten(api: Api, clock: FixedClock) -> None:
    hire(api, "boss", "admin")
    token_of(api, "boss")
    clock.advance(timedelta(days=400))
    container: Container = api.app.state.container
    forget_old(container.database, api.app.state.staff, timedelta(days=365))
    token = token_of(api, "boss")
    entries = as_user(api, token, "GET", "/audit").json()["entries"]
    assert [each["action"] for each in entries] == ["sign_in"]


def test_the_day_of_an_office_names_who_comes(api: Api) -> None:
    code = api.book("2026-03-03T10:00")
    found = api.call("GET", f"{OFFICE_DAY}?on=2026-03-03", internal=True).json()
    [visit] = found["appointments"]
    assert (visit["code"], visit["name"], visit["email"]) == (
        code,
        "Erika Mustermann",
        "erika@example.org",
    )
    assert found["ranges"] == [{"start": "08:00", "end": "16:00"}]
    empty = api.call("GET", f"{OFFICE_DAY}?on=2026-03-04", internal=True).json()
    assert empty["appointments"] == []


def test_a_gap_becomes_a_training_example_once(api: Api) -> None:
    message = {"id": "m1", "channel": "website", "text": "Wann kommt die Müllabfuhr?"}
    api.post("/api/conversations/c1/messages", json=message | {"language": "de"})
    answer = {"language": "de", "intent": "out_of_scope", "confidence": 0.9, "replies": []}
    api.put("/api/conversations/c1/messages/m1/replies", json=answer)
    [gap] = api.get("/api/knowledge-gaps", internal=True).json()["gaps"]
    path, by = f"/api/knowledge-gaps/{gap['id']}", {"Staff-Id": "u1"}
    body = {"intent": "ask_city_info"}
    assert api.post(f"{path}/example", json=body, headers=by).status_code == 201
    assert code_of(api.post(f"{path}/example", json=body, headers=by)) == "gap_not_found"
    assert api.get("/api/knowledge-gaps", internal=True).json()["gaps"] == []
    [example] = api.get("/api/knowledge-gaps/examples", internal=True).json()["examples"]
    assert (example["intent"], example["text"]) == ("ask_city_info", message["text"])
