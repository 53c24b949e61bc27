"""Texts as MarkdownV2: what people see is exactly what was said."""

from hypothesis import given
from hypothesis import strategies as st

from connectors.core.turn import Button
from connectors.telegram.keyboards import keyboard, read_own, used
from connectors.telegram.outgoing import Key, Message
from connectors.telegram.wire import inline, markdown
from tests.servers.telegram.markdown import shown

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@given(ANY_TEXT)
def test_every_text_is_shown_as_it_is(text: str) -> None:
    assert shown(markdown(Message(text))) == text


@given(ANY_TEXT, ANY_TEXT.filter(bool))
def test_nobody_s_name_is_a_mark(text: str, name: str) -> None:
    assert shown(markdown(Message(text, sender=name))) == f"{name}\n{text}"


def test_short_choices_stand_side_by_side_and_long_ones_below_one_another() -> None:
    short = keyboard([Button("Ja", "b.4.0"), Button("Nein", "b.4.1")])
    assert short == ((Key("Ja", "b.4.0"), Key("Nein", "b.4.1")),)
    long = keyboard([Button("Mo., 30.11., 15:00 Uhr", "b.4.0"), Button("Ja", "b.4.1")])
    assert [len(row) for row in long] == [1, 1]


def test_no_buttons_are_no_keyboard() -> None:
    assert inline(keyboard([])) is None


def test_a_used_button_means_nothing_any_more() -> None:
    [[key]] = used("Ja, buchen")
    assert key.title == "✓ Ja, buchen"
    assert read_own(key.data) is None
