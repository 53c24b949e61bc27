"""What is known of a handover and of the steps that were taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from backend.conversations.domain import State
from backend.conversations.handover.domain.states import Step


class Reason(StrEnum):
    """Why a person is handed over."""

    REQUEST = "request"
    FAILURES = "failures"
    COMPLAINT = "complaint"
    FAULT = "fault"
    RULE = "rule"


class By(StrEnum):
    """Who took a step."""

    PERSON = "person"
    BOT = "bot"
    STAFF = "staff"
    CLOCK = "clock"


@dataclass(frozen=True)
class Doer:
    """Who took a step; `id` and `name` only of staff."""

    by: By
    id: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class Evidence:
    """What staff can read of the talk with the bot.

    `slots`: what the bot knows, by readable name; `wishes`: intents with confidence 0 to 1, the
    likeliest first; `task`: what was being done, with its open question; `failed`: how many
    messages in a row were not understood; `why`: the bot's reason in words of its own.
    """

    slots: Mapping[str, Any]
    wishes: tuple[Mapping[str, Any], ...]
    task: Mapping[str, Any] | None
    failed: int
    why: str | None


@dataclass(frozen=True)
class Handover:
    """One stretch from the request to its end; a conversation has at most one open.

    `queued_at` orders the queue, and stays when it comes back to it; `offered_to` is the
    colleague asked to take over; the `…_at` of warnings are None until they were given.
    """

    id: str
    conversation_id: str
    key: str | None
    reason: Reason
    department: str
    language: str
    channel: str
    evidence: Mapping[str, Any]
    requested_at: datetime
    queued_at: datetime
    taken_at: datetime | None = None
    staff_id: str | None = None
    staff_name: str | None = None
    person_at: datetime | None = None
    staff_at: datetime | None = None
    staff_warned_at: datetime | None = None
    person_warned_at: datetime | None = None
    offered_to: str | None = None
    offered_to_name: str | None = None
    offered_by: str | None = None
    offered_note: str | None = None
    ended_at: datetime | None = None
    outcome: str | None = None


@dataclass(frozen=True)
class Transition:
    """A step that was taken."""

    conversation_id: str
    handover_id: str | None
    before: State
    after: State
    step: Step
    reason: str | None
    by: By
    staff_id: str | None
    staff_name: str | None
    department: str | None
    at: datetime
