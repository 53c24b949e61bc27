"""Why the channels service refuses."""

from backend.kit.errors import ServiceError


class ChatNotFound(ServiceError):
    """No such chat, or none in this channel for the conversation."""

    code, status, text_key = "chat_not_found", 404, "channels.chat_not_found"
