"""A challenge: one code for one contact in one conversation, and what a try at it is worth."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

CODE_DIGITS = 6


@dataclass(frozen=True)
class Challenge:
    """A question "are you the person behind this contact?".

    `code_hash` is None until the code is made. `attempts` counts the tries so far. `proved_at`
    is set once by the right code, `proved_key` is the mark of the Idempotency-Key it came with.
    """

    id: str
    contact_kind: str
    contact_key: str
    conversation_id: str
    language: str
    created_at: datetime
    expires_at: datetime
    code_hash: str | None
    attempts: int
    proved_at: datetime | None
    proved_key: str | None


@dataclass(frozen=True)
class Try:
    """An answer to a challenge: whether the code is right, whence and when it comes."""

    right: bool
    conversation_id: str
    key: str | None
    now: datetime


class Verdict(StrEnum):
    """What became of a try."""

    PROVED = "proved"
    REPEATED = "repeated"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"
    EXHAUSTED = "exhausted"

    @property
    def counts(self) -> bool:
        """Whether the try is used up."""
        return self in (Verdict.PROVED, Verdict.WRONG)


def judged(challenge: Challenge, attempt: Try, most_attempts: int) -> Verdict:
    """What a try is worth; right or wrong makes no difference before the code could count."""
    if attempt.conversation_id != challenge.conversation_id:
        return Verdict.UNKNOWN
    if challenge.proved_at is not None:
        same = attempt.key is not None and attempt.key == challenge.proved_key
        return Verdict.REPEATED if same and attempt.right else Verdict.USED
    if attempt.now >= challenge.expires_at:
        return Verdict.EXPIRED
    if challenge.attempts >= most_attempts:
        return Verdict.EXHAUSTED
    return Verdict.PROVED if attempt.right else Verdict.WRONG


def code_of(text: str) -> str | None:
    """The six digits of a code as people type it, or None if it cannot be one.

    Spaces, full stops and hyphens between the digits do not matter.
    """
    digits = [
        unicodedata.decimal(letter, None) for letter in text[:64] if letter not in " .-\u00a0"
    ]
    if len(digits) != CODE_DIGITS or None in digits:
        return None
    return "".join(str(digit) for digit in digits)
