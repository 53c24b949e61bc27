"""What a notice is and what becomes of it; standard library only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any


class Way(StrEnum):
    """How a notice reaches a person."""

    EMAIL = "email"
    CHAT = "chat"


class State(StrEnum):
    """What became of a notice.

    `WAITING`: to be sent, or sent again after a failure that may pass. `SENDING`: a worker has
    it until its lease ends. `OFF`: its way was switched off when it was due. `WITHDRAWN`: no
    longer to be sent.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    OFF = "off"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Draft:
    """A notice to be put into the outbox.

    `kind` names the text, `<service>.<event>`; `about` what it is about, `<thing>:<id>`, and
    finds it again for withdrawal. `recipient` is an e-mail address or a conversation id; notices
    to one recipient leave in the order of `due_at`. `facts` is JSON that the text is written from
    when it is sent. After `useless_at` it is not sent any more. `optional` ones can be
    unsubscribed from. `secret` facts are deleted as soon as the notice is done with.
    """

    kind: str
    about: str
    way: Way
    recipient: str
    language: str
    due_at: datetime
    facts: Mapping[str, Any]
    useless_at: datetime | None = None
    optional: bool = False
    secret: bool = False


@dataclass(frozen=True)
class Notice:
    """A stored notice that a worker holds.

    `uid` stays the same however often it is sent; `lease` proves that the worker still holds it;
    `attempts` counts this one.
    """

    id: int
    uid: str
    kind: str
    about: str
    way: Way
    recipient: str
    language: str
    due_at: datetime
    facts: Mapping[str, Any]
    useless_at: datetime | None
    optional: bool
    attempts: int
    lease: str


@dataclass(frozen=True)
class Retrying:
    """When to try again: `first` after the first failure, doubled each time up to `longest`;
    given up once a notice is overdue by `give_up_after`.
    """

    first: timedelta
    longest: timedelta
    give_up_after: timedelta

    def next_try(self, notice: Notice, now: datetime) -> datetime | None:
        """The next attempt after one that failed now, or None to give up."""
        if now - notice.due_at >= self.give_up_after:
            return None
        doublings = min(notice.attempts - 1, 30)
        factor = 1 << max(doublings, 0)
        return now + min(self.first * factor, self.longest)
