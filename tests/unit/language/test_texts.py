"""Text files with German and English side by side."""

from pathlib import Path

import pytest

from language.texts import Texts

TEXTS = Texts({"greeting": {"de": "Hallo {name}", "en": "Hello {name}"}, "only": {"de": "Nur"}})


def test_a_text_with_its_values() -> None:
    assert TEXTS.get("greeting", "en", name="Anna {x}") == "Hello Anna {x}"


@pytest.mark.parametrize("language", ["fr", "", "tr"])
def test_other_languages_get_german(language: str) -> None:
    assert TEXTS.get("greeting", language, name="Anna") == "Hallo Anna"


def test_a_text_in_german_alone() -> None:
    assert TEXTS.get("only", "en") == "Nur"


def test_a_missing_key_or_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        TEXTS.get("unknown", "de")
    with pytest.raises(KeyError):
        TEXTS.get("greeting", "de")


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "texts.yml"
    file.write_text("greeting:\n  de: Grüße\n  en: Greetings\n", encoding="utf-8")
    assert Texts.load(file).get("greeting", "de") == "Grüße"
