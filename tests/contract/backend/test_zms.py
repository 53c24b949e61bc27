"""What can go wrong with a city's own system, and what it alone decides."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from backend.appointments.domain.appointment import Contact, Status
from backend.appointments.domain.catalogue import Item
from backend.appointments.errors import (
    CaptchaWanted,
    EmailRequired,
    ProviderRefused,
    ProviderUnavailable,
    SlotTaken,
    TooManyAtProvider,
    TooManyItems,
)
from backend.appointments.jobs import release_expired
from backend.appointments.models import counters
from backend.appointments.provider.ports import Provider, Question
from backend.appointments.service.announcing import Event
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.errors import ServiceError
from tests.contract.backend.providers import SHORT_SECONDS, World
from tests.servers.zms import zms_server

PASSPORT = (Item("passport", 1),)
TEN = datetime(2026, 3, 3, 10, 0)
ERIKA = Contact("Erika Mustermann", "erika@example.org", "0203 2830", "de", None, None)
AT_TEN = Question(PASSPORT, ["walsum"], TEN, TEN)


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'zms.db'}"


@pytest.fixture
def world(database: Database, clock: FixedClock) -> Iterator[World]:
    with zms_server(clock) as server:
        made = World(database, clock, server)
        yield made
        assert made.zms
        made.zms.close()


@pytest.fixture
def provider(world: World) -> Provider:
    """With the directory known, as after the first request of a day."""
    assert world.zms
    made = world.zms.provider()
    made.catalogue.offices()
    return made


@pytest.fixture
def impatient(world: World) -> Iterator[Provider]:
    """The same, with a short time-out."""
    zms = world.zms_provider(timeout_seconds=SHORT_SECONDS)
    made = zms.provider()
    made.catalogue.offices()
    yield made
    zms.close()


def booked(provider: Provider) -> str:
    held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    return provider.bookings.confirm(held.hold_id, ERIKA).code or ""


@pytest.mark.parametrize("fault", ["slow", "html", "malformed", "foreign", "internalError"])
def test_no_proper_answer_is_told_and_changes_nothing(
    world: World, provider: Provider, impatient: Provider, fault: str
) -> None:
    code = booked(provider)
    held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    told = list(world.told.events)
    world.city.faults["*"] = fault
    began = time.monotonic()
    for call in (
        lambda: impatient.calendar.find(AT_TEN),
        lambda: impatient.calendar.hold(PASSPORT, "walsum", TEN, None),
        lambda: impatient.bookings.confirm(held.hold_id, ERIKA),
        lambda: impatient.bookings.look_up(code),
        lambda: impatient.bookings.cancel(code),
    ):
        with pytest.raises(ProviderUnavailable):
            call()
    assert time.monotonic() - began < 5 * SHORT_SECONDS + 2
    world.city.faults.clear()
    assert provider.bookings.look_up(code).status is Status.CONFIRMED
    assert world.told.events == told
    assert provider.bookings.confirm(held.hold_id, ERIKA).status is Status.CONFIRMED


def test_nobody_listens(database: Database, clock: FixedClock) -> None:
    with zms_server(clock) as server:
        world = World(database, clock, server)
    assert world.zms
    with pytest.raises(ProviderUnavailable):
        world.zms.provider().calendar.find(AT_TEN)


@pytest.mark.parametrize(
    "route", ["update-appointment", "preconfirm-appointment", "confirm-appointment"]
)
def test_a_lost_answer_on_the_way_to_an_appointment_costs_nothing(
    world: World, provider: Provider, route: str
) -> None:
    held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    world.city.faults[route] = "lost"
    with pytest.raises(ProviderUnavailable):
        provider.bookings.confirm(held.hold_id, ERIKA)
    world.city.faults.clear()
    made = provider.bookings.confirm(held.hold_id, ERIKA)
    assert made.status is Status.CONFIRMED
    assert world.told.events == [(Event.BOOKED, made.code)]
    assert len(world.city.processes) == len(world.city.confirmed()) == 1


def test_a_lost_answer_to_a_cancellation(world: World, provider: Provider) -> None:
    code = booked(provider)
    world.city.faults["cancel-appointment"] = "lost"
    with pytest.raises(ProviderUnavailable):
        provider.bookings.cancel(code)
    world.city.faults.clear()
    assert provider.bookings.cancel(code).status is Status.CANCELLED
    assert world.told.events[1:] == [(Event.CANCELLED, code)]


def test_a_hold_that_cannot_be_given_back_is_given_up_all_the_same(
    world: World, provider: Provider, clock: FixedClock
) -> None:
    held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    world.city.faults["cancel-appointment"] = "html"
    provider.calendar.release(held.hold_id)
    assert not provider.calendar.find(AT_TEN).found.slots
    clock.advance(timedelta(minutes=11))
    assert provider.calendar.find(AT_TEN).found.slots


def test_the_person_arrives_as_wanted_there(world: World, provider: Provider) -> None:
    booked(provider)
    (process,) = world.city.confirmed()
    assert process.person == {
        "familyName": "Erika Mustermann",
        "email": "erika@example.org",
        "telephone": "+492032830",
    }
    assert world.city.requests.count("preconfirm-appointment") == 1


def test_without_the_step_preconfirmed(world: World) -> None:
    zms = world.zms_provider(preconfirm=False)
    assert booked(zms.provider())
    assert "preconfirm-appointment" not in world.city.requests
    zms.close()


@pytest.mark.parametrize(
    ("refusal", "error"),
    [
        ("tooManyAppointmentsWithSameMail", TooManyAtProvider),
        ("invalidEmail", EmailRequired),
        ("rateLimitExceeded", ProviderUnavailable),
        ("captchaMissing", CaptchaWanted),
        ("authKeyMismatch", ProviderRefused),
    ],
)
def test_refusals_have_classes_and_leave_the_hold(
    world: World, provider: Provider, refusal: str, error: type[ServiceError]
) -> None:
    held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    world.city.faults["update-appointment"] = refusal
    with pytest.raises(error):
        provider.bookings.confirm(held.hold_id, ERIKA)
    world.city.faults.clear()
    assert provider.bookings.confirm(held.hold_id, ERIKA).status is Status.CONFIRMED


def test_limits_of_the_system_itself(world: World, provider: Provider) -> None:
    world.city.per_mail, world.city.email_required = 1, True
    booked(provider)
    held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    with pytest.raises(TooManyAtProvider):
        provider.bookings.confirm(held.hold_id, ERIKA)
    nobody = Contact("Erika Mustermann", None, "0203 2830", "de", None, None)
    with pytest.raises(EmailRequired):
        provider.bookings.confirm(held.hold_id, nobody)
    with pytest.raises(TooManyItems) as refused:
        provider.calendar.find(Question((Item("passport", 6),)))
    assert refused.value.details["max"] == 5


@pytest.mark.parametrize("refusal", ["noAppointmentForThisScope", "appointmentNotAvailable"])
def test_nothing_free_is_no_failure(world: World, provider: Provider, refusal: str) -> None:
    world.city.faults["available-calendar"] = refusal
    found = provider.calendar.find(AT_TEN).found
    assert (list(found.slots), found.reason, list(found.next)) == ([], "full", [])
    world.city.faults["reserve-appointment"] = refusal
    with pytest.raises(SlotTaken):
        provider.calendar.hold(PASSPORT, "walsum", TEN, None)


def test_what_the_office_changed_is_noticed_and_told_once(world: World, provider: Provider) -> None:
    code = booked(provider)
    (process,) = world.city.confirmed()
    world.city.move(process, TEN + timedelta(hours=1))
    for _ in range(2):
        moved = provider.bookings.look_up(code)
        assert (moved.start, moved.sequence) == (TEN + timedelta(hours=1), 1)
    process.status = "deleted"
    for _ in range(2):
        assert provider.bookings.look_up(code).status is Status.CANCELLED
    assert world.told.events[1:] == [
        (Event.MOVED_BY_OFFICE, code),
        (Event.CANCELLED_BY_OFFICE, code),
    ]


def test_an_expired_hold_confirmed_by_several_at_once_is_one_appointment(
    world: World, provider: Provider, clock: FixedClock
) -> None:
    held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
    clock.advance(timedelta(minutes=11))
    with ThreadPoolExecutor(4) as crowd:
        made = list(
            crowd.map(lambda _: provider.bookings.confirm(held.hold_id, ERIKA).code, range(4))
        )
    assert len(set(made)) == 1
    assert len(world.city.confirmed()) == 1


def test_a_slow_system_keeps_nobody_from_the_database(world: World, impatient: Provider) -> None:
    world.city.faults["reserve-appointment"] = "slow"

    def attempt() -> None:
        with pytest.raises(ProviderUnavailable):
            impatient.calendar.hold(PASSPORT, "walsum", TEN, None)

    waiting = threading.Thread(target=attempt)
    waiting.start()
    time.sleep(SHORT_SECONDS / 4)
    began = time.monotonic()
    release_expired(world.database, world.clock)
    assert time.monotonic() - began < SHORT_SECONDS / 2
    assert waiting.is_alive()
    waiting.join()


def test_neither_names_nor_keys_are_logged(world: World, provider: Provider) -> None:
    with capture_logs() as logs:
        held = provider.calendar.hold(PASSPORT, "walsum", TEN, None)
        for fault in ("invalidEmail", "malformed", "foreign", "html"):
            world.city.faults["update-appointment"] = fault
            with pytest.raises(ServiceError):
                provider.bookings.confirm(held.hold_id, ERIKA)
    (process,) = world.city.processes.values()
    assert len(logs) == 4
    written = str([{**line, "event": line["event"]} for line in logs])
    for secret in ("Erika", "erika@", "2830", process.auth_key, str(process.id)):
        assert secret not in written


def test_one_turn_asks_once(world: World, provider: Provider) -> None:
    for _ in range(5):
        provider.calendar.find(AT_TEN)
        provider.catalogue.services()
    assert world.city.requests == ["offices-and-services", "available-calendar"]


def test_the_directory_outlives_an_outage(
    world: World, provider: Provider, clock: FixedClock
) -> None:
    world.city.faults["*"] = "html"
    clock.advance(timedelta(hours=1))
    assert provider.catalogue.office("walsum").offers(["passport"])
    assert world.city.requests[-1] == "offices-and-services"


def test_what_our_files_say_of_counters_does_not_count(world: World, clock: FixedClock) -> None:
    with world.database.writing() as session:
        session.execute(update(counters).values(services=["certification"]))
    assert world.zms
    assert world.zms.provider().calendar.find(AT_TEN).found.slots
    world.city.faults["available-calendar"] = "noAppointmentForThisScope"
    clock.advance(timedelta(minutes=1))
    assert world.zms.provider().calendar.find(AT_TEN).found.reason == "full"


def test_releases_with_the_older_names_are_understood(world: World, provider: Provider) -> None:
    world.city.older_names = True
    assert provider.calendar.find(AT_TEN).found.slots


def test_a_mapping_of_what_does_not_exist(world: World, tmp_path: Path) -> None:
    file = tmp_path / "zms.yml"
    file.write_text("offices: {atlantis: 1}\nservices: {passport: 2}\n")
    zms = world.zms_provider(mapping_file=file)
    with pytest.raises(ValueError, match="atlantis"):
        zms.check()
    zms.close()
