"""A conversation as a test case: what is written reads back as the same steps."""

from pathlib import Path

import pytest
import yaml

from frontdoor.story import codes_booked, story
from tests.conversations.script import Reply, Script, Step, load
from tests.unit.frontdoor.support import Turn, pressed, reply, turn

CARD = {"type": "appointment", "code": "K7MP-3WQX"}
BOOKED = {
    "code": "K7MP-3WQX",
    "office": "walsum",
    "start": "2026-12-03T10:00:00",
    "end": "2026-12-03T10:30:00",
    "services": [{"key": "passport", "count": 2}],
    "status": "confirmed",
}


@pytest.fixture
def read(tmp_path: Path) -> "Reader":
    return Reader(tmp_path / "de" / "x.yml")


class Reader:
    """Writes a story into ``path`` and reads it as the tests do."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, *turns: Turn, **more: object) -> Script:
        self._path.parent.mkdir(exist_ok=True)
        self._path.write_text(story(turns, **more), encoding="utf-8")  # type: ignore[arg-type]
        return load(self._path)


def step(person: str | None, *keys: str, button: str | None = None, language: str = "de") -> Step:
    return Step(person, button, None, tuple(map(Reply, keys)) or None, (), language)


def test_there_and_back(read: Reader) -> None:
    script = read(
        turn("Ein Termin!", reply("utter_ask_people", "Wie viele?", "1 Person", "2 Personen")),
        pressed("2 Personen", reply("utter_ask_when")),
        turn("in English", reply("utter_switch_language"), reply("utter_ask_when"), language="en"),
        turn("tomorrow", reply("utter_offer_slots"), language="en"),
        turn("auf Deutsch", reply("utter_switch_language"), language="de"),
    )
    assert script.steps == (
        step("Ein Termin!", "utter_ask_people"),
        step(None, "utter_ask_when", button="2 Personen"),
        step("in English", "utter_switch_language", "utter_ask_when", language="en"),
        step("tomorrow", "utter_offer_slots", language="en"),
        step("auf Deutsch", "utter_switch_language"),
    )
    assert (script.language, script.booked, script.known_bug) == ("de", (), None)


@pytest.mark.parametrize(
    "text",
    [
        'Er sagte "ja": #1, {x} [y] & *z',
        "yes",
        "12:30",
        "  ",
        "a\nb\tc\\",
        "👍 für\u2028mich\x85\u00a0",
        "null",
    ],
)
def test_whatever_people_type(read: Reader, text: str) -> None:
    assert read(turn(text, reply("utter_greet"))).steps[0].person == text


def test_letters_stay_readable() -> None:
    assert '  - person: "Für Änne 👍?"\n    bot: [utter_greet]\n' in story(
        [turn("Für Änne 👍?", reply("utter_greet"))]
    )


def test_the_fields_in_their_order() -> None:
    told = story([turn("Hallo", reply("a")), turn("hi", reply("b"), language="en")])
    [_, second] = yaml.safe_load(told)["steps"]
    assert list(second) == ["person", "bot", "language"]


def test_what_was_booked(read: Reader) -> None:
    talk = [turn("ja", reply("utter_booked", card=CARD)), turn("k7mp-3wqx?", reply("utter_greet"))]
    assert codes_booked(talk) == ["K7MP-3WQX"]
    script = read(*talk, booked=[BOOKED])
    assert script.booked == (
        {
            "office": "walsum",
            "services": {"passport": 2},
            "start": "2026-12-03T10:00",
            "status": "confirmed",
        },
    )
    assert script.steps[1].person == "{code}?"


def test_a_booking_nobody_can_look_up(read: Reader) -> None:
    talk = [turn("ja", reply("utter_booked", card=CARD))]
    assert read(*talk).booked == ()
    assert "# booked: fill in" in story(talk)
    assert "K7MP-3WQX" in story(talk)


def test_an_appointment_that_was_only_looked_up_is_not_booked() -> None:
    talk = [turn("K7MP-3WQX", reply("utter_appointment", card=CARD))]
    assert codes_booked(talk) == []
    assert '"K7MP-3WQX"' in story(talk)


def test_a_repeat_has_the_key_it_had_first(read: Reader) -> None:
    script = read(
        turn("Termin", reply("utter_ask_office", "Wo?")), turn("Wie bitte?", reply(None, "Wo?"))
    )
    assert script.steps[1] == step("Wie bitte?", "utter_ask_office")


def test_a_reply_without_a_key_is_a_comment(read: Reader) -> None:
    talk = [turn("Was?", reply(None, "Nie gesagt"), reply("utter_greet"))]
    assert read(*talk).steps == (step("Was?"),)
    assert '    # bot: without a key: "Nie gesagt", utter_greet\n' in story(talk)


def test_no_answer_is_a_comment(read: Reader) -> None:
    assert read(turn("Was?")).steps == (step("Was?"),)


def test_what_was_pressed_elsewhere_is_typed(read: Reader) -> None:
    talk = [turn("Hallo", reply("utter_greet")), pressed("English", reply("x"), language="en")]
    assert read(*talk).steps[1] == step("English", "x", language="en")
    assert "# pressed, but" in story(talk)


def test_many_replies_have_a_line_each(read: Reader) -> None:
    keys = [f"utter_something_rather_long_{number}" for number in range(4)]
    talk = turn("Alles", *map(reply, keys))
    assert read(talk).steps == (step("Alles", *keys),)
    assert max(map(len, story([talk]).splitlines())) <= 100


def test_an_unknown_language_changes_nothing(read: Reader) -> None:
    script = read(turn("Hi", reply("a"), language="en"), turn("x", reply("b"), language=None))
    assert [each.language for each in script.steps] == ["de", "de"]
    assert "begun in en/" in story([turn("Hi", language="en")])
