"""Commands in both languages."""

import pytest

from connectors.telegram.channel import profile
from connectors.telegram.commands import COMMANDS, read_command


@pytest.mark.parametrize(
    ("text", "key", "rest", "language"),
    [
        ("/start", "start", "", None),
        ("/hilfe", "help", "", "de"),
        ("/help", "help", "", "en"),
        ("/termin Reisepass", "appointment", "Reisepass", "de"),
        ("/appointment@duisburg_bot", "appointment", "", "en"),
        ("/SPRACHE", "language", "", "de"),
        ("/daten", "data", "", "de"),
        ("/end", "end", "", "en"),
    ],
)
def test_a_command_is_read(text: str, key: str, rest: str, language: str | None) -> None:
    called = read_command(text)
    assert called is not None
    assert (called.command.key, called.rest, called.language) == (key, rest, language)


@pytest.mark.parametrize("text", ["Hallo", "/", "/unbekannt", "//start", "/inform{}", " /hilfe"])
def test_what_is_no_command_of_ours(text: str) -> None:
    assert read_command(text) is None


def test_the_menu_is_in_both_languages_and_every_entry_works() -> None:
    shown = profile()
    assert [name for name, _ in shown.menus["de"]] == [
        "hilfe",
        "termin",
        "sprache",
        "daten",
        "ende",
    ]
    assert [name for name, _ in shown.menus["en"]] == [
        "help",
        "appointment",
        "language",
        "data",
        "end",
    ]
    for menu in shown.menus.values():
        for name, words in menu:
            assert read_command(f"/{name}") is not None
            assert words
    assert len(COMMANDS) == len(shown.menus["de"]) + 1
    assert all(len(words) <= 512 for words in shown.descriptions.values())
