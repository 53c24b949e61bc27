"""Updates of every kind, and what people get to see."""

from typing import Any

import pytest

from connectors.core.turn import Button, Choice, Reply
from connectors.telegram.outgoing import Document, Message, Picture, Place
from connectors.telegram.texts import text
from tests.fakes.telegram import FakeTranscriber
from tests.servers.telegram import updates
from tests.unit.connectors.telegram.conftest import Town

ASKING = (Reply("Soll ich buchen?", (Button("Ja", "/affirm"), Button("Nein", "/deny"))),)


def last_keys(town: Town) -> dict[str, str]:
    """The newest keyboard, as title → data."""
    message = [item for _, item in town.telegram.sent if isinstance(item, Message)][-1]
    return {key.title: key.data for row in message.keyboard for key in row}


async def test_a_message_is_answered(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    assert town.telegram.texts(77) == ["Gehört: Hallo"]
    [(turn, _)] = town.engine.heard
    assert (turn.channel, turn.message_id, turn.language) == ("telegram", "tg.5", "de")
    assert town.channel.open_updates == {}


async def test_a_repeated_update_is_worked_on_once(town: Town) -> None:
    body = updates.text(1, 5, 77, "Hallo")
    await town.hears(body, body)
    assert town.telegram.texts(77) == ["Gehört: Hallo"]


@pytest.mark.parametrize(
    ("command", "choice"),
    [
        ("/start", Choice("greet")),
        ("/hilfe", Choice("ask_help")),
        ("/appointment", Choice("book_appointment")),
        ("/ende", Choice("goodbye")),
        ("/termin Reisepass", None),
    ],
)
async def test_commands_mean_what_they_say(town: Town, command: str, choice: Choice | None) -> None:
    await town.hears(updates.text(1, 5, 77, command))
    [(turn, meant)] = town.engine.heard
    assert meant == choice
    assert not turn.text.startswith("/")


async def test_choosing_the_language(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "/sprache"))
    keys = last_keys(town)
    assert list(keys) == ["Deutsch", "English"]
    town.engine.language = "en"
    await town.hears(updates.press(2, 77, 1001, keys["English"], None))
    assert town.engine.heard[-1][1] == Choice("switch_language", {"language": "en"})
    await town.hears(updates.text(3, 6, 77, "/daten"))
    assert town.telegram.texts(77)[-1] == text("data_menu", "en")


async def test_a_pressed_button_reaches_the_engine_once(town: Town) -> None:
    town.engine.replies = ASKING
    await town.hears(updates.text(1, 5, 77, "Termin"))
    data = last_keys(town)["Ja"]
    town.engine.replies = (Reply("Gebucht."),)
    shown = {"inline_keyboard": [[{"text": "Ja", "callback_data": data}]]}
    await town.hears(*(updates.press(n, 77, 1001, data, shown) for n in (2, 3)))
    assert [choice for _, choice in town.engine.heard] == [None, Choice("affirm")]
    assert town.telegram.texts(77) == ["Soll ich buchen?", "Gebucht."]
    assert ("acknowledged", text("choice_stale", "de")) in town.telegram.signs
    marked = [each for kind, each in town.telegram.signs if kind == "keyboard"]
    assert marked[0][0][0].title == "✓ Ja"  # type: ignore[index]


@pytest.mark.parametrize("data", ["b.999.0", "b.1.99", "x", "nonsense", "/affirm", "t.nothing"])
async def test_buttons_that_mean_nothing(town: Town, data: str) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"), updates.press(2, 77, 9, data, None))
    assert [choice for _, choice in town.engine.heard] == [None]
    assert town.channel.open_updates == {}


