"""A member of staff at ``/api/staff``, as the console acts for them."""

from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx

from tests.servers.frontdoor import FrontDoor


class Staff:
    """Takes conversations and talks."""

    def __init__(self, door: FrontDoor, key: str = "s-1", name: str = "Frau Yılmaz") -> None:
        self._door = door
        self._headers = {**door.internal(), "Staff-Id": key, "Staff-Name": quote(name)}
        self.name = name

    def there(self, status: str = "available") -> None:
        """Give a sign of life."""
        answer = self._call("PUT", "presence", {"status": status, "limit": 50})
        assert answer.status_code == 200, answer.text

    def does(self, conversation: str, step: str, **body: Any) -> dict[str, Any]:
        """Take a step with a conversation; what the backend answers."""
        answer = self._call("POST", f"conversations/{conversation}/{step}", body)
        assert answer.status_code in (200, 201), answer.text
        return dict(answer.json())

    def says(self, conversation: str, text: str) -> None:
        """Write to the person."""
        self.does(conversation, "messages", id=uuid4().hex, text=text)

    def sees(self, conversation: str) -> dict[str, Any]:
        """What stands beside the messages."""
        return dict(self._call("GET", f"conversations/{conversation}").json())

    def leaves(self, conversation: str) -> None:
        """Go home; nobody waits in the conversation any longer."""
        self.there("away")
        path = f"/api/conversations/{conversation}/leave"
        self._door.http.post(path, json={}, headers=self._door.internal())

    def callbacks(self) -> list[dict[str, Any]]:
        """Those that are open."""
        return list(self._call("GET", "callbacks").json()["callbacks"])

    def _call(self, method: str, path: str, body: Any = None) -> httpx.Response:
        headers = self._headers
        return self._door.http.request(method, f"/api/staff/{path}", json=body, headers=headers)
