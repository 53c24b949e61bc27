"""The two providers, each on a database, and who was told what."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from backend.appointments.domain.appointment import Appointment, Contact
from backend.appointments.domain.rules import Rules
from backend.appointments.provider.embedded import embedded
from backend.appointments.provider.ports import Provider
from backend.appointments.provider.zms.provider import ZmsProvider
from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.service.announcing import Event, Offer
from backend.appointments.wiring import compose
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.ids import RandomIds
from tests.servers.zms import ZmsServer
from tests.servers.zms_city import CITY, ZmsCity

RULES = Rules()
# Long, so that a busy machine is no failing system; tests of slow ones take the short one.
TIMEOUT_SECONDS = 20.0
SHORT_SECONDS = 1.0


@dataclass
class Told:
    """Notes what is announced."""

    events: list[tuple[Event, str | None]] = field(default_factory=list)

    def tell(self, event: Event, appointment: Appointment, contact: Contact) -> None:
        self.events.append((event, appointment.code))

    def offer(self, offer: Offer, contact: Contact) -> None:
        raise AssertionError


class World:
    """A provider, the clock it goes by and, with ZMS, what stands there."""

    def __init__(self, database: Database, clock: FixedClock, zms: ZmsServer | None) -> None:
        self.database = database
        self.clock = clock
        self.told = Told()
        self._server = zms
        self.zms = self.zms_provider() if zms else None

    @property
    def city(self) -> ZmsCity:
        assert self._server
        return self._server.city

    def zms_provider(self, **changes: object) -> ZmsProvider:
        """Another process with the same database and ZMS."""
        assert self._server
        settings = ZmsSettings(url=self._server.url, timeout_seconds=TIMEOUT_SECONDS)
        return ZmsProvider(
            settings.model_copy(update=changes),
            CITY,
            self.database,
            self.clock,
            RandomIds(),
            RULES,
            lambda session: self.told,
        )

    @contextmanager
    def open(self) -> Iterator[Provider]:
        """The ports of one request, in a transaction where the provider wants one."""
        if self.zms:
            yield self.zms.provider()
            return
        with self.database.writing() as session:
            engine = compose(session, self.clock, RandomIds(), RULES, self.told)
            yield embedded(engine.catalogue, engine.search, engine.booking)
