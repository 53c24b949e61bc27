"""What ZMS offers where, in our keys; asked for once in a while."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import ProviderUnavailable
from backend.appointments.provider.zms import wire
from backend.appointments.provider.zms.mapping import Mapping as Keys
from backend.kit.clock import Clock

_FRESH = timedelta(minutes=10)


@dataclass(frozen=True)
class Offers:
    """Services by office key, and minutes by service key."""

    at: Mapping[str, frozenset[str]]
    minutes: Mapping[str, int]
    most: Mapping[str, int]
    services: Mapping[str, wire.Service]
    ids: Mapping[str, int]

    def combines(self, office: str, items: Sequence[Item]) -> bool:
        """Whether the office does all the items in one appointment."""
        wanted = [self.services[item.key] for item in items if item.key in self.services]
        number = self.ids[office]
        return all(
            a.combines_with(b.id, number) or b.combines_with(a.id, number)
            for i, a in enumerate(wanted)
            for b in wanted[i + 1 :]
        )


class Directory:
    """Keeps the offers; an old copy is better than none while ZMS does not answer."""

    def __init__(
        self, ask: Callable[[], wire.OfficesAndServices], keys: Keys, clock: Clock
    ) -> None:
        self._ask = ask
        self._keys = keys
        self._clock = clock
        self._lock = Lock()
        self._offers: Offers | None = None
        self._asked: datetime | None = None

    def offers(self) -> Offers:
        """The offers of the last minutes. Raises ProviderUnavailable when there never were any."""
        with self._lock:
            now = self._clock.now()
            if self._offers is None or self._asked is None or now - self._asked >= _FRESH:
                try:
                    self._offers, self._asked = read_offers(self._ask(), self._keys), now
                except ProviderUnavailable:
                    if self._offers is None:
                        raise
            return self._offers


def read_offers(answer: wire.OfficesAndServices, keys: Keys) -> Offers:
    """The part of an answer that has keys of ours."""
    office_keys = keys.office_keys()
    service_keys = {number: key for key, number in keys.services.items()}
    slot_minutes = {office.id: office.slot_minutes for office in answer.offices}
    at: dict[str, set[str]] = {}
    minutes: dict[str, int] = {}
    most: dict[str, int] = {}
    for relation in answer.relations:
        office, service = office_keys.get(relation.office), service_keys.get(relation.service)
        if office is None or service is None:
            continue
        at.setdefault(office, set()).add(service)
        length = (relation.slots or 0) * (slot_minutes.get(relation.office) or 0)
        if length:
            minutes[service] = max(length, minutes.get(service, 0))
        if relation.max_quantity:
            most[service] = max(relation.max_quantity, most.get(service, 0))
    services = {service_keys[each.id]: each for each in answer.services if each.id in service_keys}
    for key, each in services.items():
        if each.max_quantity and key not in most:
            most[key] = each.max_quantity
    offices = {key: frozenset(found) for key, found in at.items()}
    return Offers(offices, minutes, most, services, keys.offices)
