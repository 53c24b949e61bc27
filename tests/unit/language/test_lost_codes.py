"""That a booking code is not at hand."""

import pytest

from language.lost_codes import lacks_code, lacks_it


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


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        *((said, True) for said in ("hab ich nicht", "Habe ich leider nicht mehr", "keine Ahnung")),
        *((said, True) for said in ("den weiß ich nicht mehr", "finde ich nicht", "verloren")),
        *((said, True) for said in ("I don't have it", "I lost it.", "no idea", "can't find it")),
        *((said, False) for said in ("nein", "Das will ich nicht", "Ich habe nicht viel Zeit")),
        *((said, False) for said in ("no", "I don't want that", "K7MP-3WQX")),
    ],
)
def test_a_short_answer_to_the_question_for_it(text: str, lacks: bool) -> None:
    assert lacks_it(text) is lacks
