"""What is said outside of a turn."""

from dataclasses import replace

import pytest

from connectors.core.listeners import Undeliverable
from connectors.core.turn import Button, Notice, Reply, Standing
from connectors.telegram.outgoing import Message, Outgoing
from connectors.telegram.ports import Refused, SlowDown, TelegramError, Unreachable
from tests.servers.telegram import updates
from tests.unit.connectors.telegram.conftest import Town

BUTTONS = (Button("Verschieben", "/reschedule_appointment"),)
REMINDER = Notice("n-1", "de", Reply("Morgen ist Ihr Termin.", BUTTONS, seq=3))


@pytest.fixture
async def known(town: Town) -> Town:
    """A chat in which something was said."""
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    return town


async def test_a_reminder_comes_with_its_buttons(known: Town) -> None:
    await known.notices.send("conversation-1", REMINDER)
    _, message = known.telegram.sent[-1]
    assert isinstance(message, Message)
    assert message.text == "Morgen ist Ihr Termin."
    [[key]] = message.keyboard
    assert (key.title, key.data) == ("Verschieben", "b.3.0")


@pytest.mark.parametrize(
    ("language", "name", "signature"),
    [
        ("de", "Frau Kaya", "Frau Kaya, Stadt Duisburg"),
        ("en", "Ms Kaya", "Ms Kaya, City of Duisburg"),
        ("de", None, "Stadt Duisburg"),
    ],
)
async def test_staff_are_named(
    known: Town, language: str, name: str | None, signature: str
) -> None:
    said = Notice("n-2", language, Reply("Guten Tag", seq=4), role="staff", sender=name)
    await known.notices.send("conversation-1", said)
    _, message = known.telegram.sent[-1]
    assert isinstance(message, Message)
    assert message.sender == signature


async def test_somebody_is_typing(known: Town) -> None:
    before = len(known.telegram.sent)
    typing = Notice("n-3", "de", Reply(""), kind="typing", role="staff", sender="Frau Kaya")
    await known.notices.send("conversation-1", typing)
    assert known.telegram.signs[-1] == ("typing", 77)
    assert len(known.telegram.sent) == before


async def test_a_new_place_in_the_queue_without_words_is_no_message(known: Town) -> None:
    before = len(known.telegram.sent)
    place = Notice("n-4", "de", Reply(""), kind="state", standing=Standing("waiting", 2))
    await known.notices.send("conversation-1", place)
    assert len(known.telegram.sent) == before


async def test_who_has_blocked_us_is_not_tried_again(known: Town) -> None:
    known.telegram.blocked.add(77)
    for _ in range(2):
        with pytest.raises(Undeliverable):
            await known.notices.send("conversation-1", REMINDER)
    assert known.channel.chats[77].blocked
    known.telegram.blocked.clear()
    with pytest.raises(Undeliverable):
        await known.notices.send("conversation-1", REMINDER)


async def test_a_conversation_of_another_channel(town: Town) -> None:
    with pytest.raises(Undeliverable):
        await town.notices.send("elsewhere", REMINDER)


async def test_what_is_refused_for_good_does_not_come_again(known: Town) -> None:
    known.telegram.failures[77].append(Refused("bad_request"))
    with pytest.raises(Undeliverable):
        await known.notices.send("conversation-1", REMINDER)


async def test_what_may_work_later_comes_again(known: Town) -> None:
    known.telegram.failures[77].extend([Unreachable("NetworkError")] * 20)
    with pytest.raises(TelegramError):
        await known.notices.send("conversation-1", REMINDER)
    known.telegram.failures[77].clear()
    await known.notices.send("conversation-1", REMINDER)
    assert known.telegram.texts(77)[-1] == "Morgen ist Ihr Termin."


async def test_after_the_talk_with_staff_comes_the_question_how_it_was(known: Town) -> None:
    closed = Notice("n-5", "de", Reply("Das Gespräch ist zu Ende.", seq=6), kind="state")
    over = Standing("closed")
    await known.notices.send("conversation-1", replace(closed, standing=over))
    _, message = known.telegram.sent[-1]
    assert isinstance(message, Message)
    [row] = message.keyboard
    assert [key.data for key in row] == [f"t.rate.{stars}" for stars in range(1, 6)]


LONG = "\n\n".join(f"Absatz {number}. " + "Wort " * 600 for number in range(3))
CLOSED = Notice("n-6", "de", Reply(LONG, seq=7), "state", standing=Standing("closed"))


def fail_at(town: Town, monkeypatch: pytest.MonkeyPatch, *numbers: int) -> None:
    """Let these messages fail, counted from here, in a way that may pass."""
    calls, send = iter(range(1, 1000)), town.sending.send

    async def failing(chat: int, item: Outgoing, patience: float | None = None) -> None:
        if next(calls) in numbers:
            raise Unreachable("too_late")
        await send(chat, item, patience)

    monkeypatch.setattr(town.sending, "send", failing)


async def whole(town: Town) -> list[str]:
    """What a chat shows after the whole notice, and no more."""
    before = len(town.telegram.sent)
    await town.notices.send("conversation-1", replace(CLOSED, id="n-whole"))
    return town.telegram.texts(77)[before:]


async def test_what_of_a_notice_has_left_does_not_come_again(
    known: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await whole(known)
    assert len(expected) >= 4
    before = len(known.telegram.sent)
    # Once between two of its parts, once before the last: the question how it was.
    fail_at(known, monkeypatch, 2, len(expected) + 1)
    for _ in range(2):
        with pytest.raises(Unreachable):
            await known.notices.send("conversation-1", CLOSED)
    await known.notices.send("conversation-1", CLOSED)
    assert known.telegram.texts(77)[before:] == expected


async def test_a_notice_of_the_same_name_in_another_conversation_is_another_one(
    known: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await whole(known)
    await known.hears(updates.text(2, 5, 88, "Hallo"))
    fail_at(known, monkeypatch, 2)
    with pytest.raises(Unreachable):
        await known.notices.send("conversation-1", CLOSED)
    before = len(known.telegram.texts(88))
    await known.notices.send("conversation-2", CLOSED)
    assert known.telegram.texts(88)[before:] == expected


async def test_what_has_left_is_forgotten_at_the_end(
    known: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await whole(known)
    fail_at(known, monkeypatch, 2)
    with pytest.raises(Unreachable):
        await known.notices.send("conversation-1", CLOSED)
    known.telegram.blocked.add(77)
    with pytest.raises(Undeliverable):
        await known.notices.send("conversation-1", CLOSED)
    known.telegram.blocked.clear()
    await known.channel.set_blocked(77, False)
    for _ in range(2):
        before = len(known.telegram.texts(77))
        await known.notices.send("conversation-1", CLOSED)
        assert known.telegram.texts(77)[before:] == expected


async def test_a_chat_that_is_to_slow_down_keeps_whoever_delivers_for_seconds(
    known: Town,
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    known.sleep = sleep
    known.life()
    known.telegram.failures[77].append(SlowDown(5))
    with pytest.raises(SlowDown):
        await known.notices.send("conversation-1", REMINDER)
    assert sum(slept) <= 3
