"""The front door as one ASGI app: connectors, actions and backend, wired together."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date

import httpx
from fastapi import FastAPI
from starlette.types import ASGIApp, Lifespan, Receive, Scope, Send

from actions.app import create_actions
from backend.app import create_backend, running
from backend.conversations.handover.telling import ConnectorsTelling
from backend.kit.clock import clock_from
from backend.kit.outgoing import LoopClient
from backend.kit.settings import BackendSettings
from backend.notifications.chat import ConnectorsDelivery
from connectors.console.app import Files, create_console
from connectors.core.conversations import ConversationsApi
from connectors.core.deliver import deliver_app
from connectors.core.engine import RasaEngine
from connectors.core.fanout import InProcess
from connectors.core.inbox import Inbox
from connectors.core.limits import Limits
from connectors.core.listeners import Listeners
from connectors.core.relay import Relay
from connectors.core.tokens import Tokens
from connectors.telegram.settings import TelegramSettings
from connectors.website import page
from connectors.website.chat import chat_router
from connectors.website.origins import Origins, read_origins
from connectors.website.own_data import own_data_router
from connectors.website.reports import Reports, counts_router, reports_router
from connectors.website.socket import socket_router
from frontdoor.bounded import Bounded
from frontdoor.clients import API_SECONDS, Clients, bearer, clients_of, in_process
from frontdoor.guard import Guarded
from frontdoor.headers import SecurityHeaders
from frontdoor.health import answers, health_router
from frontdoor.secrets import Secrets
from frontdoor.settings import ROOT, FrontDoorSettings
from frontdoor.telegram import Core, Telegram, connect

PARTS = ("connectors", "actions", "backend")


def create_app(
    settings: FrontDoorSettings, secrets: Secrets, parts: tuple[str, ...] = PARTS
) -> FastAPI:
    """The app with the ``parts`` asked for; those not here are called at their address."""

    async def this_app(scope: Scope, receive: Receive, send: Send) -> None:
        await app(scope, receive, send)

    connectors = this_app if "connectors" in parts else None
    delivery = _delivery(settings, secrets, connectors) if "backend" in parts else None
    line = _line(settings, secrets, connectors) if "backend" in parts else None
    backend = _backend(settings, secrets, delivery, line) if "backend" in parts else None
    clients = clients_of(settings, secrets, backend)
    telegram: Telegram | None = None
    app = FastAPI(
        title="Duisburg Front Door",
        openapi_url=None,
        lifespan=_lifespan(backend, clients, delivery, line),
    )
    app.state.telegram = None
    app.add_middleware(Bounded)
    app.add_middleware(Origins, allowed=read_origins(settings.allowed_origins))
    app.add_middleware(SecurityHeaders, headers=page.security_headers(settings.public_url))
    if "actions" in parts:
        app.mount("/internal/actions", Guarded(create_actions(clients.backend), secrets.internal))
    if "connectors" in parts:
        core = _add_website(app, settings, secrets, clients)
        telegram = connect(TelegramSettings(), core, settings.public_url, secrets.conversations)
        if telegram is not None and telegram.router is not None:
            app.include_router(telegram.router)
        app.state.telegram = telegram
    app.include_router(
        health_router(
            {
                "engine": answers(clients.engine, "/webhooks/frontdoor/"),
                "backend": answers(clients.backend, "/api/health"),
                "telegram": telegram.channel.health if telegram else None,
                "voice": None,
            }
        )
    )
    if backend is not None:
        app.mount("/", backend)
    return app


def _backend(
    settings: FrontDoorSettings,
    secrets: Secrets,
    delivery: ConnectorsDelivery | None,
    line: LoopClient | None,
) -> FastAPI:
    own = BackendSettings(
        data_dir=settings.data_dir,
        now=settings.now,
        internal_token=secrets.internal,
        public_url=settings.public_url or settings.address,
        links_key=secrets.conversations,
    )
    telling = ConnectorsTelling(line) if line else None
    return create_backend(own, chat=delivery, telling=telling)


def _delivery(
    settings: FrontDoorSettings, secrets: Secrets, connectors: ASGIApp | None
) -> ConnectorsDelivery | None:
    """The way of notices to the connectors, or None when nobody said where they are."""
    client = _to_connectors(settings, secrets, connectors)
    return ConnectorsDelivery(client) if client else None


def _line(
    settings: FrontDoorSettings, secrets: Secrets, connectors: ASGIApp | None
) -> LoopClient | None:
    """The way of the handover to the connectors, as above."""
    client = _to_connectors(settings, secrets, connectors)
    return LoopClient(client) if client else None


def _to_connectors(
    settings: FrontDoorSettings, secrets: Secrets, connectors: ASGIApp | None
) -> httpx.AsyncClient | None:
    if connectors is None and not settings.connectors_url:
        return None
    return httpx.AsyncClient(
        base_url=settings.connectors_url or settings.address,
        transport=in_process(connectors) if connectors is not None else None,
        headers=bearer(secrets.internal),
        timeout=API_SECONDS,
    )


def _add_website(
    app: FastAPI, settings: FrontDoorSettings, secrets: Secrets, clients: Clients
) -> Core:
    clock = clock_from(settings.now)
    conversations = ConversationsApi(clients.backend)
    fanout = InProcess()
    listeners, inbox = Listeners(fanout), Inbox(fanout)

    def today() -> date:
        return clock.local().date()

    tokens = Tokens(secrets.conversations, today, settings.conversation_days)
    engine = RasaEngine(clients.engine, clock)
    relay = Relay(conversations, engine, inbox, listeners)
    limits = Limits(
        settings.messages_per_minute, settings.messages_per_minute_address, time.monotonic
    )
    reports = Reports()
    app.include_router(chat_router(relay, tokens, limits, listeners))
    app.include_router(socket_router(relay, conversations, tokens, listeners, limits))
    app.include_router(own_data_router(relay, conversations, tokens, limits, today))
    app.include_router(reports_router(reports, limits))
    inside = deliver_app(conversations, listeners, inbox)
    inside.include_router(counts_router(reports))
    app.mount("/internal", Guarded(inside, secrets.internal))
    app.include_router(page.page_router())
    app.mount("/static/website", page.static_files())
    app.mount("/static/kern", page.kern_files())
    files = Files(
        canned=BackendSettings().city_dir / "canned.yml",
        domain=ROOT / "data" / "domain",
        titles=ROOT / "actions" / "titles.yml",
    )
    app.mount("/console", create_console(clients.backend, inbox, files, settings.public_url))
    return Core(relay, conversations, listeners, limits, clients.backend, today)


def _lifespan(
    backend: FastAPI | None,
    clients: Clients,
    delivery: ConnectorsDelivery | None,
    line: LoopClient | None,
) -> Lifespan[FastAPI]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            if delivery is not None:
                await stack.enter_async_context(delivery)
            if line is not None:
                await stack.enter_async_context(line)
            if backend is not None:
                await stack.enter_async_context(running(backend))
            await stack.enter_async_context(clients.backend)
            await stack.enter_async_context(clients.engine)
            telegram: Telegram | None = app.state.telegram
            if telegram is not None:
                await stack.enter_async_context(telegram.running())
            yield

    return lifespan
