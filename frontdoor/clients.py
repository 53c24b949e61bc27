"""HTTP to the parts that may run elsewhere."""

from dataclasses import dataclass

import httpx
from starlette.types import ASGIApp

from frontdoor.secrets import Secrets
from frontdoor.settings import FrontDoorSettings

API_SECONDS = 20.0
_TURN_SECONDS = 60.0


@dataclass(frozen=True)
class Clients:
    """HTTP to the other parts: through the network, or straight into this process."""

    backend: httpx.AsyncClient
    engine: httpx.AsyncClient


def bearer(token: str) -> dict[str, str]:
    """The header that carries a token."""
    return {"Authorization": f"Bearer {token}"}


def in_process(app: ASGIApp) -> httpx.ASGITransport:
    """HTTP straight into ``app``: its faults are answers of status 500, as through a network."""
    return httpx.ASGITransport(app, raise_app_exceptions=False)


def clients_of(settings: FrontDoorSettings, secrets: Secrets, backend: ASGIApp | None) -> Clients:
    """The clients of an installation; ``backend`` is the one in this process."""
    inside = in_process(backend) if backend is not None else None
    return Clients(
        backend=httpx.AsyncClient(
            base_url=settings.backend_url or settings.address,
            transport=inside,
            headers=bearer(secrets.internal),
            timeout=API_SECONDS,
        ),
        engine=httpx.AsyncClient(
            base_url=settings.engine_address,
            headers=bearer(secrets.engine),
            timeout=_TURN_SECONDS,
        ),
    )
