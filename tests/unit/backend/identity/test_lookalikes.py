"""Addresses that look or fold alike belong to different people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.identity.domain.contact import Kind, contact_of, email_key
from tests.unit.backend.identity.support import People

PAIRS = [
    ("strasse@example.org", "straße@example.org"),
    ("mike@example.org", "mıke@example.org"),
    ("mike@example.org", "m\u0130ke@example.org"),
    ("kim@example.org", "\u212aim@example.org"),
    ("office@example.org", "o\ufb03ce@example.org"),
    ("anna@example.org", "ann\u0430@example.org"),
    ("jose\u0301@example.org", "jos\u00e9@example.org"),
    ("max@example.org", "max+x@example.org"),
    ("m.ax@example.org", "max@example.org"),
    ("ÄNNE@example.org", "änne@example.org"),
]


@pytest.mark.parametrize(("victim", "attacker"), [*PAIRS, *((b, a) for a, b in PAIRS)])
def test_who_proves_one_address_sees_nothing_of_the_other(
    people: People, victim: str, attacker: str
) -> None:
    for address, time in ((victim, "10:00"), (attacker, "11:00")):
        hold = people.api.hold(f"2026-03-04T{time}").json()["hold_id"]
        assert people.api.confirm(hold, email=address).status_code == 201
    own = people.own(people.proof(attacker)).json()["appointments"]
    assert people.last.contact.address == attacker
    assert [each["start"] for each in own] == ["2026-03-04T11:00"]


@pytest.mark.parametrize(("victim", "attacker"), PAIRS)
def test_a_lookalike_that_nobody_booked_with_gets_no_code(
    people: People, victim: str, attacker: str
) -> None:
    hold = people.api.hold("2026-03-04T10:00").json()["hold_id"]
    people.api.confirm(hold, email=victim)
    people.asked(attacker)
    assert people.messages.sent == []


@settings(max_examples=40)
@given(st.emails())
def test_only_the_case_of_ascii_letters_is_ignored(address: str) -> None:
    for spelling in (address, address.upper(), address.lower(), f" {address} "):
        found = contact_of(spelling)
        assert found is not None
        assert (found.kind, found.key) == (Kind.EMAIL, address.lower())


@given(st.text(max_size=30), st.text(max_size=30))
def test_two_texts_are_one_contact_only_if_they_differ_in_case_alone(one: str, two: str) -> None:
    if email_key(one) == email_key(two):
        assert len(one.strip()) == len(two.strip())
        assert all(
            a == b or (a.isascii() and b.isascii() and a.lower() == b.lower())
            for a, b in zip(one.strip(), two.strip(), strict=True)
        )


@given(st.text(max_size=300))
def test_any_text_is_a_contact_or_none(text: str) -> None:
    found = contact_of(text)
    assert found is None or len(found.key) <= 254
