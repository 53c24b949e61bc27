"""That a booking code is not at hand."""

import pytest

from language.lost_codes import lacks_code


@pytest.mark.parametrize(
    "text",
    [
        *("Ich habe den Code nicht mehr", "hab den code nicht", "Den Code habe ich verloren"),
        *("Ich finde meinen Buchungscode nicht", "keinen Code", "Code vergessen"),
        *("ich weiß die Nummer nicht mehr", "Die Bestätigungsmail ist weg"),
        *("I lost my booking code", "I don't have the code", "no code", "can't find the code"),
    ],
)
def test_a_lost_code(text: str) -> None:
    assert lacks_code(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Hier ist der Code: K7MP-3WQX", "Was passiert, wenn ich den Code verliere?"),
        *("Kann ich ohne Code buchen?", "Wozu brauche ich den Code?", "Ich habe nicht viel Zeit"),
        *("What if I lose the code?", "the code is K7MP-3WQX", "Can I book without a code?"),
    ],
)
def test_no_lost_code(text: str) -> None:
    assert not lacks_code(text)
