"""The parts of the ZMS adapter that live as long as the process, and a provider for a request."""

from pathlib import Path

from backend.appointments.closures import closure
from backend.appointments.domain.rules import Rules
from backend.appointments.provider.ports import Abilities, Provider
from backend.appointments.provider.zms.bookings import ZmsBookings
from backend.appointments.provider.zms.calendar import ZmsCalendar
from backend.appointments.provider.zms.catalogue import ZmsShelf
from backend.appointments.provider.zms.client import ZmsClient
from backend.appointments.provider.zms.directory import Directory
from backend.appointments.provider.zms.finding import Finding
from backend.appointments.provider.zms.mapping import read_mapping
from backend.appointments.provider.zms.records import AnnouncingOn, Records
from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.provider.zms.times import FreeTimes
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.appointments.service.announcing import Silent
from backend.appointments.service.catalogue import Catalogue
from backend.kit.clock import Clock
from backend.kit.database import Database
from backend.kit.ids import Ids

# The citizen API has no call for either.
ABILITIES = Abilities(moving=False, waiting_list=False)


class ZmsProvider:
    """Raises ValueError when an address or a proper mapping file is missing."""

    def __init__(
        self,
        settings: ZmsSettings,
        city_dir: Path,
        database: Database,
        clock: Clock,
        ids: Ids,
        rules: Rules,
        announcing: AnnouncingOn | None = None,
    ) -> None:
        if not settings.url:
            raise ValueError("APPOINTMENTS_PROVIDER=zms needs ZMS_URL")
        self._database = database
        self._clock = clock
        self._rules = rules
        self._preconfirm = settings.preconfirm
        self._file = settings.mapping_file or city_dir / "zms.yml"
        self._keys = read_mapping(self._file)
        self._client = ZmsClient(settings.url, settings.timeout_seconds)
        self._directory = Directory(self._client.offices_and_services, self._keys, clock)
        self._times = FreeTimes(self._client, clock)
        self._records = Records(database, clock, ids, announcing or (lambda session: Silent()))

    def check(self) -> None:
        """Raises ValueError when the mapping names services or offices that do not exist."""
        with self._database.reading() as session:
            catalogue = CatalogueRepository(session)
            unknown = self._keys.services.keys() - catalogue.services().keys()
            unknown |= self._keys.offices.keys() - catalogue.offices().keys()
        if unknown:
            raise ValueError(f"{self._file} names unknown keys: {sorted(unknown)}")

    def provider(self) -> Provider:
        """The ports for one request."""
        shelf = ZmsShelf(self._database, self._directory)
        catalogue = Catalogue(shelf, self._rules.max_items)
        finding = Finding(
            catalogue,
            self._directory,
            self._times,
            self._keys,
            self._clock,
            self._rules,
            closure,
        )
        calendar = ZmsCalendar(finding, self._client, self._records)
        bookings = ZmsBookings(calendar, self._client, self._records, self._clock, self._preconfirm)
        return Provider(ABILITIES, catalogue, calendar, bookings)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
