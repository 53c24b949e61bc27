"""Forms that the published schemas and the API's own tests show."""

from datetime import datetime, timedelta

import pytest

from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import EmailRequired, ProviderRefused, ProviderUnavailable
from backend.appointments.provider.zms import wire
from backend.appointments.provider.zms.directory import Directory, read_offers
from backend.appointments.provider.zms.mapping import Mapping
from backend.appointments.provider.zms.moments import moment_of, timestamp_of
from backend.appointments.provider.zms.refusals import Refusal
from backend.kit.clock import FixedClock

KEYS = Mapping({"mitte": 10546, "walsum": 10547}, {"passport": 1, "card": 2})
ANSWER = {
    "offices": [
        {"id": 10546, "name": "Mitte", "slotTimeInMinutes": 12, "scope": {"id": 58}},
        {"id": "10547", "name": None, "address": None, "scope": None},
        {"id": 99, "name": "not ours"},
    ],
    "services": [
        {"id": 1, "name": "Pass", "maxQuantity": 3, "combinable": {"2": [10546]}},
        {"id": 2, "name": "Ausweis", "maxQuantity": None, "combinable": []},
    ],
    "relations": [
        {"officeId": 10546, "serviceId": 1, "slots": 2},
        {"officeId": 10546, "serviceId": 2, "slots": None, "public": True, "maxQuantity": 4},
        {"officeId": "10547", "serviceId": "2", "slots": 1},
        {"officeId": 99, "serviceId": 1, "slots": 1},
        {"officeId": 10546, "serviceId": 77, "slots": 1},
    ],
}


def test_offers_in_our_keys() -> None:
    offers = read_offers(wire.OfficesAndServices.model_validate(ANSWER), KEYS)
    assert offers.at == {"mitte": {"passport", "card"}, "walsum": {"card"}}
    assert offers.minutes == {"passport": 24}
    assert offers.most == {"passport": 3, "card": 4}


@pytest.mark.parametrize("combinable", [{"2": [10546]}, {"1": {"2": [10546]}, "2": {"3": [7]}}])
def test_both_forms_of_combinable(combinable: dict[str, object]) -> None:
    service = wire.Service.model_validate({"id": 1, "combinable": combinable})
    assert service.combines_with(2, 10546)
    assert service.combines_with(1, 7)
    assert not service.combines_with(2, 7)
    assert not service.combines_with(4, 10546)


def test_one_way_of_combining_is_enough() -> None:
    offers = read_offers(wire.OfficesAndServices.model_validate(ANSWER), KEYS)
    both = [Item("card", 1), Item("passport", 2)]
    assert offers.combines("mitte", both)
    assert not offers.combines("walsum", both)
    assert offers.combines("walsum", both[:1])


def test_a_process_with_numbers_as_text_and_an_empty_scope() -> None:
    process = wire.Process.model_validate(
        {"processId": 101002, "timestamp": "32526616522", "authKey": "fb43", "scope": []}
    )
    assert (process.id, process.timestamp, process.scope) == (101002, 32526616522, None)


def test_days_without_offices() -> None:
    calendar = wire.AvailableCalendar.model_validate(
        {"availableDays": [{"offices": [{"officeId": "7", "appointments": None}]}, {}]}
    )
    assert calendar.days[0].offices[0].appointments == []
    assert calendar.days[1].offices == []


def test_unix_seconds_are_berlin_wall_clock_in_winter_and_summer() -> None:
    assert timestamp_of(datetime(2026, 3, 3, 10, 0)) == 1772528400
    assert timestamp_of(datetime(2026, 7, 1, 10, 0)) == 1782892800
    for moment in (datetime(2026, 3, 27, 8), datetime(2026, 3, 30, 8)):
        assert moment_of(timestamp_of(moment)) == moment


def test_the_first_reason_with_a_meaning_counts() -> None:
    assert isinstance(Refusal(["unheardOf", "invalidEmail"]).meaning(), EmailRequired)
    unknown = Refusal(["unheardOf", "other"]).meaning()
    assert isinstance(unknown, ProviderRefused)
    assert unknown.details == {"reason": "unheardOf"}


def test_the_directory_is_asked_again_after_a_while() -> None:
    clock, asked = FixedClock(datetime(2026, 3, 2, 9, 0)), []

    def ask() -> wire.OfficesAndServices:
        asked.append(clock.now())
        return wire.OfficesAndServices.model_validate(ANSWER)

    directory = Directory(ask, KEYS, clock)
    for step in (0, 5, 5, 9):
        clock.advance(timedelta(minutes=step))
        directory.offers()
    assert len(asked) == 2


def test_a_directory_never_answered_says_so() -> None:
    def ask() -> wire.OfficesAndServices:
        raise ProviderUnavailable

    with pytest.raises(ProviderUnavailable):
        Directory(ask, KEYS, FixedClock(datetime(2026, 3, 2))).offers()
