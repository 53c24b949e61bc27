"""The way out when Telegram does not take what it gets."""

import asyncio

import pytest

from connectors.telegram.outgoing import Message
from connectors.telegram.pace import Pace
from connectors.telegram.ports import (
    Blocked,
    Refused,
    SlowDown,
    TelegramError,
    TokenRefused,
    Unreachable,
)
from connectors.telegram.sending import Sending
from tests.fakes.telegram import FakeTelegram


class Clock:
    """Time passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram() -> FakeTelegram:
    return FakeTelegram()


@pytest.fixture
def sending(telegram: FakeTelegram, clock: Clock) -> Sending:
    return Sending(telegram, Pace(), clock, clock.sleep)


async def test_it_waits_as_long_as_telegram_wants(
    sending: Sending, telegram: FakeTelegram, clock: Clock
) -> None:
    telegram.failures[7].append(SlowDown(23))
    await sending.send(7, Message("Hallo"))
    assert telegram.texts(7) == ["Hallo"]
    assert clock.now >= 23


@pytest.mark.parametrize("failure", [Unreachable("NetworkError"), TokenRefused("token_refused")])
async def test_it_tries_again_with_growing_pauses(
    sending: Sending, telegram: FakeTelegram, clock: Clock, failure: TelegramError
) -> None:
    telegram.failures[7].extend([failure] * 5)
    await sending.send(7, Message("Hallo"))
    assert telegram.texts(7) == ["Hallo"]
    assert clock.now >= 0.5 + 1 + 2 + 4 + 8


@pytest.mark.parametrize("failure", [Blocked("blocked"), Refused("bad_request")])
async def test_what_will_never_work_is_told(
    sending: Sending, telegram: FakeTelegram, failure: TelegramError
) -> None:
    telegram.failures[7].append(failure)
    with pytest.raises(type(failure)):
        await sending.send(7, Message("Hallo"))


@pytest.mark.parametrize("failure", [SlowDown(60), Unreachable("TimedOut")])
async def test_patience_ends(
    sending: Sending, telegram: FakeTelegram, clock: Clock, failure: TelegramError
) -> None:
    telegram.failures[7].extend([failure] * 10)
    with pytest.raises(type(failure)):
        await sending.send(7, Message("Hallo"), patience=5)
    assert clock.now <= 5


async def test_ten_messages_keep_their_order(
    sending: Sending, telegram: FakeTelegram, clock: Clock
) -> None:
    telegram.failures[7].extend([SlowDown(2), Unreachable("TimedOut")])
    for number in range(10):
        await sending.send(7, Message(str(number)))
    assert telegram.texts(7) == [str(number) for number in range(10)]


async def test_who_has_little_time_does_not_wait_behind_who_has_much(
    telegram: FakeTelegram,
) -> None:
    """A notice comes again later; it must not leave long after it was given up."""
    sending = Sending(telegram, Pace())
    telegram.failures[7].extend([Unreachable("NetworkError")] * 3)
    patient = asyncio.create_task(sending.send(7, Message("Antwort")))
    await asyncio.sleep(0.01)
    with pytest.raises(Unreachable):
        await sending.send(7, Message("Notiz"), patience=0.05)
    patient.cancel()
    assert telegram.texts(7) == []


async def test_a_pause_that_is_longer_than_one_s_patience(
    sending: Sending, telegram: FakeTelegram, clock: Clock
) -> None:
    telegram.failures[7].append(SlowDown(60))
    for _ in range(2):
        with pytest.raises(SlowDown):
            await sending.send(7, Message("Notiz"), patience=5)
    assert clock.now < 60
