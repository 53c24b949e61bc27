"""Why the handover refuses."""

from backend.kit.errors import ServiceError


class WrongState(ServiceError):
    """Nothing of the kind can be done in this state; `state` tells which it is."""

    code, status, text_key = "wrong_state", 409, "handover.wrong_state"


class Taken(ServiceError):
    """Somebody else has it; `staff` tells who."""

    code, status, text_key = "taken", 409, "handover.taken_by"


class NotYours(ServiceError):
    """Only who has the conversation, or a supervisor, may do that."""

    code, status, text_key = "not_yours", 403, "handover.not_yours"


class TooManyChats(ServiceError):
    """The limit of chats at a time is reached."""

    code, status, text_key = "too_many_chats", 409, "handover.too_many_chats"


class NoTransfer(ServiceError):
    """Nobody was asked to take over, or it was somebody else."""

    code, status, text_key = "no_transfer", 409, "handover.no_transfer"


class UnknownDepartment(ServiceError):
    """There is no such department."""

    code, status, text_key = "unknown_department", 422, "handover.unknown_department"


class CallbackNotFound(ServiceError):
    """There is no such request."""

    code, status, text_key = "callback_not_found", 404, "handover.callback_not_found"
