"""The methods the bot calls, as core.telegram.org/bots/api describes their parameters.

Unknown parameters and values outside the published bounds are refused, as Telegram does.
"""

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from tests.servers.telegram.markdown import shown, units

LANGUAGE = r"^([a-z]{2})?$"


def _parsed(value: Any) -> Any:
    """Nested objects come as JSON within a form."""
    return json.loads(value) if isinstance(value, str) else value


class Parameters(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CallbackButton(Parameters):
    text: str = Field(min_length=1)
    callback_data: str | None = None
    url: str | None = Field(default=None, pattern="^(https?|tg)://")

    @model_validator(mode="after")
    def one_action(self) -> "CallbackButton":
        assert (self.callback_data is None) != (self.url is None), "exactly one optional field"
        if self.callback_data is not None:
            assert 1 <= len(self.callback_data.encode()) <= 64, "BUTTON_DATA_INVALID"
        return self


class InlineKeyboard(Parameters):
    inline_keyboard: list[list[CallbackButton]]


class RequestButton(Parameters):
    text: str
    request_contact: bool = False
    request_location: bool = False


class ReplyKeyboard(Parameters):
    keyboard: list[list[RequestButton]]
    resize_keyboard: bool = False
    one_time_keyboard: bool = False
    selective: bool = False


class Removal(Parameters):
    remove_keyboard: Literal[True]


Markup = Annotated[InlineKeyboard | ReplyKeyboard | Removal, BeforeValidator(_parsed)]


class SendMessage(Parameters):
    chat_id: int
    text: str
    parse_mode: Literal["MarkdownV2", "HTML"] | None = None
    link_preview_options: Annotated[dict[str, Any] | None, BeforeValidator(_parsed)] = None
    reply_markup: Markup | None = None

    @property
    def plain(self) -> str:
        """What people see. Raises ValueError for MarkdownV2 that Telegram would refuse."""
        return shown(self.text) if self.parse_mode == "MarkdownV2" else self.text

    @model_validator(mode="after")
    def bounds(self) -> "SendMessage":
        assert 1 <= units(self.plain) <= 4096, "message is too long"
        return self


class SendDocument(Parameters):
    chat_id: int
    document: bytes = Field(min_length=1, max_length=50_000_000)
    filename: str
    caption: str = Field(default="", max_length=1024)


class SendPhoto(Parameters):
    chat_id: int
    photo: bytes = Field(min_length=1, max_length=10_000_000)
    filename: str
    caption: str = Field(default="", max_length=1024)


class SendVenue(Parameters):
    chat_id: int
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    title: str = Field(min_length=1)
    address: str = Field(min_length=1)


class SendChatAction(Parameters):
    chat_id: int
    action: Literal["typing", "upload_document", "upload_photo"]


class AnswerCallbackQuery(Parameters):
    callback_query_id: str
    text: str = Field(default="", max_length=200)
    show_alert: bool = False


class EditMessageReplyMarkup(Parameters):
    chat_id: int
    message_id: int
    reply_markup: Annotated[InlineKeyboard | None, BeforeValidator(_parsed)] = None


class LeaveChat(Parameters):
    chat_id: int


class GetFile(Parameters):
    file_id: str


class Command(Parameters):
    command: str = Field(pattern="^[a-z0-9_]{1,32}$")
    description: str = Field(min_length=1, max_length=256)


class SetMyCommands(Parameters):
    commands: Annotated[list[Command], BeforeValidator(_parsed), Field(max_length=100)]
    language_code: str = Field(default="", pattern=LANGUAGE)


class SetMyDescription(Parameters):
    description: str = Field(default="", max_length=512)
    language_code: str = Field(default="", pattern=LANGUAGE)


class SetWebhook(Parameters):
    url: str
    secret_token: str = Field(pattern="^[A-Za-z0-9_-]{1,256}$")
    max_connections: int = Field(default=40, ge=1, le=100)
    allowed_updates: Annotated[list[str], BeforeValidator(_parsed)] = []


class DeleteWebhook(Parameters):
    drop_pending_updates: bool = False


class GetUpdates(Parameters):
    offset: int | None = None
    limit: int = Field(default=100, ge=1, le=100)
    timeout: int = Field(default=0, ge=0)
    allowed_updates: Annotated[list[str], BeforeValidator(_parsed)] = []


METHODS: dict[str, type[Parameters]] = {
    name[0].lower() + name[1:]: shape
    for name, shape in dict(globals()).items()
    if isinstance(shape, type)
    and issubclass(shape, Parameters)
    and name.startswith(("Send", "Answer", "Edit", "Leave", "Get", "Set", "Delete"))
}
