"""What a running front door remembers of a conversation, for operators."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

import httpx

from connectors.core.tokens import Tokens
from frontdoor.secrets import Secrets
from frontdoor.settings import FrontDoorSettings
from frontdoor.story import codes_booked, story

_SECONDS = 20.0


class NoAnswer(Exception):
    """A part does not answer, or refuses; the message says which, and what to do."""


class Lookback:
    """``engine`` and ``backend`` carry their address and token."""

    def __init__(self, engine: httpx.Client, backend: httpx.Client, tokens: Tokens) -> None:
        self._engine = engine
        self._backend = backend
        self._tokens = tokens

    def turns(self, conversation: str, last: int | None = None) -> list[dict[str, Any]]:
        """The turns of a conversation, named by its public token or its id; the newest ``last``.

        Raises NoAnswer.
        """
        sender = quote(self._tokens.verify(conversation) or conversation, safe="")
        path = f"/webhooks/frontdoor/conversations/{sender}/turns"
        found = _get(self._engine, "engine", path, {} if last is None else {"last": str(last)})
        return list(found or [])

    def story(self, conversation: str) -> str:
        """The conversation as a test case; empty when nothing was said. Raises NoAnswer."""
        turns = self.turns(conversation)
        return story(turns, self._booked(codes_booked(turns))) if turns else ""

    def gaps(self, most: int) -> list[dict[str, Any]]:
        """The newest messages that were not understood, masked. Raises NoAnswer."""
        found = _get(self._backend, "backend", "/api/knowledge-gaps", {"limit": str(most)})
        return list((found or {}).get("gaps", []))

    def _booked(self, codes: Iterable[str]) -> Sequence[dict[str, Any]] | None:
        """The appointments with these codes; None when not all of them can be looked up."""
        try:
            found = [_get(self._backend, "backend", f"/api/appointments/{code}") for code in codes]
        except NoAnswer:
            return None
        return None if None in found else found


def lookback(settings: FrontDoorSettings, secrets: Secrets) -> Lookback:
    """As this installation runs."""
    return Lookback(
        _client(settings.engine_address, secrets.engine),
        _client(settings.backend_url or settings.address, secrets.internal),
        Tokens(secrets.conversations),
    )


def _client(address: str, token: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.Client(base_url=address, headers=headers, timeout=_SECONDS)


def _get(client: httpx.Client, part: str, path: str, query: dict[str, str] | None = None) -> Any:
    """The JSON at ``path``, None where there is nothing. Raises NoAnswer."""
    where = f"The {part} at {str(client.base_url).rstrip('/')}"
    try:
        response = client.get(path, params=query)
    except httpx.HTTPError as error:
        raise NoAnswer(
            f"{where} does not answer. Is it running? Try: frontdoor run ({type(error).__name__})"
        ) from error
    if response.status_code == 404:
        return None
    if response.status_code == 401:
        raise NoAnswer(
            f"{where} refuses our token. Set FRONTDOOR_DATA_DIR (or the token) as it was started."
        )
    if response.status_code != 200:
        raise NoAnswer(f"{where} answered {response.status_code}.")
    return response.json()