async def test_the_latest_message_may_be_put_right(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Termni"), updates.edited(2, 5, 77, "Termin", 9))
    assert town.engine.texts() == ["Termni", "Termin"]


async def test_an_edit_that_changes_nothing_is_not_answered(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Termin"), updates.edited(2, 5, 77, "Termin", 9))
    assert town.engine.texts() == ["Termin"]


async def test_an_earlier_message_is_what_it_was(town: Town) -> None:
    await town.hears(
        updates.text(1, 5, 77, "Termni"),
        updates.text(2, 6, 77, "Reisepass"),
        updates.edited(3, 5, 77, "Termin", 9),
    )
    assert town.telegram.texts(77)[-1] == text("edited_late", "de")


async def test_a_location_finds_the_office(town: Town) -> None:
    await town.hears(updates.content(1, 5, 77, location=updates.MARXLOH))
    [(turn, choice)] = town.engine.heard
    assert choice == Choice("ask_office_info", {"office": "hamborn"})
    assert "Marxloh" in turn.text
    await town.hears(updates.press(2, 77, 1001, last_keys(town)["Dort einen Termin"], None))
    assert town.engine.heard[-1][1] == Choice("book_appointment", {"office": "hamborn"})


async def test_a_location_elsewhere(town: Town) -> None:
    await town.hears(updates.content(1, 5, 77, "en", location=updates.COLOGNE))
    assert town.telegram.texts(77) == [text("not_in_town", "en")]


async def test_where_a_number_is_asked_for_the_app_s_own_can_be_sent(town: Town) -> None:
    town.engine.replies = (Reply("Wie erreichen wir Sie?", card={"type": "contact_request"}),)
    await town.hears(updates.text(1, 5, 77, "Anna"))
    [(_, message)] = town.telegram.sent
    assert isinstance(message, Message)
    assert message.contact_key == text("share_contact", "de")


async def test_a_contact_is_a_number(town: Town) -> None:
    await town.hears(updates.content(1, 5, 77, contact=updates.CONTACT))
    assert town.engine.texts() == ["+4920312345678"]


@pytest.mark.parametrize(
    ("what", "key"),
    [
        ({"photo": updates.PHOTO}, "photo_unseen"),
        ({"voice": updates.VOICE}, "voice_unheard"),
        ({"sticker": updates.STICKER}, "other_unread"),
    ],
)
async def test_what_is_no_text_gets_a_friendly_word(
    town: Town, what: dict[str, Any], key: str
) -> None:
    await town.hears(updates.content(1, 5, 77, **what))
    assert town.telegram.texts(77) == [text(key, "de")]
    assert town.engine.heard == []


async def test_a_caption_is_a_message(town: Town) -> None:
    await town.hears(updates.content(1, 5, 77, photo=updates.PHOTO, caption="Schlagloch"))
    assert town.engine.texts() == ["Schlagloch"]
    assert town.telegram.texts(77) == [text("photo_unseen", "de"), "Gehört: Schlagloch"]


async def test_a_voice_note_is_heard_where_somebody_can() -> None:
    town = Town(transcriber=FakeTranscriber("Ich brauche einen Termin"))
    town.telegram.files["voice-1"] = b"OggS"
    await town.hears(updates.content(1, 5, 77, voice=updates.VOICE))
    assert town.engine.texts() == ["Ich brauche einen Termin"]
    assert town.transcriber is not None
    assert town.transcriber.heard == [(b"OggS", "de")]


@pytest.mark.parametrize(
    ("seconds", "files", "words", "key"),
    [
        (61, True, "x", "voice_too_long"),
        (4, False, "x", "voice_unclear"),
        (4, True, " ", "voice_unclear"),
    ],
)
async def test_a_voice_note_that_nobody_can_hear(
    seconds: int, files: bool, words: str, key: str
) -> None:
    town = Town(transcriber=FakeTranscriber(words))
    if files:
        town.telegram.files["voice-1"] = b"OggS"
    await town.hears(updates.content(1, 5, 77, voice=updates.VOICE | {"duration": seconds}))
    assert town.telegram.texts(77) == [text(key, "de", most=60)]


async def test_groups_are_declined_and_left(town: Town) -> None:
    await town.hears(updates.member(1, updates.group(9), "member", "left"))
    assert town.telegram.texts(-9) == [text("group", "de")]
    assert town.telegram.left == [-9]
    assert town.engine.heard == []


async def test_who_blocks_gets_nothing_until_they_write_again(town: Town) -> None:
    await town.hears(
        updates.text(1, 5, 77, "Hallo"), updates.member(2, updates.private(77), "kicked")
    )
    assert town.channel.chats[77].blocked
    await town.hears(updates.text(3, 6, 77, "Da bin ich wieder"))
    assert not town.channel.chats[77].blocked


async def test_a_block_is_noticed_while_answering(town: Town) -> None:
    town.telegram.blocked.add(77)
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    assert town.channel.chats[77].blocked
    assert town.channel.open_updates == {}


async def test_card_numbers_are_refused(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Termin, Karte 4111 1111 1111 1111"))
    assert "4111" not in town.engine.texts()[0]
    assert len(town.telegram.texts(77)) == 2


async def test_too_many_messages_are_told_so_once() -> None:
    town = Town(per_minute=2)
    await town.hears(*(updates.text(n, n, 77, f"Nachricht {n}") for n in range(1, 6)))
    assert len(town.engine.heard) == 2
    assert len(town.telegram.texts(77)) == 3
    assert town.channel.open_updates == {}


@pytest.mark.parametrize("said", ["   ", "x" * 4096, "\u202e\u202e\u202e"])
async def test_unreadable_messages_are_answered(town: Town, said: str) -> None:
    await town.hears(updates.text(1, 5, 77, said))
    assert len(town.telegram.texts(77)) == 1
    assert town.engine.heard == []


async def test_what_comes_with_an_answer(town: Town) -> None:
    town.channel.calendars["/api/ics"] = b"BEGIN:VCALENDAR"
    appointment = {"type": "appointment", "ics_url": "/api/ics"}
    office = {"type": "office", "office": "Walsum", "address": "Straße 1"}
    office |= {"latitude": 51.5, "longitude": 6.7}
    bars = {"type": "chart", "title": "Bäume", "rows": [{"label": "Süd", "value": 3}]}
    unknown = {"type": "of_a_later_version"}
    cards = (appointment, office, bars, unknown, {"type": "chart", "rows": []})
    town.engine.replies = tuple(Reply(f"Antwort {n}", card=c) for n, c in enumerate(cards))
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    kinds = [type(item) for _, item in town.telegram.sent if not isinstance(item, Message)]
    assert kinds == [Document, Place, Picture]
    picture = next(item for _, item in town.telegram.sent if isinstance(item, Picture))
    assert picture.caption == "Bäume: Süd 3"


async def test_a_long_answer_comes_in_pieces_with_its_buttons_below(town: Town) -> None:
    town.engine.replies = (Reply("Ein langer Satz. " * 500, ASKING[0].buttons),)
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    messages = [item for _, item in town.telegram.sent if isinstance(item, Message)]
    assert len(messages) == 3
    assert [bool(message.keyboard) for message in messages] == [False, False, True]


async def test_chats_that_were_erased_begin_anew(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"), updates.text(2, 6, 77, "/daten"))
    await town.hears(updates.press(3, 77, 1001, last_keys(town)[text("data_delete", "de")], None))
    await town.hears(updates.press(4, 77, 1001, last_keys(town)[text("data_yes", "de")], None))
    assert town.telegram.texts(77)[-1] == text("data_deleted", "de")
    assert town.conversations.erased == {"conversation-1"}
    await town.hears(updates.text(5, 7, 77, "Da bin ich wieder"))
    assert town.telegram.texts(77)[-1] == "Gehört: Da bin ich wieder"
    assert town.engine.heard[-1][0].conversation_id == "conversation-2"


async def test_a_file_of_one_s_own_data(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"), updates.text(2, 6, 77, "/daten"))
    keys = last_keys(town)
    for number, key in enumerate(("data_see", "data_export"), 3):
        await town.hears(updates.press(number, 77, 1001, keys[text(key, "de")], None))
    files = {i.name: i.content.decode() for _, i in town.telegram.sent if isinstance(i, Document)}
    assert list(files) == ["gespraech-2026-12-01.txt", "meine-daten-2026-12-01.json"]
    assert all("Gehört: Hallo" in content for content in files.values())


async def test_the_end_of_waiting_for_staff(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    town.conversations.state = "waiting"
    await town.hears(updates.text(2, 6, 77, "/ende"))
    assert town.conversations.reactions == [("leave", "conversation-1", "de")]
    assert len(town.engine.heard) == 1, "what follows comes as a notice"


@pytest.mark.parametrize(
    ("what", "note"),
    [
        ({"photo": updates.PHOTO, "caption": "Das Loch"}, "[Foto, nicht übertragen] Das Loch"),
        ({"voice": updates.VOICE}, "[Sprachnachricht, nicht übertragen]"),
        ({"sticker": updates.STICKER}, "[Datei, nicht übertragen]"),
    ],
)
async def test_staff_are_told_what_was_sent(town: Town, what: dict[str, Any], note: str) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    town.conversations.state = "staff"
    await town.hears(updates.content(2, 6, 77, **what))
    assert town.conversations.record("conversation-1")[-1] == ("person", note)
    assert len(town.engine.heard) == 1


async def test_a_rating(town: Town) -> None:
    await town.hears(updates.text(1, 5, 77, "Hallo"))
    await town.hears(updates.press(2, 77, 1001, "t.rate.5", None))
    await town.hears(updates.press(3, 77, 1001, "t.rate.6", None))
    assert town.conversations.reactions == [("rate", "conversation-1", 5, "")]
