"""Knowledge gaps: what people said and the assistant did not understand. Pure."""

from dataclasses import dataclass
from datetime import datetime

from language.masking import is_name_alone, masked
from language.text import words

_UNSURE_BELOW = 0.5
_FEWEST_WORDS = 2
_LONGEST_KEPT = 400
_OUT_OF_SCOPE = "out_of_scope"
# Answers to questions; they hold names, and teach nothing.
_ANSWERS = frozenset({"inform", "affirm", "deny"})


@dataclass(frozen=True)
class Gap:
    """A message with personal data masked; of whom it came is not kept.

    ``intent`` and ``confidence`` are the best guess of that time, 0 to 1; ``id`` is set once it
    is stored.
    """

    text: str
    language: str
    intent: str
    confidence: float
    at: datetime
    id: int | None = None


def gap_of(
    text: str, language: str, intent: str | None, confidence: float | None, at: datetime
) -> Gap | None:
    """The gap that a message shows, or None when it was understood or teaches nothing."""
    guess, sure = intent or _OUT_OF_SCOPE, confidence or 0.0
    understood = guess != _OUT_OF_SCOPE and sure >= _UNSURE_BELOW
    if understood or guess in _ANSWERS or len(words(text)) < _FEWEST_WORDS or is_name_alone(text):
        return None
    return Gap(masked(text)[:_LONGEST_KEPT], language, guess, sure, at)


@dataclass(frozen=True)
class Example:
    """A gap that staff put right: training data in waiting."""

    text: str
    language: str
    intent: str
    by: str
    at: datetime
