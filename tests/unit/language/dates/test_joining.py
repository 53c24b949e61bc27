"""Words read by their neighbours. The reference is Wednesday, 25 November 2026, 10:00."""

import pytest

from tests.unit.language.dates.support import meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tues aft after 4", "2026-12-01 16:00/18:00"),
        ("fri eve", "2026-11-27 17:00/22:00"),
        ("my name is Eve", "-"),
        ("power at the outlet aft of the bridge", "-"),
        ("half-five-ish tomorrow", "2026-11-26 17:30"),
        ("17:15-ish on Monday", "2026-11-30 17:15"),
        ("Fridayish", "2026-11-27"),
        ("is the British museum open on Friday", "2026-11-27"),
        ("thirteen hundred today", "2026-11-25 13:00"),
        ("oh nine hundred on Friday", "2026-11-27 09:00"),
        ("eighteen thirty hours tomorrow", "2026-11-26 18:30"),
        ("thirteen hundred people", "-"),
        ("in a hundred hours", "2026-11-29 14:00"),
        ("in a hundred and fifty minutes", "2026-11-25 12:30"),
        ("could I drop by at ten on Friday", "2026-11-27 10:00"),
        ("I will come by 10 on Friday", "2026-11-25 10:00/2026-11-27 10:00"),
    ],
)
def test_neighbours_say_what_a_word_means(text: str, expected: str) -> None:
    assert meant(text, "en") == expected
