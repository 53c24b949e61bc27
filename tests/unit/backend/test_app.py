"""The app as a whole: health, errors, who may call, what is logged."""

from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from backend.kit.clock import FixedClock
from tests.unit.backend.support import MONDAY, Api, backend_api, code_of


def test_health(api: Api) -> None:
    answer = api.get("/api/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "parts": {"database": "ok", "scheduler": "ok"}}


def test_the_interface_is_described(api: Api) -> None:
    paths = api.get("/api/openapi.json").json()["paths"]
    assert "/api/appointments/slots" in paths
    assert "/api/conversations/{conversation_id}/messages" in paths
    assert api.get("/api/docs").status_code == 200


def test_errors_speak_the_language_of_the_request(api: Api) -> None:
    german = api.get("/api/appointments/nonsense")
    english = api.get("/api/appointments/nonsense", headers={"Accept-Language": "en-GB"})
    assert code_of(german) == code_of(english) == "appointment_not_found"
    assert german.json()["error"]["message"] == "Zu diesem Code gibt es keinen Termin."
    assert english.json()["error"]["message"] == "There is no appointment with this code."


def test_unknown_paths_and_methods_have_the_same_form(api: Api) -> None:
    assert code_of(api.get("/api/nowhere")) == "not_found"
    assert code_of(api.delete("/api/appointments/services")) == "method_not_allowed"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/appointments/holds"),
        ("POST", "/api/appointments/holds/x/confirm"),
        ("DELETE", "/api/appointments/holds/x"),
        ("POST", "/api/appointments/K7MP-3WQX/cancel"),
        ("GET", "/api/conversations/x"),
        ("GET", "/api/conversations/x/messages"),
        ("GET", "/api/conversations/x/replies/latest"),
        ("POST", "/api/conversations/x/messages"),
        ("PUT", "/api/conversations/x/messages/y/replies"),
        ("DELETE", "/api/conversations/x"),
    ],
)
@pytest.mark.parametrize("header", [None, "Bearer wrong", "Bearer ", "Basic test-token", "ä"])
def test_internal_endpoints_want_the_token(
    api: Api, method: str, path: str, header: str | None
) -> None:
    headers = {"Authorization": header.encode()} if header else {}
    answer = api.call(method, path, headers=headers)
    assert (answer.status_code, code_of(answer)) == (401, "unauthorised")


def test_personal_data_is_not_repeated_in_errors(api: Api) -> None:
    answer = api.post("/api/appointments/holds/x/confirm", json={"name": "", "email": "erika@@"})
    assert code_of(answer) == "invalid_request"
    assert "erika" not in answer.text


def test_a_fault_of_ours_is_said_without_details(
    api: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError("Erika")

    monkeypatch.setattr("backend.appointments.service.booking.Booking.look_up", fail)
    answer = api.get("/api/appointments/K7MP-3WQX")
    assert (answer.status_code, code_of(answer)) == (500, "internal")
    assert "Erika" not in answer.text + capsys.readouterr().out


def test_an_unavailable_database_is_said(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise OperationalError("SELECT 1", {}, Exception("locked"))

    monkeypatch.setattr("backend.appointments.service.booking.Booking.look_up", fail)
    answer = api.get("/api/appointments/K7MP-3WQX")
    assert (answer.status_code, code_of(answer)) == (503, "busy")


def test_what_is_stored_survives_a_restart(tmp_path: Path) -> None:
    with backend_api(tmp_path, FixedClock(MONDAY)) as first:
        code = first.book("2026-03-03T10:00")
    with backend_api(tmp_path, FixedClock(MONDAY)) as second:
        assert second.get(f"/api/appointments/{code}").json()["status"] == "confirmed"
