"""Updates as Telegram writes them (objects Update, Message, CallbackQuery, ChatMemberUpdated)."""

import time
from typing import Any

Json = dict[str, Any]


def user(chat: int, language: str | None = "de") -> Json:
    known = {"id": chat, "is_bot": False, "first_name": "Anna"}
    return {**known, "language_code": language} if language else known


def private(chat: int) -> Json:
    return {"id": chat, "type": "private", "first_name": "Anna"}


def group(chat: int) -> Json:
    return {"id": -abs(chat), "type": "supergroup", "title": "Nachbarn"}


def message(number: int, chat: Json, sender: Json, **content: Any) -> Json:
    return {"message_id": number, "date": int(time.time()), "chat": chat, "from": sender, **content}


def text(update: int, number: int, chat: int, said: str, language: str | None = "de") -> Json:
    body = message(number, private(chat), user(chat, language), text=said)
    return {"update_id": update, "message": body}


def content(update: int, number: int, chat: int, language: str = "de", **what: Any) -> Json:
    """A message that is no text: contact, location, photo, voice, sticker …"""
    body = message(number, private(chat), user(chat, language), **what)
    return {"update_id": update, "message": body}


def edited(update: int, number: int, chat: int, said: str, at: int) -> Json:
    body = message(number, private(chat), user(chat), text=said, edit_date=at)
    return {"update_id": update, "edited_message": body}


def press(
    update: int, chat: int, under: int, data: str, keyboard: Json | None, language: str = "de"
) -> Json:
    below = message(under, private(chat), {"id": 1, "is_bot": True, "first_name": "Bot"}, text="…")
    if keyboard:
        below["reply_markup"] = keyboard
    query = {
        "id": f"4382{update}",
        "from": user(chat, language),
        "chat_instance": "-77",
        "message": below,
        "data": data,
    }
    return {"update_id": update, "callback_query": query}


def member(update: int, chat: Json, status: str, before: str = "member") -> Json:
    bot = {"id": 123456, "is_bot": True, "first_name": "Duisburg"}
    banned = {"until_date": 0} if status == "kicked" else {}
    change = {
        "chat": chat,
        "from": user(abs(chat["id"])),
        "date": int(time.time()),
        "old_chat_member": {"user": bot, "status": before, "until_date": 0},
        "new_chat_member": {"user": bot, "status": status, **banned},
    }
    return {"update_id": update, "my_chat_member": change}


CONTACT = {"phone_number": "4920312345678", "first_name": "Anna", "user_id": 7}
MARXLOH = {"latitude": 51.504, "longitude": 6.764}
COLOGNE = {"latitude": 50.94, "longitude": 6.96}
PHOTO = [
    {"file_id": "small", "file_unique_id": "s", "width": 90, "height": 60},
    {"file_id": "large", "file_unique_id": "l", "width": 1280, "height": 853},
]
VOICE = {"file_id": "voice-1", "file_unique_id": "v", "duration": 4, "mime_type": "audio/ogg"}
STICKER = {
    "file_id": "sticker",
    "file_unique_id": "st",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}
