"""The other processes of the front door prove themselves with one shared bearer token."""

import hmac

from fastapi import Request

from backend.kit.container import container_of
from backend.kit.errors import Unauthorised


def is_internal(request: Request) -> bool:
    """Whether the request carries the internal bearer token; never true while none is set."""
    expected = container_of(request).settings.internal_token.get_secret_value()
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if not expected or scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(token.strip().encode(), expected.encode())


def internal(request: Request) -> None:
    """FastAPI dependency for endpoints that only our own processes call.

    Raises Unauthorised.
    """
    if not is_internal(request):
        raise Unauthorised
