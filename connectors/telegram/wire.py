"""Outgoing messages as calls of the library. Texts go as MarkdownV2, in which what people and
offices write is escaped, so that nothing in it is taken for a mark.
"""

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode
from telegram.helpers import escape_markdown

from connectors.telegram.outgoing import Document, Key, Keyboard, Message, Outgoing, Picture, Place

_Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


async def send(bot: Bot, chat: int, item: Outgoing) -> None:
    """Send one message. Raises telegram.error.TelegramError."""
    if isinstance(item, Message):
        await bot.send_message(
            chat,
            markdown(item),
            parse_mode=ParseMode.MARKDOWN_V2,
            reply_markup=_markup(item),
            disable_web_page_preview=True,
        )
    elif isinstance(item, Document):
        file = InputFile(item.content, filename=item.name)
        await bot.send_document(chat, file, caption=item.caption or None)
    elif isinstance(item, Picture):
        await bot.send_photo(chat, InputFile(item.content, filename="chart.png"), item.caption)
    elif isinstance(item, Place):
        await bot.send_venue(chat, item.latitude, item.longitude, item.title, item.address)


def markdown(message: Message) -> str:
    """The text in MarkdownV2; the name of a member of staff stands above it in bold."""
    text = escape_markdown(message.text, version=2)
    return f"*{escape_markdown(message.sender, version=2)}*\n{text}" if message.sender else text


def inline(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """The keyboard under a message; None for none."""
    rows = [[_button(key) for key in row] for row in keyboard]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(key: Key) -> InlineKeyboardButton:
    if key.url:
        return InlineKeyboardButton(key.title, url=key.url)
    return InlineKeyboardButton(key.title, callback_data=key.data)


def _markup(message: Message) -> _Markup:
    if message.contact_key:
        button = KeyboardButton(message.contact_key, request_contact=True)
        return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)
    return inline(message.keyboard)
