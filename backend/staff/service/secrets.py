"""Secrets that are handed out once and stored as a hash."""

import hashlib
import secrets


def new_secret(prefix: str = "") -> str:
    """256 random bits, for cookies and headers."""
    return prefix + secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is stored; a fast hash is enough for random bits."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
