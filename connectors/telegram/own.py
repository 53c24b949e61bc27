"""What the channel answers itself: the language, one's own data, and its own buttons."""

import json
from collections.abc import Callable
from datetime import date

import httpx

from connectors.core.ports import EngineError
from connectors.core.texts import text as core_text
from connectors.core.transcript import as_text
from connectors.core.turn import Choice
from connectors.telegram.keyboards import own
from connectors.telegram.outgoing import Document, Key, Keyboard, Message
from connectors.telegram.talk import Context, Talk
from connectors.telegram.texts import text
from language.detection import LANGUAGES

_NAMES = {"de": "Deutsch", "en": "English"}
_STARS = ("1", "2", "3", "4", "5")


def ask_rating(language: str) -> Message:
    """How was it? One row of five buttons."""
    keys = tuple(Key(star, own(f"rate.{star}")) for star in _STARS)
    return Message(text("rate", language), (keys,))


class Own:
    """``today`` is the day in Duisburg, for the names of files."""

    def __init__(self, talk: Talk, today: Callable[[], date]) -> None:
        self._talk = talk
        self._today = today

    async def ask_language(self, context: Context) -> str:
        """Which language?"""
        keys = tuple(Key(_NAMES[code], own(f"language.{code}")) for code in LANGUAGES)
        return await self._talk.say(
            context, Message(text("ask_language", context.language), (keys,))
        )

    async def data_menu(self, context: Context) -> str:
        """What is kept, and what can be done with it."""
        return await self._talk.say(
            context,
            Message(
                text("data_menu", context.language),
                _column(context.language, "see", "export", "appointments", "delete"),
            ),
        )

    async def pressed(self, context: Context, name: str) -> str:
        """A button of the above; the language that is spoken now."""
        what, _, value = name.partition(".")
        if what == "language" and value in LANGUAGES:
            choice = Choice("switch_language", {"language": value})
            return await self._talk.turn(context, _NAMES[value], choice=choice, language=value)
        if what == "rate" and value in _STARS:
            await self._talk.rate(context.chat, int(value))
            thanks = Message(core_text("rating_stored", context.language))
            return await self._talk.say(context, thanks)
        if what == "office":
            title = text("take_office", context.language)
            choice = Choice("book_appointment", {"office": value})
            return await self._talk.turn(context, title, choice=choice)
        if name == "data.appointments":
            title = text("data_appointments", context.language)
            return await self._talk.turn(context, title, choice=Choice("check_appointment"))
        if name in ("data.see", "data.export"):
            return await self._hand_out(context, as_file=name == "data.export")
        if name == "data.delete":
            keys = _column(context.language, "yes", "no")
            return await self._talk.say(context, Message(text("data_sure", context.language), keys))
        if name == "data.yes":
            return await self._erase(context)
        key = "data_kept" if name == "data.no" else "choice_stale"
        return await self._talk.say(context, Message(text(key, context.language)))

    async def _hand_out(self, context: Context, *, as_file: bool) -> str:
        language, day = context.language, self._today().isoformat()
        said = await self._talk.whole(context.chat)
        if not said:
            return await self._talk.say(context, Message(text("data_nothing", language)))
        if as_file:
            kept = {"channel": "telegram", "chat_id": context.chat.id, "messages": said}
            content = json.dumps(kept, ensure_ascii=False, indent=2)
            name, words = text("export_name", language, day=day), text("export_caption", language)
        else:
            content = as_text(said, language)
            name = text("transcript_name", language, day=day)
            words = text("transcript_caption", language)
        await context.delivery.send(Document(name, content.encode(), words))
        return language

    async def _erase(self, context: Context) -> str:
        language = context.language
        try:
            await self._talk.erase(context)
        except (EngineError, httpx.HTTPError):
            failed = Message(core_text("erasure_failed", language), _column(language, "yes", "no"))
            return await self._talk.say(context, failed)
        return await self._talk.say(context, Message(text("data_deleted", language)))


def _column(language: str, *names: str) -> Keyboard:
    return tuple((Key(text(f"data_{name}", language), own(f"data.{name}")),) for name in names)
