"""Brings stored messages to people: at once after the commit, and again when that failed."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Lock

import structlog

from backend.conversations.domain import Message
from backend.conversations.handover.ports import Change, NotReached, Telling, Unreachable
from backend.conversations.handover.repository.deliveries import DeliveryRepository
from backend.conversations.repository import ConversationRepository
from backend.kit.clock import Clock
from backend.kit.database import Database

log = structlog.get_logger(__name__)

_LEASE = timedelta(seconds=60)
_FIRST_PAUSE = timedelta(seconds=2)
_LONGEST_PAUSE = timedelta(minutes=10)
_MOST_DOUBLINGS = 12
_AT_ONCE = 200
# They wait for channels, mostly. With the 30 sessions of requests (`kit.turns`) and the jobs they
# stay within the 50 connections of the pool: none is held while a channel is waited for.
_WORKERS = 16


class Courier:
    """In order for each conversation; at least once, and twice only if the process dies between
    delivering and noting it.
    """

    def __init__(self, database: Database, clock: Clock, telling: Telling) -> None:
        self._database = database
        self._clock = clock
        self._telling = telling
        self._workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="courier")
        self._lock = Lock()
        self._waiting: set[str] = set()
        self._stopped = False

    def send_soon(self, conversations: Iterable[str]) -> None:
        """Deliver what these conversations have, in a worker thread."""
        with self._lock:
            if self._stopped:
                return  # What is stored is delivered after the next start.
            new = [each for each in conversations if each not in self._waiting]
            self._waiting |= set(new)
            for each in new:
                self._workers.submit(self._run, each)

    def send_due(self) -> None:
        """Deliver what failed before, or was left by a process that died."""
        with self._database.reading() as session:
            found = DeliveryRepository(session).due(self._clock.now(), _AT_ONCE)
        self.send_soon(found)

    def stop(self) -> None:
        """Finish what is in hand."""
        with self._lock:
            self._stopped = True
        self._workers.shutdown(wait=True, cancel_futures=True)

    def drain(self, conversation: str) -> int:
        """Deliver everything that is due, in order; how many are off the way, also refused ones."""
        count = 0
        while self._send_one(conversation):
            count += 1
        return count

    def _run(self, conversation: str) -> None:
        # What comes in from here on needs a new run; two at a time exclude one another by lease.
        with self._lock:
            self._waiting.discard(conversation)
        try:
            self.drain(conversation)
        # Any failure is caught: the lease ends, and the job tries again.
        except Exception as error:
            log.error("delivery_failed", kind=type(error).__name__)

    def _send_one(self, conversation: str) -> bool:
        claimed = self._claim(conversation)
        if claimed is None:
            return False
        message, tries = claimed
        try:
            reached = self._telling.deliver(conversation, message)
        except Unreachable:
            # Later ones may be taken; where the person is gone, each is refused by itself.
            log.warning("delivery_refused", kind=message.kind, tries=tries + 1)
            reached = False
        except NotReached as error:
            log.warning("not_delivered", reason=str(error), tries=tries + 1)
            pause = min(_FIRST_PAUSE * 2 ** min(tries, _MOST_DOUBLINGS), _LONGEST_PAUSE)
            with self._database.writing() as session:
                due_at = self._clock.now() + pause
                DeliveryRepository(session).put_off(conversation, message.seq, due_at)
            return False
        with self._database.writing() as session:
            at = self._clock.now() if reached else None
            DeliveryRepository(session).finish(conversation, message.seq, at)
        if reached:
            self._telling.tell([Change("delivered", conversation, {"seq": message.seq})], ())
        return True

    def _claim(self, conversation: str) -> tuple[Message, int] | None:
        now = self._clock.now()
        with self._database.writing() as session:
            claimed = DeliveryRepository(session).claim(conversation, now, now + _LEASE)
            if claimed is None:
                return None
            seq, tries = claimed
            found = ConversationRepository(session).transcript(conversation, seq - 1, 1)
        return (found[0], tries) if found else None
