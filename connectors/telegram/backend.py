"""Updates, chats and calendar files over the backend's API."""

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from connectors.telegram.ports import Chat, Taken
from connectors.telegram.update import Kind, Update
from language.sensitive import refused

_PATH = "/api/channels/telegram"
_MOST_AT_ONCE = 100


class ChannelApi:
    """UpdateLog, Chats and Calendars; `client` carries the backend's address and token."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def take(self, updates: Sequence[Update]) -> Sequence[Taken]:
        """See UpdateLog. Account and card numbers are not stored."""
        by_id = {update.id: update for update in updates}
        taken: list[Taken] = []
        unique = list(by_id.values())
        for begin in range(0, len(unique), _MOST_AT_ONCE):
            told = [_told(update) for update in unique[begin : begin + _MOST_AT_ONCE]]
            answer = await self._send("POST", "/updates", json={"updates": told})
            taken += [
                Taken(by_id[each["update_id"]], _chat(each["chat"]))
                for each in answer.json()["updates"]
                if each["new"]
            ]
        return taken

    async def unfinished(self) -> Sequence[Taken]:
        """See UpdateLog."""
        found: list[Taken] = []
        after = None
        while True:
            params: dict[str, int] = {} if after is None else {"after": after}
            answer = await self._send("GET", "/updates/unfinished", params=params)
            page = answer.json()["updates"]
            if not page:
                return found
            found += [
                Taken(Update.from_json(each["body"]), _chat(each["chat"]), each["sent"])
                for each in page
                if each["body"]
            ]
            after = page[-1]["update_id"]

    async def note(
        self, update: int, sent: int, *, finished: bool = False, language: str | None = None
    ) -> None:
        """See UpdateLog."""
        body = {"sent": sent, "finished": finished, "language": language}
        await self._send("PUT", f"/updates/{update}", json=body)

    async def chat_of(self, conversation_id: str) -> Chat | None:
        """See Chats."""
        path = f"{_PATH}/conversations/{conversation_id}"
        answer = await self._client.get(path)
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        answer.raise_for_status()
        return _chat(answer.json())

    async def open(self, chat: int) -> Chat:
        """See Chats."""
        answer = await self._send("POST", f"/chats/{chat}")
        return _known(answer.json())

    async def set_blocked(self, chat: int, blocked: bool) -> None:
        """See Chats."""
        await self._send("PUT", f"/chats/{chat}", json={"blocked": blocked})

    async def calendar(self, path: str) -> bytes | None:
        """See Calendars."""
        if not path.startswith("/api/"):
            return None
        try:
            answer = await self._client.get(path)
        except httpx.HTTPError:
            return None
        return answer.content if answer.status_code == httpx.codes.OK else None

    async def _send(self, method: str, path: str, **request: Any) -> httpx.Response:
        answer = await self._client.request(method, _PATH + path, **request)
        answer.raise_for_status()
        return answer


def _told(update: Update) -> dict[str, Any]:
    body = update.as_json()
    number = refused(update.text) if update.kind is not Kind.PRESSED and update.text else None
    chat_id = None if update.kind is Kind.GROUP else str(update.chat)
    return {
        "update_id": update.id,
        "chat_id": chat_id,
        "body": body | ({"text": number.text} if number else {}),
    }


def _chat(entry: Mapping[str, Any] | None) -> Chat | None:
    return None if entry is None else _known(entry)


def _known(entry: Mapping[str, Any]) -> Chat:
    return Chat(
        id=int(entry["chat_id"]),
        conversation_id=entry["conversation_id"],
        language=entry["language"],
        blocked=entry["blocked_at"] is not None,
    )
