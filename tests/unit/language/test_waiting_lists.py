"""Wishes about the waiting list."""

import pytest

from language.waiting_lists import answer_to_offer, find_waiting_wish


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


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *(
            (yes, "accept")
            for yes in ("ja", "Ja, nehme ich", "den nehme ich gerne", "ja, nehm ich!")
        ),
        *((yes, "accept") for yes in ("yes, I'll take it", "I'd like to take that one", "ok")),
        ("Ich nehme den Dienstag", "accept"),
        *((no, "decline") for no in ("nein danke", "Nein, ich behalte meinen", "lass mal")),
        *(
            (no, "decline")
            for no in ("I'd rather keep my appointment", "no thanks", "I stick with it")
        ),
        ("Ich bleibe lieber bei meinem Termin", "decline"),
        ("Kann ich den behalten?", None),
        ("Nehme ich dann mein Kind mit?", None),
        ("Das kann ich nicht annehmen, wenn es so früh ist", None),
        ("Wie lange bleibt das Angebot stehen", None),
        ("Was kostet ein Reisepass?", None),
        ("Danke", None),
    ],
)
def test_answers_to_an_offer(text: str, answer: str | None) -> None:
    assert answer_to_offer(text) == answer
