"""A reply as what Telegram can show."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

from connectors.core.turn import Reply
from connectors.telegram import pictures
from connectors.telegram.keyboards import keyboard
from connectors.telegram.outgoing import Document, Key, Message, Outgoing, Picture, Place
from connectors.telegram.ports import Calendars
from connectors.telegram.splitting import LONGEST, caption, split
from connectors.telegram.texts import text

_NAME_ROOM = 200


class Rendering:
    """``calendars`` has the files that cards of appointments point to."""

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars

    async def items(self, reply: Reply, language: str, sender: str = "") -> AsyncIterator[Outgoing]:
        """The messages of a reply, in order; buttons stand under its last text.

        What a card brings is fetched after the text was taken, so it keeps nobody waiting.
        """
        *before, last = split(reply.text, LONGEST - _NAME_ROOM) or [""]
        for piece in before:
            yield Message(piece, sender=sender)
        if last:
            asks = not reply.buttons and (reply.card or {}).get("type") == "contact_request"
            key = text("share_contact", language) if asks else ""
            yield Message(last, keyboard(reply.buttons), sender=sender, contact_key=key)
        if reply.card:
            item = await self._of_card(reply.card, language)
            if item:
                yield item

    async def _of_card(self, card: Mapping[str, Any], language: str) -> Outgoing | None:
        """None for a kind that has nothing beyond the words of the reply."""
        kind = card.get("type")
        if kind == "appointment":
            return await self._calendar(str(card.get("ics_url") or ""), language)
        if kind == "office" and card.get("latitude") is not None:
            return Place(
                title=str(card["office"]),
                address=str(card["address"]),
                latitude=float(card["latitude"]),
                longitude=float(card["longitude"]),
            )
        if kind == "chart" and pictures.rows(card):
            shown = {"language": language, **card}
            return Picture(pictures.chart(shown), caption(pictures.in_words(shown)))
        if kind == "link" and str(card.get("url") or "").startswith(("https://", "http://")):
            title = str(card.get("title") or card["url"])
            return Message(str(card.get("text") or title), ((Key(title, url=card["url"]),),))
        return None

    async def _calendar(self, path: str, language: str) -> Document | None:
        content = await self._calendars.calendar(path)
        if content is None:
            return None
        name, words = text("calendar_name", language), text("calendar_caption", language)
        return Document(name, content, words)
