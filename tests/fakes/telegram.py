"""Telegram and the log of updates in memory."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from connectors.telegram.outgoing import Keyboard, Message, Outgoing
from connectors.telegram.ports import Blocked, Chat, Refused, Taken, TelegramError
from connectors.telegram.update import Kind, Update


class FakeTelegram:
    """Sender, Signs, Groups and Files; ``failures`` are raised one by one, by chat."""

    def __init__(self) -> None:
        self.sent: list[tuple[int, Outgoing]] = []
        self.signs: list[tuple[str, object]] = []
        self.failures: defaultdict[int, deque[TelegramError]] = defaultdict(deque)
        self.blocked: set[int] = set()
        self.left: list[int] = []
        self.files: dict[str, bytes] = {}

    def texts(self, chat: int) -> list[str]:
        """What the chat shows."""
        return [item.text for to, item in self.sent if to == chat and isinstance(item, Message)]

    async def send(self, chat: int, item: Outgoing) -> None:
        if chat in self.blocked:
            raise Blocked("blocked")
        if self.failures[chat]:
            raise self.failures[chat].popleft()
        self.sent.append((chat, item))

    async def typing(self, chat: int) -> None:
        self.signs.append(("typing", chat))

    async def acknowledge(self, callback: str, words: str = "") -> None:
        self.signs.append(("acknowledged", words))

    async def set_keyboard(self, chat: int, message: int, keyboard: Keyboard) -> None:
        self.signs.append(("keyboard", keyboard))

    async def leave(self, chat: int) -> None:
        self.left.append(chat)

    async def fetch(self, file: str) -> bytes:
        if file not in self.files:
            raise Refused("no_file")
        return self.files[file]


class FakeChannel:
    """UpdateLog, Chats and Calendars; what it holds outlives a "restart"."""

    def __init__(self, erased: set[str] | None = None) -> None:
        self.erased = erased if erased is not None else set()
        self.chats: dict[int, Chat] = {}
        self.open_updates: dict[int, Taken] = {}
        self.known: set[int] = set()
        self.calendars: dict[str, bytes] = {}
        self.conversations = 0

    async def take(self, updates: Sequence[Update]) -> Sequence[Taken]:
        new = [update for update in updates if update.id not in self.known]
        self.known |= {update.id for update in new}
        taken = [Taken(each, await self._chat(each)) for each in new]
        self.open_updates |= {each.update.id: each for each in taken}
        return taken

    async def _chat(self, update: Update) -> Chat | None:
        return None if update.kind is Kind.GROUP else await self.open(update.chat)

    async def unfinished(self) -> Sequence[Taken]:
        return [
            replace(each, chat=await self._chat(each.update))
            for _, each in sorted(self.open_updates.items())
        ]

    async def note(
        self, update: int, sent: int, *, finished: bool = False, language: str | None = None
    ) -> None:
        taken = self.open_updates.get(update)
        if taken is None:
            return
        self.open_updates[update] = replace(taken, sent=sent)
        if finished:
            del self.open_updates[update]
            chat = self.chats.get(taken.update.chat)
            if chat and language:
                self.chats[chat.id] = replace(chat, language=language)

    async def chat_of(self, conversation_id: str) -> Chat | None:
        found = [c for c in self.chats.values() if c.conversation_id == conversation_id]
        return found[0] if found else None

    async def open(self, chat: int) -> Chat:
        known = self.chats.get(chat)
        if known is None or known.conversation_id in self.erased:
            self.conversations += 1
            self.chats[chat] = Chat(chat, f"conversation-{self.conversations}")
        return self.chats[chat]

    async def set_blocked(self, chat: int, blocked: bool) -> None:
        if chat in self.chats:
            self.chats[chat] = replace(self.chats[chat], blocked=blocked)

    async def calendar(self, path: str) -> bytes | None:
        return self.calendars.get(path)


class FakeTranscriber:
    """Hears what the test lays ready."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.heard: list[tuple[bytes, str]] = []

    async def transcribe(self, audio: bytes, language: str) -> str:
        self.heard.append((audio, language))
        return self.words
