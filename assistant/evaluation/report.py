"""The figures as text."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.evaluation.cases import Outcome
from assistant.evaluation.figures import (
    Score,
    by,
    calibration_error,
    confusions,
    detection,
    score,
)

_MOST_CONFUSIONS = 25
_MOST_MISSES = 400


def report(outcomes: Sequence[Outcome], *, misses: bool = False) -> str:
    """Everything worth knowing about ``outcomes``; with each miss when asked for."""
    return "\n".join(_lines(outcomes, misses))


def _lines(outcomes: Sequence[Outcome], misses: bool) -> Iterator[str]:
    yield from _table("all", {"": score(outcomes)})
    yield from _table("by language", by(outcomes, lambda o: o.case.language))
    yield from _table("by style", by(outcomes, lambda o: o.case.style))
    yield from _table(
        "by language and style", by(outcomes, lambda o: f"{o.case.language} {o.case.style}")
    )
    yield from _intents(outcomes)
    for intent in ("out_of_scope", "report_emergency", "request_human"):
        found = detection(outcomes, intent)
        yield f"{intent}: recall {found.recall:.3f}, precision {found.precision:.3f}"
    yield f"expected calibration error: {calibration_error(outcomes):.3f}"
    yield "\nmost frequent confusions (meant → understood)"
    for meant, said, count in confusions(outcomes)[:_MOST_CONFUSIONS]:
        yield f"{count:5}  {meant} → {said}"
    if misses:
        yield from _misses(outcomes)


def _table(title: str, scores: Mapping[str, Score]) -> Iterator[str]:
    yield f"{title:30} messages  accuracy  macro-F1"
    for name, found in scores.items():
        yield f"  {name:28} {found.total:8}  {found.accuracy:8.3f}  {found.macro_f1:8.3f}"
    yield ""


def _intents(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield f"{'by intent':30} messages  precision  recall    F1"
    for intent in sorted({outcome.case.intents[0] for outcome in outcomes}):
        found = detection(outcomes, intent)
        total = sum(outcome.case.intents[0] == intent for outcome in outcomes)
        yield (
            f"  {intent:28} {total:8}  {found.precision:9.3f}  {found.recall:6.3f}  {found.f1:.3f}"
        )
    yield ""


def _misses(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "\nmisses (meant → understood, confidence, message)"
    wrong = [outcome for outcome in outcomes if not outcome.is_right]
    for outcome in wrong[:_MOST_MISSES]:
        meant, said = "+".join(outcome.case.intents), "+".join(outcome.intents)
        yield f"  {meant} → {said}  {outcome.confidence:.2f}  {outcome.case.text}"
