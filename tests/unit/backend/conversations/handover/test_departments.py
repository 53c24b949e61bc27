"""When departments are there, and which one takes what."""

from datetime import datetime
from pathlib import Path

import pytest

from backend.conversations.handover.settings import HandoverSettings, read_departments
from backend.kit.settings import REPOSITORY

CITY = read_departments(REPOSITORY / "data" / "city")
SERVICE = CITY.all[0]


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-03-02T07:59", "2026-03-02T08:00"),
        ("2026-03-02T08:00", None),
        # The lunch break.
        ("2026-03-02T12:30", "2026-03-02T13:15"),
        ("2026-03-02T15:59", None),
        ("2026-03-02T16:00", "2026-03-03T08:00"),
        # A weekend, Christmas Eve with the feast and the weekend behind it, and All Saints' Day.
        ("2026-03-06T12:30", "2026-03-09T08:00"),
        ("2026-12-24T10:00", "2026-12-28T08:00"),
        ("2025-12-31T10:00", "2026-01-02T08:00"),
    ],
)
def test_hours_with_lunch_break_and_holidays(at: str, opens: str | None) -> None:
    now = datetime.fromisoformat(at)
    assert CITY.is_open(SERVICE, now) is (opens is None)
    if opens:
        assert CITY.opens_at(SERVICE, now) == datetime.fromisoformat(opens)


def test_topics_choose_the_department() -> None:
    assert CITY.for_topics(["submit_idea"]).key == "smart_city"
    assert CITY.for_topics(["book_appointment"]) is SERVICE
    assert CITY.for_topics([]) is SERVICE


def test_a_city_without_the_file_gets_the_sample(tmp_path: Path) -> None:
    assert read_departments(tmp_path).all[0].sample


@pytest.mark.parametrize("hours", ['["16:00-08:00"]', '["8-16"]'])
def test_impossible_hours_are_refused(tmp_path: Path, hours: str) -> None:
    text = f"departments: [{{key: a, name: {{de: A, en: A}}, hours: {{mon: {hours}}}}}]"
    (tmp_path / "handover.yml").write_text(text)
    with pytest.raises(ValueError, match=r"ends before|does not match"):
        read_departments(tmp_path)


def test_staff_are_warned_before_they_lose_a_conversation() -> None:
    with pytest.raises(ValueError, match="staff_warn_minutes"):
        HandoverSettings(staff_warn_minutes=6, staff_silent_minutes=6)
