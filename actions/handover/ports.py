"""What handing over needs of the backend."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True)
class Outcome:
    """`available`: the person waits now, at `position` from 1, likely for `minutes` if that can be
    told. Else `opens_at` is when somebody is there next, None while hours are on but nobody is.
    `department` is whose staff was asked for.
    """

    available: bool
    position: int | None = None
    minutes: int | None = None
    opens_at: datetime | None = None
    department: str | None = None


@dataclass(frozen=True)
class CallbackWish:
    """`contact` holds ``phone`` or ``email``, and perhaps ``name``; `topic` says in words what it
    is about. Without a `department` it goes to the first one.
    """

    contact: Mapping[str, str]
    topic: str = ""
    department: str | None = None


class Handovers(Protocol):
    """Staff, as far as the assistant reaches them."""

    async def request(
        self,
        conversation_id: str,
        reason: str,
        language: str,
        evidence: Mapping[str, Any],
        key: str,
    ) -> Outcome:
        """Ask for staff; a repeat of the key is harmless."""

    async def call_back(
        self, conversation_id: str, wish: CallbackWish, language: str, key: str
    ) -> datetime | None:
        """Note a wish to be called or written to; when staff is there next, None when now."""
