"""Composition of the backend process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

from anyio import to_thread
from fastapi import Depends, FastAPI
from fastapi.responses import JSONResponse

from backend.appointments.jobs import offer_free_slots
from backend.appointments.loading import load_when_empty
from backend.appointments.provider.zms.provider import ZmsProvider
from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.settings import AppointmentSettings
from backend.appointments.wiring import offering_on
from backend.bridges.identity_bookings import StoredBookings
from backend.bridges.privacy_stores import Chats, stores
from backend.conversations.handover.jobs import schedule as watch_handovers
from backend.conversations.handover.ports import Telling
from backend.conversations.handover.settings import HandoverSettings
from backend.conversations.handover.wiring import Handovers, handovers_on
from backend.identity.jobs import schedule as prove_people
from backend.identity.keys import Keys
from backend.identity.settings import IdentitySettings
from backend.identity.wiring import Identity, Outbox
from backend.kit.actor import noted
from backend.kit.clock import Clock, clock_from
from backend.kit.container import Container
from backend.kit.database import Database
from backend.kit.errors import install_error_handlers
from backend.kit.health import health
from backend.kit.ids import Ids, RandomIds
from backend.kit.migrations import migrate
from backend.kit.scheduler import Scheduler
from backend.kit.settings import BackendSettings
from backend.kit.texts import load_texts
from backend.kit.throttle import MemoryThrottle
from backend.notifications.service.ports import ChatDelivery, Mailer
from backend.outside import notifications_on, zms_on
from backend.services import ROUTERS, TEXT_FILES
from backend.staff.jobs import schedule as forget_staff
from backend.staff.passwords import Argon2Passwords, Passwords
from backend.staff.settings import StaffSettings
from backend.staff.wiring import Staff, TokenHolders
from backend.upkeep import upkeep


def create_backend(
    settings: BackendSettings,
    clock: Clock | None = None,
    ids: Ids | None = None,
    rules: AppointmentSettings | None = None,
    codes: Outbox | None = None,
    chat: ChatDelivery | None = None,
    mailer: Mailer | None = None,
    zms: ZmsSettings | None = None,
    passwords: Passwords | None = None,
    telling: Telling | None = None,
    patience: HandoverSettings | None = None,
) -> FastAPI:
    """The backend as an app whose paths begin with `/api`.

    Its lifespan migrates the database, loads the catalogue when empty and ticks the jobs. Who
    mounts the app, or calls it through an ASGI transport, enters that lifespan by
    `async with running(app):`, because neither does so by itself. Notices for chats are sent where
    `chat` is given; e-mail goes through `mailer`, else to the server of `MailSettings`. Codes that
    prove a person go into `codes`, else into the outbox while there is e-mail. Messages of staff
    and news of the handover leave by `telling`.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    container = Container(
        settings=settings,
        clock=clock or clock_from(settings.now),
        ids=ids or RandomIds(),
        database=Database(settings.resolved_database_url),
        texts=load_texts(TEXT_FILES),
        lookups=MemoryThrottle(settings.lookups_per_minute),
    )
    appointing = rules or AppointmentSettings()
    told = notifications_on(container, appointing, chat, mailer)
    proving = IdentitySettings()
    people = Identity(
        clock=container.clock,
        ids=container.ids,
        keys=Keys(settings.internal_token.get_secret_value()),
        rules=proving.rules(),
        bookings=StoredBookings,
        outbox=codes or (Outbox(told.codes) if told.mailer else None),
    )
    stopping = Event()
    offering = offering_on(container.clock, container.ids, appointing, told.announcing)
    scheduler = upkeep(container)
    if appointing.provider == "embedded":
        scheduler.every(
            appointing.offer_every_seconds,
            "appointments.offer_free_slots",
            lambda: offer_free_slots(container.database, offering),
        )
    told.schedule(scheduler, stopping)
    prove_people(scheduler, container.database, people, proving.events_kept)
    own = StaffSettings()
    working = Staff(container.clock, container.ids, own.rules(), passwords or Argon2Passwords())
    forget_staff(scheduler, container.database, working, own.audit_kept)
    handing = patience or HandoverSettings()
    handovers = handovers_on(container, handing, telling)
    watch_handovers(scheduler, handovers, handing.tick_seconds, handing.kept, Chats)
    provider = zms_on(container, appointing, zms, told) if appointing.provider == "zms" else None
    app = FastAPI(
        title="Duisburg Front Door: city API",
        version="1",
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lambda app: _lifespan(container, scheduler, stopping, provider, handovers),
    )
    app.state.container = container
    app.state.appointment_rules = appointing.rules()
    app.state.appointment_zms = provider
    app.state.announcing = told.announcing
    app.state.unsubscribe_links = told.links
    app.state.identity = people
    app.state.privacy_stores = lambda session: stores(session, handovers.desk(session))
    app.state.staff = working
    app.state.staff_tokens = TokenHolders(working, container.database)
    app.state.handovers = handovers
    install_error_handlers(app, container.texts)
    for router in ROUTERS:
        app.include_router(router, prefix="/api", dependencies=[Depends(noted)])
    _add_health(app, container, scheduler)
    return app


@asynccontextmanager
async def running(app: FastAPI) -> AsyncIterator[None]:
    """Run the lifespan of a backend that no server runs by itself."""
    async with app.router.lifespan_context(app):
        yield


@asynccontextmanager
async def _lifespan(
    container: Container,
    scheduler: Scheduler,
    stopping: Event,
    provider: ZmsProvider | None,
    handovers: Handovers,
) -> AsyncIterator[None]:
    await to_thread.run_sync(_prepare, container)
    if provider:
        await to_thread.run_sync(provider.check)
    scheduler.start()
    try:
        yield
    finally:
        stopping.set()
        await to_thread.run_sync(scheduler.stop)
        if handovers.courier:
            await to_thread.run_sync(handovers.courier.stop)
        if provider:
            provider.close()
        container.database.dispose()


def _prepare(container: Container) -> None:
    migrate(container.database.engine)
    with container.database.writing() as session:
        load_when_empty(session, container.settings.city_dir)


def _add_health(app: FastAPI, container: Container, scheduler: Scheduler) -> None:
    @app.get("/api/health", tags=["health"])
    def report() -> JSONResponse:
        """Whether database and jobs work; 503 when the database does not."""
        parts = health(container.database, scheduler)
        down = "down" in parts.values()
        body = {"status": "down" if down else "ok", "parts": parts}
        return JSONResponse(body, 503 if down else 200)
