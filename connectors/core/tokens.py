"""Conversation ids that nobody can guess or forge."""

from itsdangerous import BadSignature, Signer


class Tokens:
    """Signs conversation ids (HMAC-SHA-256) before they leave the house."""

    def __init__(self, secret: str) -> None:
        self._signer = Signer(secret, salt="conversation", digest_method=_sha256())

    def sign(self, conversation_id: str) -> str:
        """The public form of ``conversation_id``."""
        return self._signer.sign(conversation_id.encode()).decode()

    def verify(self, token: str) -> str | None:
        """The conversation id in ``token``, or None when it is not ours."""
        try:
            return self._signer.unsign(token.encode("utf-8", "replace")).decode()
        except (BadSignature, UnicodeDecodeError):
            return None


def _sha256() -> object:
    import hashlib

    return hashlib.sha256
