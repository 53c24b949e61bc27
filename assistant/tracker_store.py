"""Where the engine remembers conversations."""

import json
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from language.wishes import MOST_CLAUSES

_TOLD = ("message_id", "language", "intent", "confidence", "replies")
# On a tracker: how many of its events are in the store.
_STORED = "stored_events"
_SESSION = sa.text(
    "SELECT max(id) FROM events WHERE sender_id = :sender AND type_name = 'session_started'"
)
_SINCE = sa.text("SELECT data FROM events WHERE sender_id = :sender AND id >= :begun ORDER BY id")
_ALL = sa.text("SELECT data FROM events WHERE sender_id = :sender ORDER BY id")
_MESSAGES = sa.text(
    "SELECT id, data FROM events WHERE sender_id = :sender AND type_name = 'user'"
    " ORDER BY id DESC LIMIT :most"
)
_SAID = sa.text(
    "SELECT data FROM events WHERE sender_id = :sender AND id > :after AND type_name = 'bot'"
    " ORDER BY id"
)
_INSERT = sa.text(
    "INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name, data)"
    " VALUES (:sender, :type, :timestamp, :intent, :action, :data)"
)
_DELETE = sa.text("DELETE FROM events WHERE sender_id = :sender")


@dataclass(frozen=True)
class LastTurn:
    """The newest message of a conversation and what was answered.

    A message with several wishes is run once for each; ``parts`` were so far, and
    ``complete`` tells whether that is all.
    """

    message_id: str
    language: str
    intent: str
    confidence: float
    replies: list[dict[str, Any]]
    parts: int = 1
    complete: bool = True

    def as_json(self) -> dict[str, Any]:
        """What the front door is told."""
        return {name: getattr(self, name) for name in _TOLD}


class CityTrackerStore(SQLTrackerStore):  # type: ignore[misc]
    """Rasa's SQL store that can also forget, on SQLite with a write-ahead log.

    Its tables are Rasa's. Statements are prepared once, and a turn needs no count of what
    is stored already: Rasa's own way takes four times as long.

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

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append the events that are new since the tracker was retrieved."""
        await self.stream_events(tracker)
        events = list(tracker.events)
        with self.engine.begin() as connection:
            known = getattr(tracker, _STORED, None)
            if known is None:
                known = len(self._session_events(connection, tracker.sender_id))
            rows = [_row(tracker.sender_id, event) for event in events[known:]]
            if rows:
                connection.execute(_INSERT, rows)
        setattr(tracker, _STORED, len(events))

    async def _retrieve(
        self, sender_id: str, fetch_events_from_all_sessions: bool
    ) -> DialogueStateTracker | None:
        with self.engine.begin() as connection:
            if fetch_events_from_all_sessions:
                rows = list(connection.execute(_ALL, {"sender": sender_id}))
            else:
                rows = self._session_events(connection, sender_id)
        if not rows:
            return None
        events = [json.loads(row.data) for row in rows]
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        setattr(tracker, _STORED, len(events))
        return tracker

    @staticmethod
    def _session_events(connection: Any, sender_id: str) -> list[Any]:
        """The events of the present session, or all when none was ever begun."""
        begun = connection.execute(_SESSION, {"sender": sender_id}).scalar()
        return list(connection.execute(_SINCE, {"sender": sender_id, "begun": begun or 0}))

    def last_turn(self, sender_id: str) -> LastTurn | None:
        """The newest turn of ``sender_id``, whatever session it lies in."""
        with self.engine.begin() as connection:
            rows = list(connection.execute(_MESSAGES, {"sender": sender_id, "most": MOST_CLAUSES}))
            if not rows:
                return None
            messages = [json.loads(row.data) for row in rows]
            parts = _same(messages)
            said = connection.execute(_SAID, {"sender": sender_id, "after": rows[parts - 1].id})
            replies = [json.loads(row.data) for row in said]
        return _read_turn(messages[0], replies, parts)

    def events(self, sender_id: str) -> list[dict[str, Any]]:
        """Every event of ``sender_id`` as stored, all sessions, in order."""
        with self.engine.begin() as connection:
            return [json.loads(row.data) for row in connection.execute(_ALL, {"sender": sender_id})]

    async def delete(self, sender_id: str) -> None:
        """Erase every event of the conversation ``sender_id``, all sessions."""
        with self.engine.begin() as connection:
            connection.execute(_DELETE, {"sender": sender_id})


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender": sender_id,
        "type": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action": data.get("name"),
        "data": json.dumps(data),
    }


def _same(messages: list[dict[str, Any]]) -> int:
    """How many of the newest messages are runs of one and the same."""
    newest = messages[0]["message_id"]
    return sum(1 for _ in takewhile(lambda m: m["message_id"] == newest, messages))


def _read_turn(message: dict[str, Any], replies: list[dict[str, Any]], parts: int) -> LastTurn:
    parsed = message["parse_data"]
    languages = [e["value"] for e in parsed["entities"] if e["entity"] == "language"]
    return LastTurn(
        message_id=message["message_id"],
        language=languages[0] if languages else "de",
        intent=parsed["intent"]["name"],
        confidence=parsed["intent"]["confidence"],
        replies=[_reply(bot) for bot in replies],
        parts=parts,
        complete=not ((message.get("metadata") or {}).get("wish") or {}).get("more"),
    )


def _reply(bot: dict[str, Any]) -> dict[str, Any]:
    data = bot.get("data") or {}
    fields = {
        "text": bot.get("text"),
        "buttons": data.get("buttons"),
        "custom": data.get("custom"),
        "key": (bot.get("metadata") or {}).get("utter_action"),
    }
    return {key: value for key, value in fields.items() if value}


def _prepare_sqlite(connection: Any, _: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")
