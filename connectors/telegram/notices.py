"""What is said outside of a turn, on its way into the chat: notices, staff, changes of hands."""

from collections.abc import AsyncIterator

from connectors.core.choices import opaque
from connectors.core.listeners import Undeliverable
from connectors.core.turn import Notice
from connectors.telegram.outgoing import Outgoing
from connectors.telegram.own import ask_rating
from connectors.telegram.ports import Blocked, Chats, Refused, Signs
from connectors.telegram.rendering import Rendering
from connectors.telegram.sending import Sending

# Seconds for each message: whoever delivers waits for us, and comes again.
_PATIENCE = 3.0
# Some never come again: their conversation was erased meanwhile.
_MOST_REMEMBERED = 10_000
_CITY = {"de": "Stadt Duisburg", "en": "City of Duisburg"}


class Notices:
    """Serves the conversations of this channel; see `Listeners.serve`."""

    def __init__(self, chats: Chats, sending: Sending, signs: Signs, rendering: Rendering) -> None:
        self._chats = chats
        self._sending = sending
        self._signs = signs
        self._rendering = rendering
        # How many messages of a notice have left, while it is being tried again.
        self._left: dict[tuple[str, str], int] = {}

    async def send(self, conversation_id: str, notice: Notice) -> None:
        """Send a notice into its chat; when it comes again, what of it has not left yet.

        Raises Undeliverable when the person takes no messages; TelegramError, httpx.HTTPError
        when it shall come again.
        """
        # Staff's console names its messages, each conversation for itself.
        name = (conversation_id, notice.id)
        try:
            await self._send(name, notice)
        except Undeliverable:
            self._left.pop(name, None)
            raise
        self._left.pop(name, None)

    async def _send(self, name: tuple[str, str], notice: Notice) -> None:
        chat = await self._chats.chat_of(name[0])
        if chat is None or chat.blocked:
            raise Undeliverable
        if notice.kind == "typing":
            await self._signs.typing(chat.id)
            return
        number = 0
        try:
            async for item in self._items(notice):
                number += 1
                if number > self._left.get(name, 0):
                    await self._sending.send(chat.id, item, _PATIENCE)
                    self._remember(name, number)
        except Blocked as error:
            await self._chats.set_blocked(chat.id, True)
            raise Undeliverable from error
        except Refused as error:
            raise Undeliverable from error

    async def _items(self, notice: Notice) -> AsyncIterator[Outgoing]:
        """The messages of a notice in order, the same ones each time."""
        reply = opaque(notice.reply) if notice.reply.seq is not None else notice.reply
        async for item in self._rendering.items(reply, notice.language, _signature(notice)):
            yield item
        if notice.kind == "state" and notice.standing and notice.standing.state == "closed":
            yield ask_rating(notice.language)

    def _remember(self, name: tuple[str, str], number: int) -> None:
        self._left[name] = number
        if len(self._left) > _MOST_REMEMBERED:
            del self._left[next(iter(self._left))]


def _signature(notice: Notice) -> str:
    """Who of the city writes: "Frau Kaya, Stadt Duisburg"; nothing for the assistant."""
    if notice.role != "staff":
        return ""
    city = _CITY.get(notice.language, _CITY["de"])
    return f"{notice.sender}, {city}" if notice.sender else city
