"""Tokens in forms, so that no other site can send one in a signed-in browser's name."""

import hashlib
import hmac
import secrets

FIELD, HEADER = "csrf", "x-csrf-token"
_PURPOSE = b"console form"


def token_for(cookie: str) -> str:
    """The token of every form of a browser, bound to the secret in its cookie."""
    return hmac.new(cookie.encode(), _PURPOSE, hashlib.sha256).hexdigest()


def is_genuine(cookie: str, given: str) -> bool:
    """Whether ``given`` is the token for ``cookie``; never true without a cookie."""
    return bool(cookie) and hmac.compare_digest(token_for(cookie).encode(), given.encode())


def new_visitor() -> str:
    """The secret of a browser that is not signed in."""
    return secrets.token_urlsafe(24)
