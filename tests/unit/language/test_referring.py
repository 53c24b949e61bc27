"""What refers to the appointment just shown."""

import pytest

from language.referring import moves_it


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("verschieb ihn um 5 Minuten nach hinten", True),
        ("Verschieben Sie den bitte auf Montag", True),
        ("Kann ich ihn auf morgen verlegen?", True),
        ("Ich würde das gern verschieben", True),
        ("move it to Friday", True),
        ("could you reschedule this please", True),
        ("push it back an hour", True),
        ("Meine Ladereservierung verschieben", False),
        ("Wann ist er?", False),
        ("I moved last week", False),
        ("move my charging slot", False),
    ],
)
def test_another_time_for_it(text: str, moves: bool) -> None:
    assert moves_it(text) is moves
