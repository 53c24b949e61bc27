"""Finding names although they are mistyped, inflected or compounded."""

import pytest

from language.gazetteer import Gazetteer

NAMES = Gazetteer(
    {
        "passport": ["Reisepass", "Pass", "travel passport"],
        "card": ["Personalausweis", "Ausweis"],
        "temporary": ["vorläufiger Ausweis"],
        "quarter": ["Süd"],
    }
)


def found(text: str) -> list[tuple[str, str]]:
    return [(match.key, text[match.start : match.end]) for match in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("mein Reisepass", [("passport", "Reisepass")]),
        ("REISEPASS!", [("passport", "REISEPASS")]),
        ("Reisepas", [("passport", "Reisepas")]),
        ("Resiepass", [("passport", "Resiepass")]),
        ("Reisepassantrag", [("passport", "Reisepassantrag")]),
        ("Personalausweise", [("card", "Personalausweise")]),
        ("Pass", [("passport", "Pass")]),
        ("Paß", [("passport", "Paß")]),
        ("Sued", [("quarter", "Sued")]),
        ("ein vorläufiger Ausweis", [("temporary", "vorläufiger Ausweis")]),
        ("vorlaeufiger ausweis", [("temporary", "vorlaeufiger ausweis")]),
        ("Pass und Ausweis", [("passport", "Pass"), ("card", "Ausweis")]),
    ],
)
def test_known_names(text: str, matches: list[tuple[str, str]]) -> None:
    assert found(text) == matches


@pytest.mark.parametrize(
    "text", ["", "Kompass", "Passant", "Pas", "Südfrüchte", "die Reise", "Spaß", "weiß ich nicht"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert found(text) == []
