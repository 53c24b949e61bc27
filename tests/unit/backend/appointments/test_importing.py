"""Files of an operator: all of it or nothing, every fault with its line."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.appointments.files.problems import FilesRefused
from backend.appointments.files.reading import Kind
from backend.appointments.importing import Report
from backend.appointments.loading import import_files
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.kit.clock import FixedClock
from backend.kit.database import Database
from backend.kit.settings import REPOSITORY
from tests.unit.backend.support import MONDAY, Api, code_of

CITY = REPOSITORY / "data" / "city"
TEN = "2026-03-03T10:00"


@pytest.fixture
def database(tmp_path: Path, fresh_database: Path) -> Iterator[Database]:
    shutil.copy(fresh_database, tmp_path / "import.db")
    opened = Database(f"sqlite:///{tmp_path / 'import.db'}")
    yield opened
    opened.dispose()


def load(database: Database, kind: Kind | None, path: Path, dry_run: bool = False) -> Report:
    return import_files(database, FixedClock(MONDAY), kind, path, dry_run=dry_run)


def refused(database: Database, kind: Kind | None, path: Path) -> list[str]:
    with pytest.raises(FilesRefused) as refusal:
        load(database, kind, path)
    return [line.removeprefix(f"{path}:") for line in refusal.value.lines]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def offices_with(folder: Path, old: str, new: str) -> Path:
    text = (CITY / "offices.yml").read_text(encoding="utf-8")
    assert old in text
    return written(folder, "offices.yml", text.replace(old, new))


def test_the_same_again_changes_nothing(database: Database) -> None:
    with database.reading() as session:
        before = CatalogueRepository(session).offices()
    report = load(database, None, CITY)
    assert (report.counts["services"], report.counts["offices"], report.notes) == (14, 8, [])
    with database.reading() as session:
        assert CatalogueRepository(session).offices() == before


def test_all_faults_at_once_with_their_lines(database: Database, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "services.yml",
        "services:\n"
        "  - key: a\n"
        "    name: {de: A}\n"
        "    category: {de: K, en: C}\n"
        "    minutes: 0\n"
        "  - key: b\n"
        "    name: {de: B, en: B}\n"
        "    category: {de: K, en: C}\n"
        "    minutes: 5\n"
        "    alternatives: [nothing]\n"
        "  - key: b\n"
        "    name: {de: B, en: B}\n"
        "    category: {de: K, en: C}\n"
        "    minutes: 5\n"
        "    fee: 5\n",
    )
    assert refused(database, "services", path) == [
        "3: name.en: Field required",
        "5: minutes: Input should be greater than 0",
        "6: there is no service nothing",
        "15: fee: Extra inputs are not permitted",
    ]
    with database.reading() as session:
        assert "a" not in CatalogueRepository(session).services()


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("services: [", 1, "no valid YAML"),
        ("", 0, "the file is empty"),
        ("offices: []", 1, "a list services: is missing"),
        ("services:\n- x\n", 2, "an entry consists of names and values"),
        ("services: []\nservices: []\n", 2, "services is given twice"),
    ],
)
def test_files_that_are_none(
    database: Database, tmp_path: Path, text: str, line: int, what: str
) -> None:
    path = written(tmp_path, "services.yml", text)
    lines = refused(database, "services", path)
    assert any(what in each and (not line or each.startswith(f"{line}:")) for each in lines), lines


@pytest.mark.parametrize(
    ("hours", "what"),
    [
        ('["16:00-08:00"]', "ends before it begins"),
        ('["8-16"]', "is not of the form 08:00-12:00"),
        ('["08:00-12:00", "11:00-16:00"]', "overlap"),
        ("08:00-12:00", "are a list"),
    ],
)
def test_opening_hours_are_checked(
    database: Database, tmp_path: Path, hours: str, what: str
) -> None:
    path = offices_with(tmp_path, 'mon: ["08:00-16:00"]', f"mon: {hours}")
    assert any(what in line for line in refused(database, "offices", path))


def test_a_counter_has_hours_and_services_of_its_own(api: Api, tmp_path: Path) -> None:
    rules = '[{}, {hours: {tue: ["11:00-12:00"]}, services: [passport]}]'
    database = api.app.state.container.database
    load(database, "offices", offices_with(tmp_path, "counters: 2", f"counters: {rules}"))
    offices = api.get("/api/appointments/offices").json()["offices"]
    assert offices[0]["counters"] == 2
    assert [api.hold(TEN).status_code for _ in range(2)] == [201, 409]
    eleven = "2026-03-03T11:00"
    certified = (("certification", 1),)
    held = [api.hold(eleven, services=certified).status_code for _ in range(2)]
    assert held == [201, 409]
    assert [api.hold(eleven).status_code for _ in range(2)] == [201, 409]


def test_a_counter_cannot_give_what_its_office_does_not(database: Database, tmp_path: Path) -> None:
    path = offices_with(tmp_path, "counters: 2", "counters: [{services: [driving_licence]}]")
    assert any("counter 1 gives services" in line for line in refused(database, "offices", path))


def test_booked_counters_and_offices_are_not_lost(api: Api, tmp_path: Path) -> None:
    database = api.app.state.container.database
    codes = [api.book(TEN) for _ in range(2)]
    one = offices_with(tmp_path, "counters: 2", "counters: 1")
    assert any("beyond 1 would go" in line for line in refused(database, "offices", one))
    none = written(tmp_path, "none.yml", "offices: []\n")
    assert any("the office walsum would go" in line for line in refused(database, "offices", none))
    for code in codes:
        api.post(f"/api/appointments/{code}/cancel")
    load(database, "offices", one)
    assert [api.hold(TEN).status_code for _ in range(2)] == [201, 409]
    load(database, "offices", none)
    assert code_of(api.hold(TEN)) == "unknown_office"
    assert api.get(f"/api/appointments/{codes[0]}/calendar.ics").status_code == 200


def test_shorter_hours_say_what_stays(api: Api, tmp_path: Path) -> None:
    database = api.app.state.container.database
    code = api.book("2026-03-03T15:00")
    path = offices_with(tmp_path, 'tue: ["08:00-16:00"]', 'tue: ["08:00-12:00"]')
    report = load(database, "offices", path)
    assert report.notes == [
        "walsum: 1 future appointments lie outside its hours or services and stay; "
        "move or cancel them"
    ]
    assert api.get(f"/api/appointments/{code}").json()["status"] == "confirmed"


def test_a_service_that_is_gone_is_offered_no_more(api: Api, tmp_path: Path) -> None:
    code = api.book(TEN)
    text = (CITY / "services.yml").read_text(encoding="utf-8")
    cut = text[: text.index("  - key: passport")] + text[text.index("  - key: child_passport") :]
    cut = cut.replace("alternatives: [passport, identity_card]", "alternatives: [identity_card]")
    database = api.app.state.container.database
    report = load(database, "services", written(tmp_path, "services.yml", cut))
    assert "service passport is not in the file: no longer offered" in report.notes
    assert code_of(api.hold(TEN)) == "service_discontinued"
    assert api.get(f"/api/appointments/{code}/calendar.ics").status_code == 200


def test_closures_from_a_table(api: Api, tmp_path: Path) -> None:
    database = api.app.state.container.database
    table = "office;from;until;reason_de;reason_en\n"
    path = written(
        tmp_path,
        "c.csv",
        f"{table}walsum;2026-03-03;2026-03-03;Umzug;moving\n;2026-03-04;2026-03-05T10:00;;\n",
    )
    for _ in range(2):
        assert load(database, "closures", path).counts == {"closures": 2}
    known = api.get("/api/appointments/staff/closures", internal=True).json()["closures"]
    assert [(each["office"], each["until"]) for each in known] == [
        ("walsum", "2026-03-04T00:00"),
        (None, "2026-03-05T10:00"),
    ]
    assert code_of(api.hold(TEN)) == "office_closed"
    faults = (
        f"{table}nowhere;2026-03-03;2026-03-03;;\nwalsum;3.3.;2026-03-03;;\nwalsum;2026-03-03\n"
    )
    lines = refused(database, "closures", written(tmp_path, "d.csv", faults))
    assert [line.split(":")[0] for line in lines] == ["2", "3", "4"]


def test_services_from_a_table(database: Database, tmp_path: Path) -> None:
    head = "key,name_de,name_en,category_de,category_en,minutes,fee,documents_de,documents_en\n"
    rows = 'passport,Pass,Passport,K,C,20,"70,00",Foto|alter Pass,photo|old passport\n'
    path = written(tmp_path, "services.csv", head + rows)
    load(database, "services", path)
    with database.reading() as session:
        service = CatalogueRepository(session).services()["passport"]
    assert (service.minutes, service.facts["fees"][0]["cents"]) == (20, 7000)
    assert service.facts["documents"][1] == {"de": "alter Pass", "en": "old passport"}


def test_a_dry_run_stores_nothing(database: Database, tmp_path: Path) -> None:
    path = offices_with(tmp_path, "counters: 2", "counters: 9")
    assert load(database, "offices", path, dry_run=True).counts == {"offices": 8}
    with database.reading() as session:
        assert len(CatalogueRepository(session).offices()["walsum"].counters) == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80) | st.binary(max_size=40).map(lambda raw: raw.decode("latin-1")))
def test_no_file_breaks_the_import(tmp_path: Path, database: Database, text: str) -> None:
    for kind, name in (("services", "x.yml"), ("closures", "x.csv"), ("offices", "x.yml")):
        path = written(tmp_path, name, text)
        with suppress(FilesRefused):
            load(database, kind, path, dry_run=True)  # type: ignore[arg-type]
