"""The backend's REST API as the actions use it."""

from collections.abc import Mapping
from typing import Any

import httpx


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
        if response.status_code >= 500:
            raise BackendUnavailable(f"{method} {path}: {response.status_code}")
        if response.status_code >= 400:
            refusal = response.json().get("error", {})
            raise BackendError(refusal.get("code", "unknown"), refusal.get("details"))
        return response.json() if response.content else None
