"""What time does to a handover."""

from datetime import datetime

import pytest

from backend.conversations.handover.domain.handover import Handover
from backend.conversations.handover.domain.timing import Due, Rules, There, due
from tests.unit.backend.conversations.handover.samples import NOON, handover, minutes, taken

RULES = Rules(
    staff_warned=minutes(3),
    staff_silent=minutes(6),
    staff_gone=minutes(2),
    person_warned=minutes(10),
    person_gone=minutes(5),
    nobody=minutes(4),
)


def ask(
    what: Handover,
    at: float,
    *,
    seen: float | None = None,
    anybody: float | None = None,
    within_hours: bool = True,
) -> Due | None:
    """What is due `at` minutes after noon; staff gave signs of life until `seen`."""

    def moment(passed: float | None) -> datetime | None:
        return None if passed is None else NOON + minutes(passed)

    there = There(within_hours, moment(anybody), moment(at if seen is None else seen))
    return due(what, there, NOON + minutes(at), RULES)


@pytest.mark.parametrize(
    ("at", "expected"),
    [(5, None), (7.9, None), (8, Due.WARN_STAFF), (10.9, Due.WARN_STAFF), (11, Due.STAFF_SILENT)],
)
def test_staff_who_took_it_and_say_nothing(at: float, expected: Due | None) -> None:
    assert ask(taken(), at) is expected


def test_staff_are_warned_once_for_each_silence() -> None:
    warned = taken(staff_warned_at=NOON + minutes(8))
    assert ask(warned, 9) is None
    assert ask(warned, 11) is Due.STAFF_SILENT
    # The person wrote again after an answer: another silence, another warning.
    answered = taken(
        staff_warned_at=NOON + minutes(8),
        staff_at=NOON + minutes(9),
        person_at=NOON + minutes(20),
    )
    assert ask(answered, 22) is None
    assert ask(answered, 23) is Due.WARN_STAFF


def test_staff_whose_console_is_gone() -> None:
    answered = taken(staff_at=NOON + minutes(6))
    assert ask(answered, 30, seen=28.1) is Due.WARN_PERSON
    assert ask(answered, 30, seen=28) is Due.STAFF_GONE


def test_an_answer_without_a_console_is_a_sign_of_life() -> None:
    there = There(within_hours=True, anybody_at=None, staff_seen_at=None)
    answered = taken(staff_at=NOON + minutes(6))
    assert due(answered, there, NOON + minutes(7), RULES) is None
    assert due(answered, there, NOON + minutes(8), RULES) is Due.STAFF_GONE


@pytest.mark.parametrize(
    ("at", "warned", "expected"),
    [
        (15.9, None, None),
        (16, None, Due.WARN_PERSON),
        (18, 16, None),
        (21, 16, Due.PERSON_GONE),
    ],
)
def test_a_person_who_does_not_answer(
    at: float, warned: float | None, expected: Due | None
) -> None:
    warned_at = None if warned is None else NOON + minutes(warned)
    silent = taken(staff_at=NOON + minutes(6), person_warned_at=warned_at)
    assert ask(silent, at) is expected


def test_a_person_who_answers_the_warning_stays() -> None:
    back = taken(
        staff_at=NOON + minutes(6),
        person_warned_at=NOON + minutes(16),
        person_at=NOON + minutes(17),
    )
    assert ask(back, 19) is None


def test_who_waits_is_told_when_nobody_is_there_any_more() -> None:
    assert ask(handover(), 3, anybody=0) is None
    assert ask(handover(), 4, anybody=0) is Due.NOBODY
    assert ask(handover(), 30, anybody=29) is None
    assert ask(handover(), 1, anybody=1, within_hours=False) is Due.CLOSED


def test_who_is_with_staff_is_not_sent_away_at_closing_time() -> None:
    assert ask(taken(staff_at=NOON + minutes(6)), 7, within_hours=False) is None
