"""What only our own processes may call, and what everyone may see."""

import httpx
import pytest

from tests.servers.frontdoor import FrontDoor

HOLD = {
    "services": [{"key": "passport", "count": 1}],
    "office": "walsum",
    "start": "2027-02-01T10:00",
}
INTERNAL = [
    ("POST", "/internal/actions/webhook", {"next_action": "action_task"}),
    ("GET", "/internal/actions/health", None),
    ("POST", "/api/appointments/holds", HOLD),
    ("POST", "/api/appointments/holds/x/confirm", {"name": "A B"}),
    ("DELETE", "/api/appointments/holds/x", None),
    ("POST", "/api/appointments/K7MP-3WQX/cancel", None),
    ("GET", "/api/conversations/x", None),
    ("GET", "/api/conversations/x/messages", None),
    ("GET", "/api/conversations/x/replies/latest", None),
    ("POST", "/api/conversations/x/messages", {"id": "1", "channel": "website", "text": "a"}),
    ("PUT", "/api/conversations/x/messages/1/replies", {"language": "de", "replies": []}),
    ("DELETE", "/api/conversations/x", None),
]
TOKENS = ["", "Bearer", "Bearer wrong", "Basic dXNlcjpwYXNz", "bearer null"]


@pytest.mark.parametrize(("method", "path", "body"), INTERNAL)
@pytest.mark.parametrize("token", TOKENS)
def test_internal_endpoints_want_the_token(
    front_door: FrontDoor, method: str, path: str, body: object, token: str
) -> None:
    headers = {"Authorization": token} if token else {}
    response = front_door.http.request(method, path, json=body, headers=headers)
    assert response.status_code == 401


@pytest.mark.parametrize("token", TOKENS)
def test_the_engine_wants_its_token(front_door: FrontDoor, token: str) -> None:
    headers = {"Authorization": token} if token else {}
    turn = {"sender": "x", "id": "1", "text": "Hallo", "channel": "website"}
    base = f"{front_door.engine_address}/webhooks/frontdoor"
    assert httpx.post(f"{base}/webhook", json=turn, headers=headers).status_code == 401
    assert httpx.delete(f"{base}/conversations/x", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/webhooks/rest/webhook",
        "/webhooks/callback/webhook",
        "/model/parse",
        "/conversations/x/tracker",
        "/conversations/x/messages",
        "/domain",
    ],
)
def test_the_engine_has_no_other_way_in(front_door: FrontDoor, path: str) -> None:
    body = {"sender": "x", "message": "Hallo", "text": "Hallo"}
    assert httpx.post(f"{front_door.engine_address}{path}", json=body).status_code in (404, 405)
    assert httpx.get(f"{front_door.engine_address}{path}").status_code in (404, 405)


def test_health_names_every_part(front_door: FrontDoor) -> None:
    response = front_door.http.get("/health")
    assert response.status_code == 200
    body = response.json()
    assert body["status"] == "ok"
    assert body["parts"]["engine"] == body["parts"]["backend"] == "ok"
    assert set(body["parts"].values()) <= {"ok", "off"}
    assert front_door.http.get("/health/live").status_code == 200


def test_the_api_describes_itself(front_door: FrontDoor) -> None:
    description = front_door.http.get("/api/openapi.json").json()
    assert description["openapi"].startswith("3.")
    assert "/api/appointments/slots" in description["paths"]
    assert front_door.http.get("/api/docs").status_code == 200


def test_the_catalogue_is_public_and_marked_as_sample(front_door: FrontDoor) -> None:
    for path in ("services", "offices"):
        body = front_door.http.get(f"/api/appointments/{path}").json()
        assert body["sample"] is True
        assert body[path]


@pytest.mark.parametrize(
    "path",
    ["/", "/static/website/widget.js", "/static/website/widget.css", "/health", "/nothing/here"],
)
def test_security_headers(front_door: FrontDoor, path: str) -> None:
    headers = front_door.http.get(path).headers
    policy = dict(
        directive.strip().split(" ", 1)
        for directive in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")
    assert "server" not in headers
