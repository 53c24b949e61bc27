"""Signing in: lock-out, ends of sessions, passwords; by the REST interface."""

from datetime import timedelta

import pytest

from backend.kit.clock import FixedClock
from tests.unit.backend.staff.support import PASSWORD, as_user, hire, sign_in, token_of
from tests.unit.backend.support import Api, code_of


def test_only_our_own_processes_ask(api: Api) -> None:
    hire(api, "anna")
    given = {"login": "anna", "password": PASSWORD}
    assert api.call("POST", "/api/staff/sessions", json=given).status_code == 401


def test_the_right_password_opens_a_session(api: Api) -> None:
    hire(api, "anna")
    answer = sign_in(api, " Anna ")
    assert answer.status_code == 201
    assert answer.json()["user"]["login"] == "anna"
    assert PASSWORD not in answer.text
    current = as_user(api, answer.json()["token"], "GET", "/sessions/current")
    assert current.json()["id"] == answer.json()["user"]["id"]


@pytest.mark.parametrize("login", ["anna", "nobody", "not a login!"])
def test_a_wrong_password_and_an_unknown_login_look_alike(api: Api, login: str) -> None:
    hire(api, "anna")
    answer = sign_in(api, login, "something else entirely")
    assert (answer.status_code, code_of(answer)) == (401, "wrong_password")


def test_five_wrong_passwords_lock_for_a_quarter_of_an_hour(api: Api, clock: FixedClock) -> None:
    hire(api, "anna")
    for _ in range(5):
        assert code_of(sign_in(api, "anna", "something else entirely")) == "wrong_password"
    clock.advance(timedelta(minutes=14, seconds=59))
    assert sign_in(api, "anna").status_code == 401
    clock.advance(timedelta(seconds=1))
    assert sign_in(api, "anna").status_code == 201


def test_a_locked_login_is_not_told_from_one_that_nobody_has(api: Api) -> None:
    hire(api, "anna")
    for _ in range(5):
        sign_in(api, "anna", "something else entirely")
    locked, unknown = sign_in(api, "anna"), sign_in(api, "nobody")
    assert (locked.status_code, locked.json()) == (unknown.status_code, unknown.json())
    assert "gesperrt" in locked.text


def test_what_was_typed_as_an_unknown_login_is_not_kept(api: Api) -> None:
    hire(api, "boss", "admin")
    sign_in(api, "my password", "something else entirely")
    trail = as_user(api, token_of(api, "boss"), "GET", "/audit?action=sign_in.failed")
    assert [each["actor"] for each in trail.json()["entries"]] == ["unknown"]
    assert "my password" not in trail.text


def test_a_right_password_begins_the_count_anew(api: Api) -> None:
    hire(api, "anna")
    for _ in range(3):
        for _ in range(4):
            sign_in(api, "anna", "something else entirely")
        assert sign_in(api, "anna").status_code == 201


def test_an_admin_unlocks(api: Api) -> None:
    hire(api, "boss", "admin")
    anna = hire(api, "anna")
    for _ in range(5):
        sign_in(api, "anna", "something else entirely")
    as_user(api, token_of(api, "boss"), "POST", f"/users/{anna.id}/unlock")
    assert sign_in(api, "anna").status_code == 201


def test_a_session_ends_by_age_and_for_want_of_use(api: Api, clock: FixedClock) -> None:
    hire(api, "anna")
    used, left = token_of(api, "anna"), token_of(api, "anna")
    for _ in range(13):
        clock.advance(timedelta(minutes=55))
        assert as_user(api, used, "GET", "/sessions/current").status_code == 200
    assert code_of(as_user(api, left, "GET", "/sessions/current")) == "not_signed_in"
    clock.advance(timedelta(minutes=5))
    assert as_user(api, used, "GET", "/sessions/current").status_code == 401


def test_a_page_that_asks_by_itself_keeps_no_session_alive(api: Api, clock: FixedClock) -> None:
    hire(api, "anna")
    token = token_of(api, "anna")
    clock.advance(timedelta(minutes=40))
    assert as_user(api, token, "GET", "/sessions/current?passive=true").status_code == 200
    clock.advance(timedelta(minutes=20))
    assert as_user(api, token, "GET", "/sessions/current?passive=true").status_code == 401


def test_signing_out_ends_this_session_alone(api: Api) -> None:
    hire(api, "anna")
    first, second = token_of(api, "anna"), token_of(api, "anna")
    assert as_user(api, first, "DELETE", "/sessions/current").status_code == 204
    assert as_user(api, first, "GET", "/sessions/current").status_code == 401
    assert as_user(api, second, "GET", "/sessions/current").status_code == 200


def test_a_new_password_ends_the_other_sessions(api: Api) -> None:
    hire(api, "anna")
    mine, other = token_of(api, "anna"), token_of(api, "anna")
    body = {"old": PASSWORD, "new": "entirely different words"}
    assert as_user(api, mine, "PUT", "/sessions/current/password", json=body).status_code == 204
    assert as_user(api, mine, "GET", "/sessions/current").status_code == 200
    assert as_user(api, other, "GET", "/sessions/current").status_code == 401
    assert sign_in(api, "anna").status_code == 401
    assert sign_in(api, "anna", "entirely different words").status_code == 201


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaaaaaa", "anna likes the sea", "x" * 201])
def test_weak_passwords_are_refused(api: Api, weak: str) -> None:
    hire(api, "anna")
    body = {"old": PASSWORD, "new": weak}
    answer = as_user(api, token_of(api, "anna"), "PUT", "/sessions/current/password", json=body)
    assert answer.status_code == 422
    assert sign_in(api, "anna").status_code == 201


def test_without_the_old_password_there_is_no_new_one(api: Api) -> None:
    hire(api, "anna")
    body = {"old": "a guess that is wrong", "new": "entirely different words"}
    answer = as_user(api, token_of(api, "anna"), "PUT", "/sessions/current/password", json=body)
    assert code_of(answer) == "wrong_password"
    assert sign_in(api, "anna").status_code == 201
