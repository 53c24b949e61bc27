"""Staff and people at the REST interface."""

from typing import Any
from urllib.parse import quote

import httpx

from tests.unit.backend.support import Api

YILMAZ = {"id": "s-1", "name": "Frau Yılmaz"}
KOCH = {"id": "s-2", "name": "Herr Koch"}
BOSS = {"id": "s-9", "name": "Frau Boss", "role": "supervisor"}


def as_staff(staff: dict[str, str]) -> dict[str, str]:
    """The headers by which the console names who acts."""
    return {
        "Staff-Id": staff["id"],
        "Staff-Name": quote(staff["name"]),
        "Staff-Role": staff.get("role", "agent"),
        "Staff-Departments": quote(staff.get("departments", "")),
    }


class Town:
    """A backend with people who write and staff who work."""

    def __init__(self, api: Api) -> None:
        self.api = api

    def there(self, staff: dict[str, str], status: str = "available", limit: int = 4) -> None:
        body = {"status": status, "limit": limit}
        assert self.staff("PUT", "presence", staff, json=body).status_code == 200

    def staff(self, method: str, path: str, staff: dict[str, str], **parts: Any) -> httpx.Response:
        headers = as_staff(staff)
        return self.api.call(method, f"/api/staff/{path}", internal=True, headers=headers, **parts)

    def does(
        self, staff: dict[str, str], step: str, conversation: str = "c-1", **body: Any
    ) -> httpx.Response:
        path = f"conversations/{conversation}/{step}"
        return self.staff("POST", path, staff, json=body)

    def writes(self, text: str, message: str, conversation: str = "c-1") -> dict[str, Any]:
        body = {"id": message, "channel": "website", "text": text, "language": "de"}
        answer = self.api.post(f"/api/conversations/{conversation}/messages", json=body)
        assert answer.status_code in (200, 201), answer.text
        return dict(answer.json())

    def asks(self, conversation: str = "c-1", key: str = "k-1", **body: Any) -> dict[str, Any]:
        """Write once and ask for staff."""
        self.writes("Ich möchte mit jemandem sprechen", f"{key}-m", conversation)
        answer = self.api.post(
            f"/api/conversations/{conversation}/handover",
            json={"language": "de", **body},
            headers={"Idempotency-Key": key},
        )
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def about(self, conversation: str = "c-1") -> dict[str, Any]:
        return dict(self.api.get(f"/api/conversations/{conversation}", internal=True).json())

    def transcript(self, conversation: str = "c-1") -> list[dict[str, Any]]:
        path = f"/api/conversations/{conversation}/messages"
        return list(self.api.get(path, internal=True).json()["messages"])

    def said(self, conversation: str = "c-1") -> str:
        """The newest words in the record."""
        return str(self.transcript(conversation)[-1]["text"])

    def inbox(self, staff: dict[str, str], **query: Any) -> list[dict[str, Any]]:
        answer = self.staff("GET", "conversations", staff, params=query)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])
