"""What is said outside of a turn, on its way into the chat: notices, staff, changes of hands."""

from connectors.core.choices import opaque
from connectors.core.listeners import Undeliverable
from connectors.core.turn import Notice
from connectors.telegram.own import ask_rating
from connectors.telegram.ports import Blocked, Chats, Refused, Signs
from connectors.telegram.rendering import Rendering
from connectors.telegram.sending import Sending

# Whoever delivers waits for us, and comes again.
_PATIENCE = 12.0
_CITY = {"de": "Stadt Duisburg", "en": "City of Duisburg"}


class Notices:
    """Serves the conversations of this channel; see `Listeners.serve`."""

    def __init__(self, chats: Chats, sending: Sending, signs: Signs, rendering: Rendering) -> None:
        self._chats = chats
        self._sending = sending
        self._signs = signs
        self._rendering = rendering

    async def send(self, conversation_id: str, notice: Notice) -> None:
        """Send a notice into its chat.

        Raises Undeliverable when the person takes no messages; TelegramError, httpx.HTTPError
        when it shall come again.
        """
        chat = await self._chats.chat_of(conversation_id)
        if chat is None or chat.blocked:
            raise Undeliverable
        if notice.kind == "typing":
            await self._signs.typing(chat.id)
            return
        sender = _signature(notice)
        reply = opaque(notice.reply) if notice.reply.seq is not None else notice.reply
        try:
            async for item in self._rendering.items(reply, notice.language, sender):
                await self._sending.send(chat.id, item, _PATIENCE)
            if notice.kind == "state" and notice.standing and notice.standing.state == "closed":
                await self._sending.send(chat.id, ask_rating(notice.language), _PATIENCE)
        except Blocked as error:
            await self._chats.set_blocked(chat.id, True)
            raise Undeliverable from error
        except Refused as error:
            raise Undeliverable from error


def _signature(notice: Notice) -> str:
    """Who of the city writes: "Frau Kaya, Stadt Duisburg"; nothing for the assistant."""
    if notice.role != "staff":
        return ""
    city = _CITY.get(notice.language, _CITY["de"])
    return f"{notice.sender}, {city}" if notice.sender else city
