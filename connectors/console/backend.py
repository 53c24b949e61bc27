"""The backend as the console calls it, in the name of who is signed in."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from backend.staff.schemas import UserShape
from connectors.console.errors import Refused, SignInNeeded, Unreachable


@dataclass(frozen=True)
class Backend:
    """``client`` carries address and token; ``user`` is None before signing in."""

    client: httpx.AsyncClient
    language: str
    session: str = ""
    user: UserShape | None = None

    async def get(self, path: str, **query: Any) -> Any:
        """JSON of ``/api{path}``; empty query values are left out. Raises Refused, Unreachable."""
        params = {key: value for key, value in query.items() if value not in (None, "")}
        return await self.call("GET", path, params=params)

    async def post(self, path: str, body: Any = None) -> Any:
        """Post JSON. Raises Refused, Unreachable."""
        return await self.call("POST", path, json=body)

    async def put(self, path: str, body: Any = None) -> Any:
        """Put JSON. Raises Refused, Unreachable."""
        return await self.call("PUT", path, json=body)

    async def delete(self, path: str) -> Any:
        """Delete. Raises Refused, Unreachable."""
        return await self.call("DELETE", path)

    async def call(self, method: str, path: str, **parts: Any) -> Any:
        """Any request; None where there is no body. Raises Refused, SignInNeeded, Unreachable."""
        headers = self._headers() | parts.pop("headers", {})
        try:
            answer = await self.client.request(method, f"/api{path}", headers=headers, **parts)
        except httpx.HTTPError as error:
            raise Unreachable from error
        if answer.is_success:
            return answer.json() if answer.content else None
        refusal = _refusal(answer)
        if refusal.code == "not_signed_in":
            raise SignInNeeded
        raise refusal

    def _headers(self) -> dict[str, str]:
        headers = {"Accept-Language": self.language}
        if self.session:
            headers["Staff-Session"] = self.session
        if self.user:
            headers |= {
                "Staff-Id": self.user.id,
                "Staff-Name": quote(self.user.name),
                "Staff-Role": self.user.role,
                "Staff-Departments": quote(self.user.department or ""),
            }
        return headers


def _refusal(answer: httpx.Response) -> Refused:
    try:
        error = answer.json()["error"]
        return Refused(answer.status_code, str(error["code"]), str(error["message"]))
    except (ValueError, KeyError, TypeError):
        return Refused(answer.status_code, "unknown", f"HTTP {answer.status_code}")


def segment(text: str) -> str:
    """``text`` as one segment of a path."""
    return quote(text, safe="")
