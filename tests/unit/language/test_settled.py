"""Is it booked by now, or somebody else's?"""

import pytest

from language.settled import asks_whether_settled


@pytest.mark.parametrize(
    "text",
    [
        "ist das sicher gebucht?",
        "Ist das jetzt schon fest",
        "und ist der Termin jetzt gebucht?",
        "hat das geklappt?",
        "ist jetzt alles erledigt?",
        "Is it booked now?",
        "so is that confirmed",
        "is my appointment confirmed yet?",
    ],
)
def test_the_thing_at_hand(text: str) -> None:
    assert asks_whether_settled(text)


@pytest.mark.parametrize(
    "text",
    [
        "ja, ist gebucht",
        "Ist da noch ein Termin frei, der nicht gebucht ist?",
        "Habe ich schon einen Termin gebucht?",
        "is there an appointment that is not booked",
        "Wann ist das Amt fest geschlossen?",
        "ja bitte fest buchen",
        "yes, book it",
        "",
    ],
)
def test_all_else(text: str) -> None:
    assert not asks_whether_settled(text)
