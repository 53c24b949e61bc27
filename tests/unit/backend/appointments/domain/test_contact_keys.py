import pytest

from backend.appointments.domain.contact_keys import email_key, phone_key


def test_addresses_differ_by_more_than_case() -> None:
    assert email_key(" Erika@Example.ORG") == email_key("erika@example.org")
    assert email_key("a@example.org") != email_key("b@example.org")
    assert email_key(None) is email_key(" ") is None


@pytest.mark.parametrize(
    "number", ["0203 283-0", "+49 (0) 203 2830", "0049 203 2830", "(0203) 28 30", "2830"]
)
def test_one_number_in_many_forms(number: str) -> None:
    assert phone_key(number) == "+492032830"


def test_no_number_is_no_key() -> None:
    assert phone_key(None) is phone_key("--") is None
    assert phone_key("+31 20 123456") == "+3120123456"
