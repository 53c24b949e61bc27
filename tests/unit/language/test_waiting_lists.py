"""Wishes about the waiting list."""

import pytest

from language.waiting_lists import find_waiting_wish


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Setzen Sie mich auf die Warteliste", "join"),
        ("Sagen Sie mir Bescheid, wenn etwas früher frei wird", "join"),
        ("let me know if an earlier slot opens up", "join"),
        ("put me on the waiting list", "join"),
        ("Nehmen Sie mich von der Warteliste", "leave"),
        ("take me off the waitlist", "leave"),
        ("Ich nehme das Angebot an", "accept"),
        ("I'll take the earlier slot", "accept"),
        ("Das Angebot lehne ich ab", "decline"),
        ("I don't want the offer", "decline"),
        ("Ich will einen früheren Termin", None),
        ("Haben Sie einen früheren Termin?", None),
        ("Was ist die Warteliste?", None),
        ("Can I take an earlier appointment?", None),
        ("I take the first one", None),
    ],
)
def test_wishes(text: str, wish: str | None) -> None:
    assert find_waiting_wish(text) == wish
