"""Conversation ids that nobody can guess or forge, and that end by themselves."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime

from itsdangerous import BadSignature, Signer

LIFE_DAYS = 30


def _today() -> date:
    return datetime.now(UTC).date()


class Tokens:
    """Signs conversation ids (HMAC-SHA-256) before they leave the house: ``id.day.signature``.

    A token holds for ``life_days`` after the day it was made on, and whoever uses it is handed
    that day's. It changes once a day at most, so that all tabs of a browser hold the same.
    """

    def __init__(
        self, secret: str, today: Callable[[], date] = _today, life_days: int = LIFE_DAYS
    ) -> None:
        self._signer = Signer(secret, salt="conversation", digest_method=hashlib.sha256)
        self._today = today
        self._life_days = life_days

    def sign(self, conversation_id: str) -> str:
        """The public form of ``conversation_id``, as of today."""
        return self._signer.sign(f"{conversation_id}.{self._today().toordinal()}").decode()

    def verify(self, token: str) -> str | None:
        """The conversation id in ``token``; None when it is not ours or has ended."""
        try:
            signed = self._signer.unsign(token.encode("utf-8", "replace")).decode()
        except (BadSignature, UnicodeDecodeError):
            return None
        conversation_id, _, day = signed.rpartition(".")
        if not conversation_id or not day.isdecimal():
            return None
        age = self._today().toordinal() - int(day)
        return conversation_id if age <= self._life_days else None
