"""What a running backend holds, and how an endpoint reaches it."""

from dataclasses import dataclass

from fastapi import Request

from backend.kit.clock import Clock
from backend.kit.database import Database
from backend.kit.ids import Ids
from backend.kit.settings import BackendSettings
from backend.kit.texts import Texts
from backend.kit.throttle import Throttle


@dataclass(frozen=True)
class Container:
    """The parts one backend process is composed of (`app.state.container`)."""

    settings: BackendSettings
    clock: Clock
    ids: Ids
    database: Database
    texts: Texts
    lookups: Throttle


def container_of(request: Request) -> Container:
    """The container of the app that answers this request."""
    container: Container = request.app.state.container
    return container
