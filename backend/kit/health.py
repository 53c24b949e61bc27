"""Whether the backend can do its work."""

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from backend.kit.database import Database
from backend.kit.scheduler import Scheduler


def health(database: Database, scheduler: Scheduler) -> dict[str, str]:
    """State per part: `ok`, `down`, or `off` for a scheduler that was not started."""
    try:
        with database.reading() as session:
            session.execute(text("SELECT 1"))
        state = "ok"
    except SQLAlchemyError:
        state = "down"
    return {"database": state, "scheduler": "ok" if scheduler.running else "off"}
