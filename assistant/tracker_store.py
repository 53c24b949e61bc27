"""Where the engine remembers conversations."""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain


@dataclass(frozen=True)
class LastTurn:
    """The newest message of a conversation and what was answered."""

    message_id: str
    language: str
    intent: str
    confidence: float
    replies: list[dict[str, Any]]


class CityTrackerStore(SQLTrackerStore):  # type: ignore[misc]
    """Rasa's SQL store that can also forget, on SQLite with a write-ahead log.

    Each process that writes has an SQLite file of its own; this one is the engine's.
    """

    def __init__(
        self, domain: Domain | None = None, event_broker: EventBroker | None = None, **settings: Any
    ) -> None:
        settings.pop("host", None)
        super().__init__(domain=domain, event_broker=event_broker, **settings)
        if self.engine.dialect.name == "sqlite":
            self._keep_connection()

    def _keep_connection(self) -> None:
        """One connection that stays open: closing the last one ends the write-ahead log,
        which costs several disk flushes a turn. The engine runs turns on one thread."""
        old: Any = self.engine
        url = old.url
        old.dispose()
        self.engine: Any = sa.create_engine(
            url, poolclass=sa.pool.StaticPool, connect_args={"check_same_thread": False}
        )
        sa.event.listen(self.engine, "connect", _prepare_sqlite)
        self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)

    def last_turn(self, sender_id: str) -> LastTurn | None:
        """The newest turn of ``sender_id``, whatever session it lies in."""
        event = self.SQLEvent
        with self.session_scope() as session:
            mine = session.query(event).filter(event.sender_id == sender_id)
            message = mine.filter(event.type_name == "user").order_by(event.id.desc()).first()
            if message is None:
                return None
            said = mine.filter(event.type_name == "bot", event.id > message.id).order_by(event.id)
            replies = [json.loads(row.data) for row in said]
        return _read_turn(json.loads(message.data), replies)

    async def delete(self, sender_id: str) -> None:
        """Erase every event of the conversation ``sender_id``, all sessions."""
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter(self.SQLEvent.sender_id == sender_id).delete()
            session.commit()


def _read_turn(message: dict[str, Any], replies: list[dict[str, Any]]) -> LastTurn:
    parsed = message["parse_data"]
    languages = [e["value"] for e in parsed["entities"] if e["entity"] == "language"]
    return LastTurn(
        message_id=message["message_id"],
        language=languages[0] if languages else "de",
        intent=parsed["intent"]["name"],
        confidence=parsed["intent"]["confidence"],
        replies=[_reply(bot) for bot in replies],
    )


def _reply(bot: dict[str, Any]) -> dict[str, Any]:
    data = bot.get("data") or {}
    fields = {"text": bot.get("text"), "buttons": data.get("buttons"), "custom": data.get("custom")}
    return {key: value for key, value in fields.items() if value}


def _prepare_sqlite(connection: Any, _: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")
