"""E-mail addresses, telephone numbers and booking codes as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.kit.ids import SeededIds
from language.contacts import find_codes, find_contacts, find_emails, find_phones, normalise_phone


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("erika@example.org", ["erika@example.org"]),
        (
            "meine Mail: Erika.Muster+x@mail.example.co.uk, danke",
            ["Erika.Muster+x@mail.example.co.uk"],
        ),
        ("jürgen@müller.de", ["jürgen@müller.de"]),
        ("a@b.de und c@d.de", ["a@b.de", "c@d.de"]),
        ("erika@", []),
        ("@example.org", []),
        ("erika at example", []),
    ],
)
def test_emails(text: str, emails: list[str]) -> None:
    assert [match.group() for match in find_emails(text)] == emails


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("0203 / 283-0", "02032830"),
        ("0203 123456", "0203123456"),
        ("(0203) 12 34 56", "0203123456"),
        ("+49 171 1234567", "+491711234567"),
        ("0049 171 1234567", "00491711234567"),
        ("0049 203 283 2000", "00492032832000"),
        ("+49 (0)203 283-0", "+492032830"),
        ("02841 12345", "0284112345"),
        ("030 1234567", "0301234567"),
        ("0800 1234567", "08001234567"),
        ("+90 532 123 45 67", "+905321234567"),
        ("+31 6 12345678", "+31612345678"),
        ("01711234567", "01711234567"),
        ("meine Nummer ist 0171-123 45 67.", "01711234567"),
        ("123456", "123456"),
    ],
)
def test_phones(text: str, phone: str) -> None:
    assert [normalise_phone(match.group()) for match in find_phones(text)] == [phone]


@pytest.mark.parametrize(
    "text",
    [
        *("12345", "am 2.12.2026", "2026-12-02", "01.03.2026", "2. 12. 2026", "um 14:30", "14.30"),
        *(
            "0203 12",
            "0203 123",
            "0176 123",
            "01234567",
            "0999 123456",
            "0000000",
            "+49 203 12",
            "0049 176 1",
        ),
        *(
            "0203 1234567890123",
            "+1 234",
            "+999 123456",
            "2",
            "47179 Duisburg",
            "K7MP-3WQX",
            "erika1234567@example.org",
            "1234567890123456",
        ),
    ],
)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert list(find_phones(text)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("K7MP-3WQX", ["K7MP-3WQX"]),
        ("k7mp 3wqx", ["K7MP-3WQX"]),
        ("k7mp3wqx", ["K7MP-3WQX"]),
        ("Mein Code ist K7MP-3WQX.", ["K7MP-3WQX"]),
        ("KAMP-WQXZ", ["KAMP-WQXZ"]),
        ("KAMP WQXZ", []),
        ("noch eine", []),
        ("1234-5678", []),
        ("K7MP-3WQ", []),
        ("K7MP-3WQXY", []),
        ("O0IL-3WQX", []),
        ("K7MP-3WQX@example.org", []),
    ],
)
def test_codes(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in find_codes(text)] == codes


@given(st.integers())
def test_every_code_the_backend_gives_is_found(seed: int) -> None:
    code = SeededIds(seed).code()
    said = f"Mein Code: {code}"
    assert [found for found, _, _ in find_codes(said)] == [code]
    assert [found for found, _, _ in find_codes(code.lower())] == [code]


@pytest.mark.parametrize("text", ["0203 12", "0176 123", "null zwo null drei, eins zwo"])
def test_a_number_that_cannot_be_called_is_told_from_none(text: str) -> None:
    assert [match.kind for match in find_contacts(text, "de")] == ["invalid_phone"]
