"""Back, from the start, go on: only where the whole message says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.commands import find_command

BACK = """
zurück|zurueck|zuruck|Zurück!|zurück bitte|bitte zurück|noch mal zurück bitte|einen Schritt zurück
geh einen Schritt zurück|eins zurück|nochmal eins zurück|ich will zurück
ich möchte bitte zurückgehen|Können Sie noch mal zurück gehen?|eine Frage zurück|vorherige Frage
zurück zur vorherigen Frage|hömma geh ma zurück|nee, zurück|back|go back|please go back
can we go back?|previous question|one step back|take me back please|go back one step
I want to go back|could you go back to the previous question
"""
RESTART = """
von vorn|von vorne|nochmal von vorne|noch einmal von vorne bitte|nochmal von vorn|alles neu
neu anfangen|ich möchte neu anfangen|fang nochmal von vorne an|fangen wir von vorne an|neustart
alles auf Anfang|zurück zum Anfang|können wir nochmal von vorne anfangen|von Anfang an bitte
restart|start over|start over please|from the beginning|from the beginning please
can we start over|let's start again|I want to start from scratch|reset|begin again
back to the start
"""
CONTINUE = """
weiter|weiter bitte|Weiter!|ok weiter|ja weiter|weitermachen|mach weiter|mach ma weiter
machen wir weiter|bitte machen Sie weiter|weiter geht's|wo waren wir
wo waren wir stehen geblieben?|also wo waren wir gerade|fortfahren|continue|please continue|go on
ok go on|carry on|keep going|where were we|where were we?|let's continue|proceed
"""
WAIT = """
Moment|einen Moment bitte|ich brauche einen Moment|warte mal|warten Sie kurz|Augenblick
gib mir eine Sekunde|ich muss kurz nachsehen|wait|hold on|one moment please|give me a second
I need a minute|hang on
"""
NONE = """
weiter weg|zurück in Walsum|ich komme am Montag zurück|rufen Sie mich zurück
Termin weiter nach hinten|Wie geht es weiter?|und weiter|weiter so|weiter unten|nicht weiter
nicht zurück|ich bin zurück|zurück aus dem Urlaub|Rückruf bitte|kann ich den Pass zurückgeben
bitte weiterleiten|weitere Termine|weitere bitte|noch mehr|weiter nach Westen
weiter Termine zeigen|von vorn herein|der Eingang von vorne|alles neu in Walsum
ich bin neu in Duisburg|neu|Anfang Mai|am Anfang der Woche|von Montag an|vorne|nochmal
noch einmal bitte|bitte|ja|ok|nein|äh|back office|my back hurts|I'll be back on Monday
call me back|back to Walsum|go|on|on Monday|go to Walsum|start|start on Monday
continue with Facebook|previous appointment|cancel|stopp|abbrechen|Hallo|Reisepass|12.12.|?|!
wann waren wir dran|wo war das|wo ist das Amt|where is the office|mach das
mach den Termin weiter hinten
"""


def lines(text: str) -> list[str]:
    return [part for line in text.strip().splitlines() for part in line.split("|")]


@pytest.mark.parametrize(
    ("text", "command"),
    [
        *((text, "back") for text in lines(BACK)),
        *((text, "restart") for text in lines(RESTART)),
        *((text, "continue") for text in lines(CONTINUE)),
        *((text, "wait") for text in lines(WAIT)),
    ],
)
def test_a_command(text: str, command: str) -> None:
    found = find_command(text)
    assert found
    assert found.command == command


@pytest.mark.parametrize("text", ["", *lines(NONE)])
def test_no_command(text: str) -> None:
    assert find_command(text) is None


def test_a_command_knows_its_place() -> None:
    text = "Äh, bitte noch mal einen Schritt zurück, ja?"
    found = find_command(text)
    assert found
    assert text[found.start : found.end] == "einen Schritt zurück"


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    found = find_command(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
