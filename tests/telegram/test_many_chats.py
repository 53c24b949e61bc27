"""Two hundred chats at once: order is kept, nothing is lost, and the channel adds little."""

import itertools
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import httpx
import pytest

from tests.servers.engine import EchoEngine, echo_engine
from tests.servers.telegram.api import BotApi, bot_api
from tests.servers.telegram.door import TelegramDoor, telegram_door
from tests.servers.telegram.person import Person
from tests.servers.waiting import wait_until

logger = logging.getLogger(__name__)

CHATS = 200
MESSAGES = 4
ENGINE_SECONDS = 0.1
# Below what Telegram lets a bot send in all.
A_SECOND = 20.0
GOAL = 0.150
LIMITS = {"FRONTDOOR_MESSAGES_PER_MINUTE": "1000"}


@pytest.fixture(scope="module")
def echo() -> Iterator[EchoEngine]:
    with echo_engine(ENGINE_SECONDS) as running:
        yield running


@pytest.fixture(scope="module")
def telegram() -> Iterator[BotApi]:
    with bot_api() as running:
        yield running


@pytest.fixture(scope="module")
def busy(
    tmp_path_factory: pytest.TempPathFactory, telegram: BotApi, echo: EchoEngine
) -> Iterator[TelegramDoor]:
    folder: Path = tmp_path_factory.mktemp("busy")
    with telegram_door(folder, telegram, echo.address, **LIMITS) as running:
        Person(telegram, 1).says("Hallo")  # everything is loaded
        yield running


def expected(person: Person) -> list[str]:
    return [f"Gehört: {number} aus {person.chat}" for number in range(1, MESSAGES + 1)]


def test_all_of_them_in_the_same_moment(busy: TelegramDoor, telegram: BotApi) -> None:
    """More than may leave in a second: the answers queue, in order."""
    people = [Person(telegram, 10_000 + number) for number in range(CHATS)]
    batches = [
        [person.text(f"{number} aus {person.chat}") for person in people]
        for number in range(1, MESSAGES + 1)
    ]
    everything = iter([update for batch in batches for update in batch])
    lock = threading.Lock()
    assert telegram.webhook is not None
    url, secret = telegram.webhook.url, telegram.webhook.secret_token

    def deliver() -> None:
        """One of several connections; Telegram may open more than it was asked to."""
        with httpx.Client(timeout=60) as client:
            while True:
                with lock:
                    update = next(everything, None)
                if update is None:
                    return
                headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
                assert client.post(url, json=update, headers=headers).status_code == 200

    crowd = [threading.Thread(target=deliver) for _ in range(4)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()
    total = CHATS * MESSAGES
    wait_until("all answered", lambda: sum(len(p.sees()) for p in people) >= total, 240)
    for person in people:
        assert person.sees() == expected(person)


def test_the_channel_adds_little(busy: TelegramDoor, telegram: BotApi, echo: EchoEngine) -> None:
    """From the update's arrival to sendMessage, less the time in the engine."""
    people = [Person(telegram, 20_000 + number) for number in range(CHATS)]
    begun: dict[str, float] = {}
    echo.finished.clear()
    assert telegram.webhook is not None
    url = telegram.webhook.url
    headers = {"X-Telegram-Bot-Api-Secret-Token": telegram.webhook.secret_token}
    with httpx.Client(timeout=60) as client:
        start = time.monotonic()
        for place, (number, person) in enumerate(itertools.product(range(1, MESSAGES + 1), people)):
            time.sleep(max(0.0, start + place / A_SECOND - time.monotonic()))
            update = person.text(f"{number} aus {person.chat}")
            begun[f"Gehört: {number} aus {person.chat}"] = time.monotonic()
            assert client.post(url, json=update, headers=headers).status_code == 200
    total = CHATS * MESSAGES
    wait_until("all answered", lambda: sum(len(p.sees()) for p in people) >= total, 120)
    for person in people:
        assert person.sees() == expected(person)
    sent = {c.parameters.plain: c.at for c in telegram.done("sendMessage")}  # type: ignore[attr-defined]
    added = [sent[words] - at - ENGINE_SECONDS for words, at in begun.items()]
    p95 = quantiles(added, n=20)[-1]
    load = os.getloadavg()[0]
    p50_ms, p95_ms = median(added) * 1000, p95 * 1000
    logger.info("the channel adds p50 %.0f ms, p95 %.0f ms; load %.1f", p50_ms, p95_ms, load)
    if load > len(os.sched_getaffinity(0)) and p95 > GOAL:
        pytest.skip(f"machine too busy to measure (load {load:.1f}): p95 {p95_ms:.0f} ms")
    assert p95 <= GOAL
