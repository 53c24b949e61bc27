"""Why the identity service refuses.

None of these tells whether anybody is stored with a contact.
"""

from backend.kit.errors import ServiceError


class ContactInvalid(ServiceError):
    """The text is neither an e-mail address nor a telephone number."""

    code, status, text_key = "contact_invalid", 422, "identity.contact_invalid"


class ContactNotReachable(ServiceError):
    """No codes can be sent to contacts of this kind (`details.kind`), whoever they belong to."""

    code, status, text_key = "contact_not_reachable", 422, "identity.contact_not_reachable"


class SendingOff(ServiceError):
    """No codes can be sent to anybody here."""

    code, status, text_key = "code_sending_off", 503, "identity.sending_off"


class TooManyCodes(ServiceError):
    """Too many codes were asked for; again in `details.minutes`."""

    code, status, text_key = "too_many_codes", 429, "identity.too_many_codes"


class ChallengeNotFound(ServiceError):
    """There is no such challenge in this conversation."""

    code, status, text_key = "challenge_not_found", 404, "identity.challenge_not_found"


class ChallengeExpired(ServiceError):
    """The code is too old."""

    code, status, text_key = "challenge_expired", 409, "identity.challenge_expired"


class ChallengeUsed(ServiceError):
    """The code has proved somebody already."""

    code, status, text_key = "challenge_used", 409, "identity.challenge_used"


class CodeMalformed(ServiceError):
    """The text is no code at all; does not count as a try."""

    code, status, text_key = "code_malformed", 422, "identity.code_malformed"


class CodeWrong(ServiceError):
    """The code is wrong; `details.left` more tries."""

    code, status, text_key = "code_wrong", 422, "identity.code_wrong"


class NoAttemptsLeft(ServiceError):
    """The code was wrong too often; a new one is needed."""

    code, status, text_key = "no_attempts_left", 409, "identity.no_attempts_left"


class ProofInvalid(ServiceError):
    """The proof is missing, unknown, too old or of another conversation."""

    code, status, text_key = "proof_invalid", 403, "identity.proof_invalid"
