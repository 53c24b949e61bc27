"""The chat endpoint as a client sees it."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import httpx

# Longer than the front door waits for its engine.
_SECONDS = 90.0


class Unreachable(Exception):
    """No front door answers; the message says where."""


class Chat:
    """One conversation at a time over ``POST /chat/messages``; ``client`` carries the address."""

    def __init__(self, client: httpx.Client, language: str | None = None) -> None:
        self._client = client
        self._language = language
        self._buttons: list[Mapping[str, Any]] = []
        self.conversation: str | None = None
        self.message_id: str | None = None

    @property
    def buttons(self) -> list[str]:
        """The titles that can be pressed now."""
        return [str(button["title"]) for button in self._buttons]

    def begin(self) -> None:
        """The next message opens a new conversation."""
        self.conversation = None
        self._buttons = []

    def press(self, number: int) -> list[dict[str, Any]]:
        """The replies to a button, counted from 1."""
        button = self._buttons[number - 1]
        return self.say(button["title"], button["payload"])

    def say(self, text: str, payload: str | None = None) -> list[dict[str, Any]]:
        """The replies to a message; a refusal is one, too. Raises Unreachable."""
        self.message_id = uuid4().hex
        fields = {
            "id": self.message_id,
            "text": text,
            "payload": payload,
            "language": self._language,
            "conversation_id": self.conversation,
        }
        body = self._post({name: value for name, value in fields.items() if value})
        self.conversation = body.get("conversation_id") or self.conversation
        replies: list[dict[str, Any]] = body["replies"]
        self._buttons = [button for reply in replies for button in reply["buttons"]]
        return replies

    def _post(self, fields: dict[str, str]) -> dict[str, Any]:
        where = f"The front door at {str(self._client.base_url).rstrip('/')}"
        try:
            response = self._client.post("/chat/messages", json=fields)
        except httpx.HTTPError as error:
            raise Unreachable(
                f"{where} does not answer ({type(error).__name__}). Start it: frontdoor run"
            ) from error
        try:
            body = response.json()
        except ValueError:
            body = None
        if not isinstance(body, dict) or "replies" not in body:
            raise Unreachable(f"{where} answered {response.status_code}, and not as a chat does.")
        return body


def chat(address: str, language: str | None) -> Chat:
    """A chat with the front door at ``address``."""
    return Chat(httpx.Client(base_url=address, timeout=_SECONDS), language)
