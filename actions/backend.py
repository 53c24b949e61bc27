"""The backend's REST API as the actions use it."""

from collections.abc import Mapping
from typing import Any

import httpx

# Refused with 503 for good: nothing that another try would mend.
_SWITCHED_OFF = frozenset({"code_sending_off"})


class BackendError(Exception):
    """The backend refused: ``code`` and ``details`` are its own (see /api/docs)."""

    def __init__(self, code: str, details: dict[str, Any] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.details = details or {}


class BackendUnavailable(Exception):
    """The backend did not answer, or failed."""


class Backend:
    """JSON in, JSON out. ``client`` carries base address, token and time-outs."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def get(
        self, path: str, params: Any = None, headers: Mapping[str, str] | None = None
    ) -> Any:
        """GET ``path`` below /api."""
        return await self._send("GET", path, params=params, headers=headers)

    async def post(self, path: str, body: Any = None, key: str | None = None) -> Any:
        """POST ``body``; ``key`` makes a repeat harmless."""
        headers = {"Idempotency-Key": key} if key else {}
        return await self._send("POST", path, json=body, headers=headers)

    async def delete(self, path: str) -> Any:
        """DELETE ``path``."""
        return await self._send("DELETE", path)

    async def _send(self, method: str, path: str, **request: Any) -> Any:
        try:
            response = await self._client.request(method, f"/api{path}", **request)
        except httpx.HTTPError as error:
            raise BackendUnavailable(str(error)) from error
        refusal = _refusal(response) if response.status_code >= 400 else {}
        if response.status_code >= 500 and refusal.get("code") not in _SWITCHED_OFF:
            raise BackendUnavailable(f"{method} {path}: {response.status_code}")
        if response.status_code >= 400:
            raise BackendError(refusal.get("code", "unknown"), refusal.get("details"))
        return response.json() if response.content else None


def _refusal(response: httpx.Response) -> dict[str, Any]:
    """What the backend says of an error; nothing where something else answered."""
    try:
        body = response.json()
    except ValueError:
        return {}
    error = body.get("error") if isinstance(body, dict) else None
    return error if isinstance(error, dict) else {}
