"""Members of staff, straight into the database of a running backend."""

from typing import Any

import httpx

from backend.kit.container import Container
from backend.staff.domain.users import Role, User
from backend.staff.service.managing import Draft
from backend.staff.wiring import Staff
from tests.unit.backend.support import Api

PASSWORD = "correct horse battery"


def hire(api: Api, login: str, role: str = "agent", password: str = PASSWORD) -> User:
    container: Container = api.app.state.container
    staff: Staff = api.app.state.staff
    draft = Draft(login, login.title(), Role(role), None, ("de", "en"), password)
    with container.database.writing() as session:
        return staff.managing(session).add(draft)


def sign_in(api: Api, login: str, password: str = PASSWORD) -> httpx.Response:
    return api.post("/api/staff/sessions", json={"login": login, "password": password})


def token_of(api: Api, login: str) -> str:
    answer = sign_in(api, login)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["token"])


def as_user(api: Api, token: str, method: str, path: str, **parts: Any) -> httpx.Response:
    headers = {"Staff-Session": token}
    return api.call(method, f"/api/staff{path}", internal=True, headers=headers, **parts)
