from backend.appointments.domain.catalogue import Item, Service, merged, total_minutes
from tests.unit.backend.appointments.domain.samples import office


def test_repeated_services_add_up() -> None:
    items = [Item("passport", 2), Item("identity_card", 1), Item("passport", 1)]
    assert merged(items) == (Item("passport", 3), Item("identity_card", 1))


def test_durations_add_up() -> None:
    services = {
        key: Service(key, minutes, "available", {})
        for key, minutes in (("passport", 15), ("document_pickup", 5))
    }
    assert total_minutes([Item("passport", 2), Item("document_pickup", 1)], services) == 35


def test_an_office_must_offer_all() -> None:
    assert office().offers(["passport"])
    assert not office().offers(["passport", "driving_licence"])
