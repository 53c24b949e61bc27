"""``frontdoor import``: the city's services, offices and closures out of files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from backend.appointments.files.problems import FilesRefused
from backend.appointments.loading import import_files
from backend.kit.clock import clock_from
from backend.kit.database import Database
from backend.kit.settings import BackendSettings
from frontdoor.settings import FrontDoorSettings

What = Literal["services", "offices", "closures", "all"]


def import_city_data(what: What, path: Path, *, dry_run: bool) -> tuple[bool, list[str]]:
    """Store a file, or with "all" a folder; whether that worked, and what to tell the operator."""
    settings = FrontDoorSettings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    own = BackendSettings(data_dir=settings.data_dir, now=settings.now)
    kind = None if what == "all" else what
    with _opened(own) as database:
        try:
            report = import_files(database, clock_from(own.now), kind, path, dry_run=dry_run)
        except FilesRefused as refusal:
            return False, [*refusal.lines, f"Nothing was stored: {len(refusal.lines)} problems."]
    counts = ", ".join(f"{number} {name}" for name, number in report.counts.items())
    return True, [*report.notes, f"{'Would store' if dry_run else 'Stored'}: {counts}."]


@contextmanager
def _opened(settings: BackendSettings) -> Iterator[Database]:
    database = Database(settings.resolved_database_url)
    try:
        yield database
    finally:
        database.dispose()
