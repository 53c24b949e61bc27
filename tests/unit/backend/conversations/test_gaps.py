"""What counts as a knowledge gap."""

from datetime import UTC, datetime

from backend.conversations.gaps import gap_of

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def kept(text: str, intent: str | None, confidence: float | None) -> str | None:
    gap = gap_of(text, "de", intent, confidence, NOW)
    return gap.text if gap else None


def test_what_is_out_of_scope_or_unsure_is_kept() -> None:
    assert kept("Wann kommt die Müllabfuhr?", "out_of_scope", 0.99)
    assert kept("mach mal dings bitte", "ask_help", 0.2)
    assert kept("mach mal dings bitte", None, None)


def test_what_was_understood_is_not() -> None:
    assert kept("Was kostet ein Reisepass?", "ask_service_info", 0.9) is None


def test_answers_and_names_are_not() -> None:
    assert kept("am 12. Mai oder so", "inform", 0.3) is None
    assert kept("Mehmet Yıldız", "ask_city_info", 0.2) is None
    assert kept("hä", "out_of_scope", 0.9) is None
