"""A process that ends in the middle: every update is answered, each message at most once more."""

import asyncio
from typing import Any

import httpx
import pytest

from connectors.core.turn import Reply
from connectors.telegram.outgoing import Outgoing
from tests.servers.telegram import updates
from tests.unit.connectors.telegram.conftest import Town


async def dies(town: Town) -> None:
    """The process ends; a new one takes up what it left."""
    await town.lanes.stop()
    town.life()
    await town.intake.take_up()
    await town.lanes.idle()


async def test_stored_and_not_yet_worked_on(town: Town) -> None:
    await town.intake.take([updates.text(1, 5, 77, "Hallo")])
    await dies(town)
    assert town.telegram.texts(77) == ["Gehört: Hallo"]
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    assert town.telegram.texts(77) == ["Gehört: Hallo"], "Telegram repeats it, and we know it"


async def test_what_arrives_while_the_left_is_taken_up_is_answered_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished = town.channel.unfinished

    async def arriving() -> Any:
        # The second waits for the first, so that it has not begun when the list is read.
        await town.intake.take([updates.text(n, n, 77, f"Nachricht {n}") for n in (1, 3)])
        return await unfinished()

    monkeypatch.setattr(town.channel, "unfinished", arriving)
    await town.intake.take_up()
    await asyncio.sleep(0.6)
    await town.lanes.idle()
    assert town.telegram.texts(77) == ["Gehört: Nachricht 1", "Gehört: Nachricht 3"]


async def test_what_was_taken_up_is_not_begun_again_by_a_late_answer_of_the_log(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = town.channel.take

    async def stored_then_slow(read: Any) -> Any:
        taken = await take(read)
        await town.intake.take_up()
        return taken

    monkeypatch.setattr(town.channel, "take", stored_then_slow)
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    assert town.telegram.texts(77) == ["Gehört: Hallo"]


async def test_what_is_answered_is_no_longer_remembered(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    town.channel.known.clear()
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    assert len(town.telegram.texts(77)) == 2, "the log alone tells old from new"


async def test_between_two_messages_of_an_answer(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.engine.replies = (Reply("eins"), Reply("zwei"), Reply("drei"))
    hanging, send = asyncio.Event(), town.telegram.send

    async def hang_at_three(chat: int, item: Outgoing) -> None:
        if item.text == "drei":  # type: ignore[union-attr]
            hanging.set()
            await asyncio.sleep(60)
        await send(chat, item)

    monkeypatch.setattr(town.telegram, "send", hang_at_three)
    await town.intake.take([updates.text(1, 5, 77, "Hallo")])
    await hanging.wait()
    monkeypatch.setattr(town.telegram, "send", send)
    await dies(town)
    assert town.telegram.texts(77) == ["eins", "zwei", "drei"]
    assert town.engine.texts() == ["Hallo"]


async def test_between_sending_and_noting(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging, note = asyncio.Event(), town.channel.note

    async def hang(*_: Any, **__: Any) -> None:
        hanging.set()
        await asyncio.sleep(60)

    monkeypatch.setattr(town.channel, "note", hang)
    await town.intake.take([updates.text(1, 5, 77, "Hallo")])
    await hanging.wait()
    monkeypatch.setattr(town.channel, "note", note)
    await dies(town)
    assert town.engine.texts() == ["Hallo"], "the engine hears it once"
    assert town.telegram.texts(77) == ["Gehört: Hallo"] * 2, "the last message may come twice"


async def test_a_backend_that_is_away_is_waited_for(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("connectors.telegram.answering._FIRST_PAUSE", 0.01)
    town.conversations.down = True
    await town.intake.take([updates.text(n, n, 77, f"Nachricht {n}") for n in (1, 2)])
    await asyncio.sleep(0.05)
    assert town.telegram.texts(77) == []
    town.conversations.down = False
    await town.lanes.idle()
    assert town.telegram.texts(77) == ["Gehört: Nachricht 1", "Gehört: Nachricht 2"]


async def test_what_is_not_stored_is_not_taken(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(_: Any) -> Any:
        raise httpx.ConnectError("away")

    monkeypatch.setattr(town.channel, "take", away)
    with pytest.raises(httpx.HTTPError):
        await town.intake.take([updates.text(1, 5, 77, "Hallo")])
    monkeypatch.undo()
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    assert town.telegram.texts(77) == ["Gehört: Hallo"]


async def test_a_mistake_of_ours_is_told_and_does_not_come_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(town.engine, "answer", broken)
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    assert "schiefgegangen" in town.telegram.texts(77)[0]
    assert town.channel.open_updates == {}


async def test_out_of_order_within_a_moment(town: Town) -> None:
    for number in (1, 3, 2, 5, 4):
        await town.intake.take([updates.text(number, number, 77, f"Nachricht {number}")])
    await town.lanes.idle()
    assert town.engine.texts() == [f"Nachricht {number}" for number in range(1, 6)]


async def test_a_gap_is_not_waited_for_long(town: Town) -> None:
    for number in (1, 3):
        await town.intake.take([updates.text(number, number, 77, f"Nachricht {number}")])
    await asyncio.sleep(0.6)
    await town.lanes.idle()
    assert town.engine.texts() == ["Nachricht 1", "Nachricht 3"]


@pytest.mark.parametrize(
    "body", [None, [], "x", {"update_id": "x"}, {"update_id": 2, "message": 5}]
)
async def test_what_nobody_can_read_stops_nothing(town: Town, body: Any) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"), body, updates.text(3, 6, 77, "Noch da?"))
    await asyncio.sleep(0.5)
    await town.lanes.idle()
    assert len(town.telegram.texts(77)) == 2
