"""The website's endpoints on fakes."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from connectors.core.listeners import Listeners
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.website import page
from connectors.website.chat import chat_router
from connectors.website.socket import socket_router
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine


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
def client(
    conversations: FakeConversations, engine: FakeEngine, tokens: Tokens, listeners: Listeners
) -> Iterator[TestClient]:
    relay = Relay(conversations, engine)
    app = FastAPI()
    app.include_router(chat_router(relay, tokens))
    app.include_router(socket_router(relay, conversations, tokens, listeners))
    app.include_router(page.page_router())
    app.mount("/static/website", page.static_files())
    app.mount("/static/kern", page.kern_files())
    with TestClient(app) as running:
        yield running
