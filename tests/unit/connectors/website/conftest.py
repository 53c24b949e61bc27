"""The website's endpoints on fakes."""

from collections.abc import Iterator
from datetime import date

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.website import page
from connectors.website.chat import chat_router
from connectors.website.origins import Origins, read_origins
from connectors.website.own_data import own_data_router
from connectors.website.reports import Reports, reports_router
from connectors.website.socket import socket_router
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine

FRIEND = "https://www.duisburg.example"


@pytest.fixture
def conversations() -> FakeConversations:
    return FakeConversations()


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def tokens() -> Tokens:
    return Tokens("secret")


@pytest.fixture
def listeners() -> Listeners:
    return Listeners()


@pytest.fixture
def limits() -> Limits:
    """Three messages a conversation, five an address; time stands still."""
    return Limits(3, 5, lambda: 0.0)


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture
def app(
    conversations: FakeConversations,
    engine: FakeEngine,
    tokens: Tokens,
    listeners: Listeners,
    limits: Limits,
    reports: Reports,
) -> FastAPI:
    relay = Relay(conversations, engine, listeners=listeners)
    app = FastAPI()
    app.add_middleware(Origins, allowed=read_origins(FRIEND))
    app.include_router(chat_router(relay, tokens, limits, listeners))
    app.include_router(socket_router(relay, conversations, tokens, listeners, limits))
    app.include_router(
        own_data_router(relay, conversations, tokens, limits, lambda: date(2026, 12, 1))
    )
    app.include_router(reports_router(reports, limits))
    app.include_router(page.page_router())
    app.mount("/static/website", page.static_files())
    return app


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A process of this machine, for which no limits hold."""
    with TestClient(app, client=("127.0.0.1", 50_000)) as running:
        yield running


@pytest.fixture
def stranger(app: FastAPI) -> Iterator[TestClient]:
    """Somebody from elsewhere."""
    with TestClient(app, client=("203.0.113.7", 50_000)) as running:
        yield running
