"""Secret values and what is stored of them."""

import hashlib
import hmac
import json
import secrets

from backend.identity.domain.challenge import CODE_DIGITS


class Keys:
    """Hashes with a key that is not in the database, so that a stolen database holds no codes.

    Without the key a code of six digits would be found from its hash by trying them all.
    """

    def __init__(self, secret: str) -> None:
        # An installation without a secret gets one that lasts as long as the process.
        known = secret.encode() or secrets.token_bytes(32)
        self._key = hmac.digest(known, b"identity", "sha256")

    def new_code(self) -> str:
        """A random code."""
        return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"

    def code_hash(self, challenge_id: str, code: str) -> str:
        """What is stored of a code; differs for the same code of another challenge."""
        return self.mark("code", challenge_id, code)

    def code_fits(self, challenge_id: str, code: str, code_hash: str | None) -> bool:
        """Whether a code is the one stored; takes as long when it is not."""
        return hmac.compare_digest(self.code_hash(challenge_id, code), code_hash or "")

    def proof(self, challenge_id: str) -> str:
        """The token that a solved challenge gives; the same each time."""
        return self.mark("proof", challenge_id)

    def proof_hash(self, token: str) -> str:
        """What is stored of a token."""
        return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

    def mark(self, *parts: str) -> str:
        """An opaque name, 64 characters, for something that is not to be stored itself."""
        return hmac.new(self._key, json.dumps(parts).encode(), "sha256").hexdigest()
