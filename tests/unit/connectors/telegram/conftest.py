"""The channel on fakes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from connectors.core.limits import Limits
from connectors.core.relay import Relay
from connectors.telegram.answering import Answering
from connectors.telegram.intake import Intake
from connectors.telegram.lanes import Lanes
from connectors.telegram.media import Media
from connectors.telegram.notices import Notices
from connectors.telegram.own import Own
from connectors.telegram.pace import Pace
from connectors.telegram.places import Places
from connectors.telegram.presses import Presses
from connectors.telegram.rendering import Rendering
from connectors.telegram.sending import Sending
from connectors.telegram.talk import Talk
from tests.fakes.conversations import FakeConversations
from tests.fakes.engine import FakeEngine
from tests.fakes.telegram import FakeChannel, FakeTelegram, FakeTranscriber


async def at_once(_: float) -> None:
    """Sleep for nobody."""


@dataclass
class Town:
    """Everything around the channel; `life()` starts it, again on the same log."""

    telegram: FakeTelegram = field(default_factory=FakeTelegram)
    conversations: FakeConversations = field(default_factory=FakeConversations)
    channel: FakeChannel = field(init=False)
    engine: FakeEngine = field(default_factory=FakeEngine)
    transcriber: FakeTranscriber | None = None
    per_minute: int = 1000
    sleep: Callable[[float], Awaitable[None]] = at_once

    def __post_init__(self) -> None:
        self.channel = FakeChannel(self.conversations.erased)
        self.life()

    def life(self) -> None:
        """A process, with nothing in its memory."""
        clock = iter(range(10**9))
        limits = Limits(self.per_minute, 10**6, lambda: 0.0)
        relay = Relay(self.conversations, self.engine)
        self.sending = Sending(self.telegram, Pace(), lambda: float(next(clock)), self.sleep)
        rendering = Rendering(self.channel)
        talk = Talk(relay, self.conversations, rendering, self.telegram, limits)
        own = Own(talk, lambda: date(2026, 12, 1))
        answering = Answering(
            talk=talk,
            own=own,
            presses=Presses(talk, own, self.telegram),
            places=Places(talk),
            media=Media(talk, self.telegram, self.transcriber),
            chats=self.channel,
            log=self.channel,
            sending=self.sending,
            groups=self.telegram,
        )
        self.lanes = Lanes()
        self.intake = Intake(self.channel, answering, self.lanes)
        self.notices = Notices(self.channel, self.sending, self.telegram, rendering)

    async def hears(self, *updates: dict[str, Any]) -> None:
        """Deliver updates, and wait until they are worked on."""
        for update in updates:
            await self.intake.take([update])
        await self.lanes.idle()


@pytest.fixture
def town() -> Town:
    return Town()
