"""What stands in a front door's database, read only."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_BOOKINGS = """
    SELECT a.code, a.office, a.start, a.services, a.status, c.name, c.email, c.phone
    FROM appointments a JOIN appointment_contacts c ON c.appointment_id = a.id
    WHERE c.conversation_id = ? ORDER BY a.id
"""
_MESSAGES = """
    SELECT seq, role, message_id, text, in_reply_to FROM messages
    WHERE conversation_id = ? ORDER BY seq
"""


@dataclass(frozen=True)
class Booking:
    """An appointment somebody has confirmed; ``start`` is "YYYY-MM-DDTHH:MM"."""

    code: str
    office: str
    start: str
    services: dict[str, int]
    status: str
    name: str
    contact: str


@dataclass(frozen=True)
class Message:
    """A stored message of any side."""

    seq: int
    role: str
    message_id: str | None
    text: str
    in_reply_to: int | None


class Records:
    """``path`` is the SQLite file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def bookings(self, conversation_id: str) -> list[Booking]:
        """The appointments booked in a conversation, in order."""
        return [_booking(*row) for row in self._rows(_BOOKINGS, conversation_id)]

    def status(self, code: str) -> str:
        """The state of an appointment."""
        [(status,)] = self._rows("SELECT status FROM appointments WHERE code = ?", code)
        return str(status)

    def place(self, code: str) -> tuple[str, str]:
        """The office and the start ("YYYY-MM-DDTHH:MM") of an appointment."""
        query = "SELECT office, start FROM appointments WHERE code = ?"
        [(office, start)] = self._rows(query, code)
        return str(office), str(start).replace(" ", "T")[:16]

    def open_holds(self) -> int:
        """How many slots are held without being booked."""
        [(count,)] = self._rows("SELECT count(*) FROM appointments WHERE status = ?", "held")
        return int(str(count))

    def messages(self, conversation_id: str) -> list[Message]:
        """A conversation's messages, in order."""
        return [Message(*row) for row in self._rows(_MESSAGES, conversation_id)]

    def _rows(self, query: str, value: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as database:
            return database.execute(query, (value,)).fetchall()


def _booking(
    code: str, office: str, start: str, services: str, status: str, name: str, *contact: str | None
) -> Booking:
    return Booking(
        code=code,
        office=office,
        start=start.replace(" ", "T")[:16],
        services=dict(json.loads(services)),
        status=status,
        name=name,
        contact=next(entry for entry in contact if entry),
    )
