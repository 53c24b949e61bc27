"""Who may call what is not public: our own processes, and programs of staff.

The processes of the front door prove themselves with one shared bearer token; a program of staff
with an API token of its user (`frontdoor users token`).
"""

import hmac
from typing import Protocol

from fastapi import Request

from backend.kit.container import container_of
from backend.kit.errors import Unauthorised


class StaffGate(Protocol):
    """Knows the API tokens of staff (`app.state.staff_gate`)."""

    def login_of(self, token: str) -> str | None:
        """In whose name a token speaks; None when it does not hold."""
        ...


def is_internal(request: Request) -> bool:
    """Whether the request carries the internal bearer token; never true while none is set."""
    expected = container_of(request).settings.internal_token.get_secret_value()
    if not expected:
        return False
    return hmac.compare_digest(_bearer(request).encode(), expected.encode())


def internal(request: Request) -> None:
    """FastAPI dependency for endpoints that only our own processes call.

    Raises Unauthorised.
    """
    if not is_internal(request):
        raise Unauthorised


def internal_or_staff(request: Request) -> None:
    """FastAPI dependency for endpoints that programs of staff may call, too.

    Raises Unauthorised.
    """
    gate: StaffGate = request.app.state.staff_gate
    token = _bearer(request)
    if not is_internal(request) and not (token and gate.login_of(token)):
        raise Unauthorised


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
