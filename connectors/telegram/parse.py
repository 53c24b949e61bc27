"""What Telegram sends, read strictly: everything must have its documented type."""

from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message
from telegram import Update as TelegramUpdate

from connectors.telegram.update import Kind, Update
from language.detection import LANGUAGES

# What Telegram is asked to send.
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")

_LARGEST_ID = 2**52
_LONGEST_TEXT = 10_000
_LONGEST_ID = 256
_GONE = (ChatMember.BANNED, ChatMember.LEFT)


class Malformed(Exception):
    """Not an update as the Bot API describes it."""


def update_number(body: Any) -> int:
    """The number of an update. Raises Malformed."""
    number = body.get("update_id") if isinstance(body, dict) else None
    return _whole(number, 2**62)


def read(body: Any) -> Update | None:
    """An update, or None when it is of no kind that concerns us. Raises Malformed."""
    number = update_number(body)
    concerning = {name: body[name] for name in ("update_id", *WANTED) if name in body}
    try:
        update = TelegramUpdate.de_json(concerning, None)
        if update.message is not None:
            return _message(number, update.message, edited=False)
        if update.edited_message is not None:
            return _message(number, update.edited_message, edited=True)
        if update.callback_query is not None:
            return _press(number, update.callback_query)
        if update.my_chat_member is not None:
            return _member(number, update.my_chat_member)
    # The library takes every field as it comes; what it cannot build says so in many ways.
    except (AttributeError, KeyError, OSError, OverflowError, TypeError, ValueError) as error:
        raise Malformed(type(error).__name__) from error
    return None


def _message(number: int, message: Message, *, edited: bool) -> Update | None:
    chat = _chat(message.chat)
    if message.from_user is not None and message.from_user.is_bot is True:
        return None
    if message.chat.type != Chat.PRIVATE:
        return None if message.chat.type == Chat.CHANNEL else Update(number, chat, Kind.GROUP)
    common: dict[str, Any] = {
        "id": number,
        "chat": chat,
        "language": _language(message.from_user),
        "message": _whole(message.message_id),
    }
    if edited:
        written = _text(message.text or message.caption or "")
        if not written:
            return None
        at = int(message.edit_date.timestamp()) if message.edit_date else 0
        return Update(**common, kind=Kind.EDITED, text=written, at=at)
    return Update(**common, **_content(message))


def _content(message: Message) -> dict[str, Any]:
    caption = _text(message.caption or "")
    if message.text is not None:
        return {"kind": Kind.TEXT, "text": _text(message.text)}
    if message.contact is not None:
        phone = _text(message.contact.phone_number)
        return {"kind": Kind.CONTACT, "text": phone if phone.startswith("+") else f"+{phone}"}
    if message.location is not None:
        latitude = _degrees(message.location.latitude, 90)
        longitude = _degrees(message.location.longitude, 180)
        return {"kind": Kind.LOCATION, "latitude": latitude, "longitude": longitude}
    if message.photo:
        return {"kind": Kind.PHOTO, "text": caption, "file": _id(message.photo[-1].file_id)}
    if message.voice is not None:
        seconds = message.voice.duration
        length = int(seconds.total_seconds()) if hasattr(seconds, "total_seconds") else seconds
        return {
            "kind": Kind.VOICE,
            "text": caption,
            "file": _id(message.voice.file_id),
            "seconds": _whole(length),
        }
    return {"kind": Kind.OTHER, "text": caption}


def _press(number: int, press: CallbackQuery) -> Update | None:
    """A press under a message that is so old that Telegram does not tell its chat is nothing."""
    message = press.message
    if message is None or press.data is None:
        return None
    chat = _chat(message.chat)
    if message.chat.type != Chat.PRIVATE:
        return Update(number, chat, Kind.GROUP)
    return Update(
        id=number,
        chat=chat,
        kind=Kind.PRESSED,
        language=_language(press.from_user),
        message=_whole(message.message_id),
        text=_text(press.data),
        title=_title(press),
        callback=_id(press.id),
    )


def _title(press: CallbackQuery) -> str:
    """What stands on the pressed button, as far as Telegram tells."""
    markup = getattr(press.message, "reply_markup", None)
    keys = [key for row in markup.inline_keyboard for key in row] if markup else []
    return next((_text(key.text) for key in keys if key.callback_data == press.data), "")


def _member(number: int, change: ChatMemberUpdated) -> Update | None:
    chat = _chat(change.chat)
    gone = change.new_chat_member.status in _GONE
    if change.chat.type != Chat.PRIVATE:
        added = change.chat.type != Chat.CHANNEL and not gone
        return Update(number, chat, Kind.GROUP) if added else None
    kind = Kind.BLOCKED if gone else Kind.UNBLOCKED
    return Update(number, chat, kind, language=_language(change.from_user))


def _chat(chat: Chat) -> int:
    if not isinstance(chat.type, str):
        raise Malformed("chat type")
    number = chat.id
    if type(number) is not int or abs(number) >= _LARGEST_ID:
        raise Malformed("chat id")
    return number


def _language(user: Any) -> str | None:
    code = getattr(user, "language_code", None)
    code = code.lower()[:2] if isinstance(code, str) else None
    return code if code in LANGUAGES else None


def _whole(number: Any, most: int = _LARGEST_ID) -> int:
    if type(number) is not int or not 0 <= number < most:
        raise Malformed("number")
    return number


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise Malformed("text")
    return value


def _id(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_ID or not value.isascii():
        raise Malformed("id")
    return value


def _degrees(value: Any, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= most:
        raise Malformed("degrees")
    return float(value)
