"""Why the conversations service refuses."""

from backend.kit.errors import ServiceError


class ConversationNotFound(ServiceError):
    """There is no such conversation."""

    code, status, text_key = "conversation_not_found", 404, "conversations.not_found"


class MessageNotFound(ServiceError):
    """The conversation has no message with this id."""

    code, status, text_key = "message_not_found", 404, "conversations.message_not_found"


class ConversationErased(ServiceError):
    """The person had the conversation erased."""

    code, status, text_key = "conversation_erased", 410, "conversations.erased"


class GapNotFound(ServiceError):
    """There is no such knowledge gap any more."""

    code, status, text_key = "gap_not_found", 404, "conversations.gap_not_found"
