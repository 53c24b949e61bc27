"""Loads the catalogue from files: when the database holds none yet, or when told to."""

from pathlib import Path

import structlog
from sqlalchemy.orm import Session

from backend.appointments.domain.ticks import EPOCH
from backend.appointments.files.reading import Files, Kind, read_folder
from backend.appointments.importing import Report, store
from backend.appointments.repository.catalogue import CatalogueRepository
from backend.kit.clock import Clock
from backend.kit.database import Database
from backend.kit.migrations import lock_start, migrate

log = structlog.get_logger(__name__)


def load_when_empty(session: Session, folder: Path) -> None:
    """Fill an empty catalogue from `services.yml`, `offices.yml` and `closures.yml`.

    Raises FilesRefused, a ValueError, when a file does not have the documented form.
    """
    lock_start(session.connection())
    if not CatalogueRepository(session).empty():
        return
    # Without a catalogue there are no appointments whose time would matter.
    report = store(session, read_folder(folder), EPOCH)
    log.info("catalogue_loaded", **report.counts)


def import_files(
    database: Database, clock: Clock, kind: Kind | None, path: Path, *, dry_run: bool
) -> Report:
    """Store one file, or with no `kind` a folder of them; `dry_run` only tells what would be.

    Raises FilesRefused, with nothing stored.
    """
    migrate(database.engine)
    if kind is None:
        files = read_folder(path)
    else:
        files = Files()
        files.read(kind, path)
    with database.writing() as session:
        lock_start(session.connection())
        report = store(session, files, clock.local())
        if dry_run:
            session.rollback()
    return report
