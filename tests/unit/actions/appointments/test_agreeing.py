"""A yes to "shall I cancel?" in the task's own words."""

import pytest

from actions.appointments.existing import _wants_it_cancelled
from tests.unit.actions.support import said


@pytest.mark.parametrize("text", ["ja, absagen", "Ja bitte stornieren", "yes, cancel it"])
def test_a_yes_beside_the_own_word(text: str) -> None:
    assert _wants_it_cancelled(said(text, "stop"))


@pytest.mark.parametrize("text", ["Termin absagen", "nein, nicht absagen", "ja", "absagen, wenn"])
def test_less_than_a_yes(text: str) -> None:
    assert not _wants_it_cancelled(said(text, "stop"))
