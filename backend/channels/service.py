"""What the channels service does; runs inside the caller's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backend.channels.domain import Chat, Taken, Told, Update
from backend.channels.errors import ChatNotFound
from backend.channels.repository import ChannelRepository
from backend.kit.clock import Clock
from backend.kit.ids import Ids


@dataclass(frozen=True)
class Channel:
    """One channel's chats and updates."""

    name: str
    repository: ChannelRepository
    clock: Clock
    ids: Ids

    def take(self, told: Iterable[Told]) -> Sequence[Taken]:
        """Store updates before anything is done with them, and the chats they come from.

        A repeat of a number stores nothing.
        """
        return [self._take(each) for each in told]

    def _take(self, told: Told) -> Taken:
        now = self.clock.now()
        update = Update(self.name, told.update_id, told.chat_id, told.body, now)
        new = self.repository.add(update)
        return Taken(update, self._chat(told.chat_id) if new else None, new)

    def unfinished(self, after: int | None, limit: int) -> Sequence[Taken]:
        """What was taken by a process that did not come to its end, in the channel's order."""
        found = self.repository.open(self.name, after, limit)
        return [Taken(each, self._chat(each.chat_id), new=False) for each in found]

    def progress(self, update_id: int, sent: int) -> None:
        """Note how many messages of the answer have left."""
        self.repository.change(self.name, update_id, sent=sent)

    def finish(self, update_id: int, language: str | None) -> None:
        """An update is done with: its content goes; `language` is what its chat speaks now."""
        chat_id = self.repository.change(
            self.name, update_id, body=None, finished_at=self.clock.now()
        )
        if chat_id is not None and language is not None:
            self.repository.change_chat(self.name, chat_id, language=language)

    def chat_of(self, conversation_id: str) -> Chat:
        """The chat of a conversation. Raises ChatNotFound."""
        found = self.repository.chat_of(self.name, conversation_id)
        if found is None:
            raise ChatNotFound
        return found

    def open(self, chat_id: str) -> Chat:
        """The chat, with a new conversation where its last one was erased."""
        return self._known(chat_id)

    def block(self, chat_id: str, *, blocked: bool) -> None:
        """The person has blocked us, or takes messages again; unknown chats are fine."""
        blocked_at = self.clock.now() if blocked else None
        self.repository.change_chat(self.name, chat_id, blocked_at=blocked_at)

    def _chat(self, chat_id: str | None) -> Chat | None:
        return None if chat_id is None else self._known(chat_id)

    def _known(self, chat_id: str) -> Chat:
        """The chat, made when it is new."""
        known = self.repository.chat(self.name, chat_id)
        if known is not None:
            return known
        new = Chat(self.name, chat_id, self.ids.new(), None, None, self.clock.now())
        self.repository.add_chat(new)
        # A rival may have been first.
        return self.repository.chat(self.name, chat_id) or new
