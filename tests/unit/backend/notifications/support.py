"""The notifications service on a database, with fakes for the world."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import SecretStr
from sqlalchemy import select

from backend.appointments.domain.appointment import Appointment, Contact, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.service.announcing import Event
from backend.kit.clock import FixedClock
from backend.kit.container import Container
from backend.kit.database import Database
from backend.kit.ids import RandomIds
from backend.kit.settings import BackendSettings
from backend.kit.texts import load_texts
from backend.kit.throttle import MemoryThrottle
from backend.notifications.domain import Draft, Way
from backend.notifications.models import notices
from backend.notifications.service.outbox import Outbox
from backend.notifications.service.sending import Send, Sending
from backend.notifications.settings import MailSettings, NotificationSettings
from backend.notifications.unsubscribing import UnsubscribeLinks
from backend.notifications.wiring import Notifications
from backend.services import TEXT_FILES
from tests.fakes.notices import FakeDelivery, FakeMailer

ERIKA = "erika@example.org"
CONTACT = Contact("Erika Mustermann", ERIKA, None, "de", "website", "c-1")
PUBLIC_URL = "https://assistant.example.org"


def appointment(**values: Any) -> Appointment:
    """Wednesday, 4 March 2026, 10:00 in Walsum for two passports."""
    booked = Appointment(
        id=7,
        hold_id="hold-7",
        code="K7MP-3WQX",
        status=Status.CONFIRMED,
        office="walsum",
        start=datetime(2026, 3, 4, 10, 0),
        minutes=30,
        services=(Item("passport", 2),),
        expires_at=datetime(2026, 3, 2, 8, 10, tzinfo=UTC),
        sequence=0,
        changed_at=datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
    )
    return replace(booked, **values)


def draft(**values: Any) -> Draft:
    """A notice to Erika that is due on Monday, 2 March 2026, at 9:00 in Duisburg."""
    given: dict[str, Any] = {
        "kind": "test.plain",
        "about": "test:1",
        "way": Way.EMAIL,
        "recipient": ERIKA,
        "language": "de",
        "due_at": datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
        "facts": {},
    }
    return Draft(**given | values)


@dataclass
class House:
    """The service with everything at hand."""

    database: Database
    clock: FixedClock
    mailer: FakeMailer = field(default_factory=FakeMailer)
    delivery: FakeDelivery = field(default_factory=FakeDelivery)
    settings: NotificationSettings = field(default_factory=NotificationSettings)
    movable: bool = True

    @property
    def service(self) -> Notifications:
        kit = BackendSettings(public_url=PUBLIC_URL, links_key=SecretStr("k"))
        container = Container(
            settings=kit,
            clock=self.clock,
            ids=RandomIds(),
            database=self.database,
            texts=load_texts(TEXT_FILES),
            lookups=MemoryThrottle(30),
        )
        return Notifications(
            container=container,
            settings=self.settings,
            mail=MailSettings(sender="Stadt <termine@example.org>"),
            mailer=self.mailer,
            chat=self.delivery,
            links=UnsubscribeLinks("k", PUBLIC_URL),
            movable=self.movable,
        )

    def tell(self, event: Event, told: Appointment, contact: Contact = CONTACT) -> None:
        with self.database.writing() as session:
            self.service.announcing(session).tell(event, told, contact)

    def put(self, *drafts: Draft) -> None:
        with self.database.writing() as session:
            outbox = Outbox.on(session, self.clock, RandomIds())
            for each in drafts:
                outbox.put(each)

    def worker(self, way: Way = Way.EMAIL, send: Send | None = None) -> Sending:
        return self.service.sending(way, send or self.service.senders()[way])

    def send(self, way: Way = Way.EMAIL) -> int:
        return self.worker(way).drain()

    def rows(self, *columns: str) -> list[tuple[Any, ...]]:
        query = select(*(notices.c[name] for name in columns)).order_by(notices.c.id)
        with self.database.reading() as session:
            return [tuple(row) for row in session.execute(query)]

    def later(self, **step: float) -> None:
        self.clock.advance(timedelta(**step))
