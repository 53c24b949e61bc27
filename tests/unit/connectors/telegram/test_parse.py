"""Updates of every kind, and bodies that are none."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.telegram.parse import Malformed, read
from connectors.telegram.update import Kind, Update
from tests.servers.telegram import updates

KEYBOARD = {"inline_keyboard": [[{"text": "Ja, buchen", "callback_data": "b.4.0"}]]}
EVERY: dict[str, dict[str, Any]] = {
    "text": updates.text(1, 5, 77, "Hallo"),
    "edited": updates.edited(2, 5, 77, "Hallo!", 1_790_000_000),
    "press": updates.press(3, 77, 9, "b.4.0", KEYBOARD),
    "contact": updates.content(4, 6, 77, contact=updates.CONTACT),
    "location": updates.content(5, 7, 77, location=updates.MARXLOH),
    "photo": updates.content(6, 8, 77, photo=updates.PHOTO, caption="Hier"),
    "voice": updates.content(7, 8, 77, voice=updates.VOICE),
    "sticker": updates.content(8, 8, 77, sticker=updates.STICKER),
    "blocked": updates.member(9, updates.private(77), "kicked"),
    "unblocked": updates.member(10, updates.private(77), "member", "kicked"),
    "group": updates.member(11, updates.group(5), "member", "left"),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("text", Update(1, 77, Kind.TEXT, "de", 5, "Hallo")),
        ("edited", Update(2, 77, Kind.EDITED, "de", 5, "Hallo!", at=1_790_000_000)),
        (
            "press",
            Update(3, 77, Kind.PRESSED, "de", 9, "b.4.0", "Ja, buchen", callback="43823"),
        ),
        ("contact", Update(4, 77, Kind.CONTACT, "de", 6, "+4920312345678")),
        (
            "location",
            Update(5, 77, Kind.LOCATION, "de", 7, latitude=51.504, longitude=6.764),
        ),
        ("photo", Update(6, 77, Kind.PHOTO, "de", 8, "Hier", file="large")),
        ("voice", Update(7, 77, Kind.VOICE, "de", 8, file="voice-1", seconds=4)),
        ("sticker", Update(8, 77, Kind.OTHER, "de", 8)),
        ("blocked", Update(9, 77, Kind.BLOCKED, "de")),
        ("unblocked", Update(10, 77, Kind.UNBLOCKED, "de")),
        ("group", Update(11, -5, Kind.GROUP)),
    ],
)
def test_every_kind(name: str, expected: Update) -> None:
    assert read(EVERY[name]) == expected


@pytest.mark.parametrize("language", [None, "fr", "tr-TR", 5, "", "x"])
def test_a_language_that_is_not_ours_is_none(language: Any) -> None:
    update = read(updates.text(1, 5, 77, "Hallo", language))
    assert update is not None
    assert update.language is None


def test_messages_of_groups_tell_nothing_of_what_was_said() -> None:
    body = updates.text(1, 5, 77, "Hallo")
    body["message"]["chat"] = updates.group(9)
    assert read(body) == Update(1, -9, Kind.GROUP)


@pytest.mark.parametrize("kind", ["channel_post", "poll", "inline_query", "edited_channel_post"])
def test_other_kinds_do_not_concern_us(kind: str) -> None:
    assert read({"update_id": 1, kind: {}}) is None


def test_other_bots_are_not_answered() -> None:
    body = updates.text(1, 5, 77, "Hallo")
    body["message"]["from"]["is_bot"] = True
    assert read(body) is None


@pytest.mark.parametrize("body", [None, [], "text", 5, {}, {"update_id": "1"}, {"update_id": -1}])
def test_what_is_no_update(body: Any) -> None:
    with pytest.raises(Malformed):
        read(body)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(name=st.sampled_from(sorted(EVERY)), junk=ANY_JSON, data=st.data())
def test_one_field_of_another_type_never_breaks_it(
    name: str, junk: Any, data: st.DataObject
) -> None:
    body = copy.deepcopy(EVERY[name])
    path = data.draw(st.sampled_from(list(paths(body))))
    place: Any = body
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = junk
    try:
        update = read(body)
    except Malformed:
        return
    if update is not None:
        assert isinstance(update.text, str)
        assert type(update.chat) is int
        assert Update.from_json(update.as_json()) == update


def paths(value: Any, so_far: tuple[Any, ...] = ()) -> Any:
    """Every place in a JSON value."""
    if so_far:
        yield so_far
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(each, (*so_far, key))


def test_an_edit_has_a_name_of_its_own() -> None:
    written, edit = read(EVERY["text"]), read(EVERY["edited"])
    assert written is not None
    assert edit is not None
    assert (written.message_id, edit.message_id) == ("tg.5", "tg.5.1790000000")


@pytest.mark.parametrize("name", sorted(EVERY))
def test_what_is_stored_is_read_again(name: str) -> None:
    update = read(EVERY[name])
    assert update is not None
    assert Update.from_json(update.as_json() | {"of_a_later_version": 1}) == update
