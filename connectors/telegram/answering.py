"""One update, from the log to its answer."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

import httpx

from connectors.core.incoming import BadMessage, readable
from connectors.core.ports import ConversationGone
from connectors.core.texts import text as core_text
from connectors.telegram.commands import Called, read_command
from connectors.telegram.delivery import Delivery
from connectors.telegram.media import Media
from connectors.telegram.outgoing import Message
from connectors.telegram.own import Own
from connectors.telegram.places import Places
from connectors.telegram.ports import Blocked, Chats, Groups, Taken, TelegramError, UpdateLog
from connectors.telegram.presses import Presses
from connectors.telegram.sending import Sending
from connectors.telegram.talk import Context, Talk
from connectors.telegram.texts import text
from connectors.telegram.update import Kind, message_name

logger = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 20.0
_GROUP_PATIENCE = 5.0
_LOOK_BACK = 30
# Refused for now: another process's token, too many requests.
_PASSING = (401, 408, 429)


class Answering:
    """Works on the updates of one chat one after the other."""

    def __init__(
        self,
        talk: Talk,
        own: Own,
        presses: Presses,
        places: Places,
        media: Media,
        chats: Chats,
        log: UpdateLog,
        sending: Sending,
        groups: Groups,
    ) -> None:
        self._talk = talk
        self._own = own
        self._chats = chats
        self._log = log
        self._sending = sending
        self._groups = groups
        self._by_kind: dict[Kind, Callable[[Context], Awaitable[str]]] = {
            Kind.TEXT: self._text,
            Kind.EDITED: self._edited,
            Kind.CONTACT: self._contact,
            Kind.PRESSED: presses.answer,
            Kind.LOCATION: places.answer,
            Kind.PHOTO: media.answer,
            Kind.VOICE: media.answer,
            Kind.OTHER: media.answer,
        }

    async def work(self, taken: Taken) -> None:
        """Answer an update and note that it is done.

        A backend that does not answer is waited for, however long: the update stays in the log.
        """
        delivery = Delivery(taken, self._sending, self._log)
        pause = _FIRST_PAUSE
        while True:
            try:
                await delivery.finish(await self._try(taken, delivery))
                return
            except httpx.HTTPError as error:
                logger.error("telegram_backend_failed: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _try(self, taken: Taken, delivery: Delivery) -> str | None:
        """The language that is spoken now; None when nothing was said."""
        delivery.begin()
        try:
            return await self._answer(taken, delivery)
        except Blocked:
            await self._chats.set_blocked(taken.update.chat, True)
        except ConversationGone:
            chat = await self._chats.open(taken.update.chat)
            if taken.chat and chat.conversation_id == taken.chat.conversation_id:
                return None
            return await self._try(replace(taken, chat=chat), delivery)
        except httpx.HTTPError as error:
            if not _is_final(error):
                raise
            await self._give_up(taken, delivery, error)
        # What cannot be worked on once cannot be worked on twice: it must not come again forever.
        except Exception as error:
            await self._give_up(taken, delivery, error)
        return None

    async def _give_up(self, taken: Taken, delivery: Delivery, error: Exception) -> None:
        logger.error("telegram_update_failed: %s", type(error).__name__)
        language = (taken.chat and taken.chat.language) or taken.update.language or "de"
        try:
            await delivery.send(Message(core_text("turn_failed", language)))
        except TelegramError as failure:
            logger.error("telegram_not_told: %s", failure.code)

    async def _answer(self, taken: Taken, delivery: Delivery) -> str | None:
        update, chat = taken.update, taken.chat
        if update.kind is Kind.GROUP or chat is None:
            await self._decline(taken)
            return None
        if update.kind in (Kind.BLOCKED, Kind.UNBLOCKED) or chat.blocked:
            await self._chats.set_blocked(chat.id, update.kind is Kind.BLOCKED)
        answer = self._by_kind.get(update.kind)
        if answer is None:
            return None
        language = chat.language or update.language or "de"
        return await answer(Context(update, chat, language, delivery))

    async def _decline(self, taken: Taken) -> None:
        """Groups hear once why not; then we leave."""
        said = Message(text("group", taken.update.language or "de"))
        try:
            await self._sending.send(taken.update.chat, said, _GROUP_PATIENCE)
        except TelegramError as error:
            logger.info("telegram_group_not_told: %s", error.code)
        await self._groups.leave(taken.update.chat)

    async def _text(self, context: Context) -> str:
        called = read_command(context.update.text)
        if called is None:
            return await self._talk.turn(context, context.update.text)
        return await self._command(context, called)

    async def _command(self, context: Context, called: Called) -> str:
        key = called.command.key
        if key == "language":
            return await self._own.ask_language(context)
        if key == "data":
            return await self._own.data_menu(context)
        if key == "end" and await self._talk.leave(context):
            return context.language
        language = called.language or context.language
        title = text(f"command_{key}", language)
        if called.rest and key != "start":
            return await self._talk.turn(context, f"{title}: {called.rest}", language=language)
        choice = called.command.choice
        return await self._talk.turn(context, title, choice=choice, language=language)

    async def _contact(self, context: Context) -> str:
        return await self._talk.turn(context, context.update.text)

    async def _edited(self, context: Context) -> str:
        """The latest message may be put right; it is answered anew."""
        said = await self._talk.latest(context.chat, _LOOK_BACK)
        own = [message for message in said if message["role"] == "person"]
        name = message_name(context.update.message)
        latest = str(own[-1].get("id")) if own else ""
        if latest != name and not latest.startswith(f"{name}."):
            return await self._talk.say(context, Message(text("edited_late", context.language)))
        is_repeat = latest == context.update.message_id
        if not is_repeat and own[-1]["text"] == _cleaned(context.update.text):
            return context.language
        return await self._text(context)


def _is_final(error: httpx.HTTPError) -> bool:
    """Whether the backend has answered, and will always answer so."""
    if not isinstance(error, httpx.HTTPStatusError):
        return False
    return error.response.is_client_error and error.response.status_code not in _PASSING


def _cleaned(written: str) -> str:
    try:
        return readable(written)
    except BadMessage:
        return ""
