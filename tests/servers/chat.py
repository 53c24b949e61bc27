"""A person at ``POST /chat/messages``."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx


@dataclass(frozen=True)
class Answer:
    """What came back: ``body`` is the whole JSON."""

    status: int
    body: dict[str, Any] = field(repr=False)
    texts: tuple[str, ...]
    buttons: tuple[str, ...]

    @property
    def text(self) -> str:
        """All replies as one text."""
        return "\n".join(self.texts)

    @property
    def language(self) -> str:
        return str(self.body["language"])

    @property
    def card(self) -> dict[str, Any]:
        """The only card. Raises ValueError when there is none, or several."""
        [card] = [reply["card"] for reply in self.body["replies"] if "card" in reply]
        return dict(card)

    def payload(self, title: str) -> str:
        """What the button sends."""
        buttons = [button for reply in self.body["replies"] for button in reply["buttons"]]
        return str(next(b["payload"] for b in buttons if b["title"] == title))


def read_answer(response: httpx.Response) -> Answer:
    """The answer in a response of the chat endpoint."""
    body = response.json()
    replies = body["replies"]
    return Answer(
        status=response.status_code,
        body=body,
        texts=tuple(reply["text"] for reply in replies),
        buttons=tuple(button["title"] for reply in replies for button in reply["buttons"]),
    )


class Conversation:
    """Keeps the conversation's token and the last answer."""

    def __init__(self, http: httpx.Client, language: str | None = None) -> None:
        self._http = http
        self._language = language
        self.token: str | None = None
        self.last: Answer | None = None

    @property
    def id(self) -> str:
        """The conversation's id inside the house."""
        assert self.token is not None
        return self.token.rpartition(".")[0]

    def say(self, text: str, message_id: str | None = None) -> Answer:
        """Send a message that must be answered."""
        fields = {"text": text, "id": message_id or uuid4().hex}
        if self.token:
            fields["conversation_id"] = self.token
        if self._language:
            fields["language"] = self._language
        answer = read_answer(self._http.post("/chat/messages", json=fields))
        assert answer.status == 200, answer.body
        self.token = answer.body["conversation_id"]
        self.last = answer
        return answer

    def press(self, title: str) -> Answer:
        """Press a button of the last answer; ``title`` may be the beginning of it."""
        assert self.last is not None
        fitting = [button for button in self.last.buttons if button.startswith(title)]
        assert fitting, f"no button {title!r} among {self.last.buttons}"
        return self.say(self.last.payload(fitting[0]))
