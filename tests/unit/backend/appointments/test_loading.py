"""The city's sample files, and what is refused."""

from pathlib import Path

import pytest

from backend.appointments.files.reading import read_folder
from backend.appointments.files.shapes import OfficeShape, ServiceShape
from backend.appointments.loading import load_when_empty
from backend.kit.database import Database
from backend.kit.migrations import migrate
from backend.kit.settings import REPOSITORY
from language.places import quarters

CITY = REPOSITORY / "data" / "city"


def services_of(folder: Path) -> dict[str, ServiceShape]:
    listed = read_folder(folder).services
    assert listed
    return {each.key: each for _, each in listed.entries}


def offices_of(folder: Path) -> dict[str, OfficeShape]:
    listed = read_folder(folder).offices
    assert listed
    return {each.key: each for _, each in listed.entries}


def test_the_services() -> None:
    services = services_of(CITY)
    assert len(services) == 14
    assert all(each.sample for each in services.values())
    assert services["identity_card"].fees[1].cents == 2760
    assert services["child_passport"].status == "discontinued"
    assert set(services["child_passport"].alternatives) <= services.keys()


def test_the_offices() -> None:
    offices = offices_of(CITY)
    counters = {key: each.counters for key, each in offices.items()}
    assert counters == {
        "walsum": 2,
        "hamborn": 3,
        "meiderich_beeck": 3,
        "homberg_ruhrort_baerl": 2,
        "mitte": 6,
        "rheinhausen": 3,
        "sued": 3,
        "strassenverkehrsamt": 5,
    }
    offered = {key for each in offices.values() for key in each.services}
    services = services_of(CITY).keys()
    assert offered == services - {"child_passport"}
    hours = offices["strassenverkehrsamt"].facts().hours["thu"]
    assert [r.start for r in hours] == ["07:30", "14:00"]
    assert {each.district for each in offices.values()} == set(quarters().values())


def test_every_quarter_has_the_office_of_its_district() -> None:
    offices = offices_of(CITY).keys()
    assert len(quarters()) == 46
    assert len(set(quarters().values())) == 7
    assert set(quarters().values()) <= offices


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    migrate(database.engine)
    return database


def test_only_an_empty_catalogue_is_filled(database: Database) -> None:
    for _ in range(2):
        with database.writing() as session:
            load_when_empty(session, CITY)
    with database.writing() as session:
        load_when_empty(session, Path("/nowhere"))


def test_an_office_with_an_unknown_service_is_refused(database: Database, tmp_path: Path) -> None:
    (tmp_path / "services.yml").write_text("sample: true\nservices: []\n")
    (tmp_path / "offices.yml").write_bytes((CITY / "offices.yml").read_bytes())
    with (
        pytest.raises(ValueError, match="there is no service identity_card"),
        database.writing() as session,
    ):
        load_when_empty(session, tmp_path)
