import pytest

from backend.appointments import errors as appointment_errors
from backend.conversations import errors as conversation_errors
from backend.identity import errors as identity_errors
from backend.kit import errors as kit_errors
from backend.kit.errors import ServiceError
from backend.kit.texts import load_texts, preferred_language
from backend.services import TEXT_FILES

TEXTS = load_texts(TEXT_FILES)


def test_both_languages_have_the_same_placeholders() -> None:
    for key in TEXTS.names():
        assert TEXTS.placeholders(key, "de") == TEXTS.placeholders(key, "en"), key


@pytest.mark.parametrize(
    "module", [kit_errors, appointment_errors, conversation_errors, identity_errors]
)
def test_every_error_has_a_text_and_its_own_code(module: object) -> None:
    found = [
        each
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, ServiceError) and each is not ServiceError
    ]
    assert found
    assert len({each.code for each in found}) == len(found)
    for each in found:
        assert each.text_key in TEXTS.names()
        assert 400 <= each.status < 600


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "de"),
        ("", "de"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("fr, en;q=0.5, de;q=0.7", "de"),
        ("fr", "de"),
        ("en;q=rubbish", "de"),
        ("en;q=0", "de"),
    ],
)
def test_language_of_a_header(header: str | None, language: str) -> None:
    assert preferred_language(header) == language


def test_a_key_in_two_files_is_refused() -> None:
    with pytest.raises(ValueError, match="exists already"):
        load_texts([*TEXT_FILES, TEXT_FILES[0]])
