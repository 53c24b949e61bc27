"""What every record of conversations keeps to."""

import pytest

from connectors.core.ports import ConversationGone, Conversations
from connectors.core.turn import Answer, Button, Notice, Reply, Turn

HELLO = Turn("c-1", "m-1", "website", "Hallo", language="de")
ASK = Reply("Wo?", (Button("Süd", '/inform{"office": "sued"}'),))
CARD = Reply("Gebucht.", card={"type": "appointment", "code": "K7MP-3WQX"})


async def test_a_message_is_stored_before_it_is_answered(conversations: Conversations) -> None:
    accepted = await conversations.accept(HELLO)
    assert (accepted.seq, accepted.state, accepted.replies) == (1, "bot", None)
    (message,) = await conversations.transcript("c-1", 0)
    assert (message["seq"], message["role"], message["text"]) == (1, "person", "Hallo")


async def test_a_repeat_before_the_answer_is_stored_once(conversations: Conversations) -> None:
    first = await conversations.accept(HELLO)
    assert await conversations.accept(HELLO) == first
    assert len(await conversations.transcript("c-1", 0)) == 1


async def test_replies_come_back_with_their_places(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    stored = await conversations.store_replies(HELLO, Answer("en", (ASK, CARD)))
    assert [(reply.seq, reply.text) for reply in stored] == [(2, "Wo?"), (3, "Gebucht.")]
    assert stored[0].buttons == ASK.buttons
    assert stored[1].card == CARD.card


async def test_a_repeat_after_the_answer_gets_it_again(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    stored = await conversations.store_replies(HELLO, Answer("en", (ASK, CARD)))
    again = await conversations.accept(HELLO)
    assert (again.seq, again.replies, again.language) == (1, stored, "en")


async def test_the_first_answer_wins(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    first = await conversations.store_replies(HELLO, Answer("de", (ASK,)))
    assert await conversations.store_replies(HELLO, Answer("de", (CARD,))) == first


async def test_an_answer_without_replies_is_an_answer(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    assert await conversations.store_replies(HELLO, Answer("de", ())) == ()
    assert (await conversations.accept(HELLO)).replies == ()


async def test_the_transcript_after_a_message(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    await conversations.store_replies(HELLO, Answer("en", (ASK, CARD)))
    said = await conversations.transcript("c-1", 1)
    assert [m["seq"] for m in said] == [2, 3]
    assert said[0]["role"] == "bot"
    assert said[0]["language"] == "en"
    assert said[0]["in_reply_to"] == 1
    assert said[0]["buttons"] == [{"title": "Süd", "payload": '/inform{"office": "sued"}'}]
    assert said[1]["card"] == CARD.card
    assert await conversations.transcript("c-1", 3) == []


async def test_conversations_do_not_mix(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    other = Turn("c-2", "m-1", "website", "Moin")
    assert (await conversations.accept(other)).seq == 1
    assert [m["text"] for m in await conversations.transcript("c-2", 0)] == ["Moin"]


@pytest.mark.parametrize("text", ["Grüße 🙂", "שלום", "<script>", "'; DROP TABLE", "a\u0000b"])
async def test_any_text_comes_back_as_it_was(conversations: Conversations, text: str) -> None:
    await conversations.accept(Turn("c-1", "m-1", "website", text.replace("\u0000", "")))
    (message,) = await conversations.transcript("c-1", 0)
    assert message["text"] == text.replace("\u0000", "")


@pytest.mark.parametrize("after", [None, 0, 7])
async def test_nothing_was_said_in_a_conversation_not_begun(
    conversations: Conversations, after: int | None
) -> None:
    assert await conversations.transcript("never-begun", after) == []


async def test_a_transcript_has_no_more_than_was_asked_for(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    await conversations.store_replies(HELLO, Answer("en", (ASK, CARD)))
    first = await conversations.transcript("c-1", 0, 2)
    assert [m["seq"] for m in first] == [1, 2]
    latest = await conversations.transcript("c-1", None, 2)
    assert [m["seq"] for m in latest] == [2, 3]


async def test_a_notice_stands_in_the_record_once(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    notice = Notice("notice-1", "en", ASK)
    stored = [await conversations.store_notice("c-1", notice) for _ in range(2)]
    assert [reply.seq for reply in stored] == [2, 2]
    assert stored[0].buttons == ASK.buttons
    (message,) = await conversations.transcript("c-1", 1)
    assert (message["role"], message["text"], message["in_reply_to"]) == ("bot", "Wo?", None)
    # What was asked before is answered after the notice, and the notice is no answer to it.
    (reply,) = await conversations.store_replies(HELLO, Answer("de", (CARD,)))
    assert reply.seq == 3


async def test_a_notice_for_a_conversation_that_is_gone(conversations: Conversations) -> None:
    with pytest.raises(ConversationGone):
        await conversations.store_notice("c-2", Notice("notice-1", "de", ASK))


async def test_nothing_is_stored_in_an_erased_conversation(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    await conversations.store_replies(HELLO, Answer("de", (ASK,)))
    await conversations.erase("c-1")
    await conversations.erase("c-1")
    with pytest.raises(ConversationGone):
        await conversations.accept(HELLO)
    with pytest.raises(ConversationGone):
        await conversations.transcript("c-1", None)
    with pytest.raises(ConversationGone):
        await conversations.store_notice("c-1", Notice("notice-1", "de", ASK))


async def test_a_conversation_is_erased_before_its_first_word(conversations: Conversations) -> None:
    await conversations.erase("c-1")
    with pytest.raises(ConversationGone):
        await conversations.accept(HELLO)


async def test_erasing_one_leaves_the_others(conversations: Conversations) -> None:
    await conversations.accept(HELLO)
    await conversations.erase("c-2")
    assert len(await conversations.transcript("c-1", 0)) == 1


async def test_what_was_told_since_the_message_before_comes_with_the_next_one(
    conversations: Conversations,
) -> None:
    assert (await conversations.accept(HELLO)).told == ()
    await conversations.store_notice("c-1", Notice("notice-1", "de", CARD))
    await conversations.store_replies(HELLO, Answer("de", (ASK,)))
    await conversations.store_notice("c-1", Notice("notice-2", "de", ASK))
    following = Turn("c-1", "m-2", "website", "Ja")
    for _ in range(2):
        told = (await conversations.accept(following)).told
        assert [(reply.seq, reply.text) for reply in told] == [(2, "Gebucht."), (4, "Wo?")]
        assert told[1].buttons == ASK.buttons
    await conversations.store_replies(following, Answer("de", (CARD,)))
    assert (await conversations.accept(Turn("c-1", "m-3", "website", "Gut"))).told == ()
    assert (await conversations.accept(Turn("c-2", "m-2", "website", "Ja"))).told == ()
