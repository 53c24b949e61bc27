"""Sending what is due: claimed, sent, recorded, one at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from backend.kit.clock import Clock
from backend.kit.database import Database
from backend.kit.ids import Ids
from backend.notifications.domain import Notice, Retrying, State, Way
from backend.notifications.repository import NoticeRepository
from backend.notifications.service.ports import Permanent, Temporary
from backend.notifications.unsubscribing import digest

log = structlog.get_logger(__name__)

Send = Callable[[Notice], None]


@dataclass(frozen=True)
class Sending:
    """One worker of one way; any number may run, in any number of processes.

    Claiming and recording are transactions of their own, sending stands between them: whoever
    dies there leaves a lease behind, and once that ends the notice is sent again. `send` must
    take well less than `lease`.
    """

    way: Way
    send: Send
    database: Database
    clock: Clock
    ids: Ids
    retrying: Retrying
    lease: timedelta

    def drain(self, is_stopping: Callable[[], bool] = lambda: False) -> int:
        """Send until nothing is ready, the way is down or the process stops; how many went."""
        sent = 0
        while not is_stopping() and (notice := self._claim()):
            try:
                sent += self._deal_with(notice)
            except Temporary as down:
                log.warning("notices_down", way=self.way.value, reason=down.reason)
                break
        return sent

    def _claim(self) -> Notice | None:
        now = self.clock.now()
        # Most ticks find nothing: they must not queue for SQLite's write lock.
        with self.database.reading() as session:
            if not NoticeRepository(session).is_any_ready(self.way, now):
                return None
        with self.database.writing() as session:
            return NoticeRepository(session).claim(self.way, now, self.ids.new(), now + self.lease)

    def _deal_with(self, notice: Notice) -> bool:
        """Whether it was sent. Raises Temporary when the whole way is down."""
        if reason := self._needless(notice):
            self._finish(notice, State.WITHDRAWN, reason)
            return False
        try:
            self.send(notice)
        except Permanent as failure:
            self._finish(notice, State.FAILED, failure.reason)
            return False
        except Temporary as failure:
            self._put_off(notice, failure.reason)
            if failure.down:
                raise
            return False
        # Whatever else goes wrong with one notice must not keep the others.
        except Exception as error:
            self._put_off(notice, type(error).__name__)
            return False
        self._finish(notice, State.SENT, None)
        return True

    def _needless(self, notice: Notice) -> str | None:
        if notice.useless_at is not None and notice.useless_at <= self.clock.now():
            return "too_late"
        if not notice.optional or self.way is not Way.EMAIL:
            return None
        with self.database.reading() as session:
            gone = NoticeRepository(session).is_unsubscribed(digest(notice.recipient))
        return "unsubscribed" if gone else None

    def _put_off(self, notice: Notice, reason: str) -> None:
        now = self.clock.now()
        try_at = self.retrying.next_try(notice, now)
        if try_at is None:
            self._finish(notice, State.FAILED, f"given_up: {reason}")
            return
        log.warning("notice_put_off", uid=notice.uid, kind=notice.kind, reason=reason)
        with self.database.writing() as session:
            NoticeRepository(session).put_off(notice, try_at, reason[:100])

    def _finish(self, notice: Notice, state: State, reason: str | None) -> None:
        with self.database.writing() as session:
            held = NoticeRepository(session).finish(
                notice, state, reason and reason[:100], self.clock.now()
            )
        if state is State.FAILED:
            log.error("notice_failed", uid=notice.uid, kind=notice.kind, reason=reason)
        if not held:
            log.error("notice_lease_lost", uid=notice.uid, kind=notice.kind)
