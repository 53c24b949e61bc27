"""Whether somebody who waits for staff would rather not wait any longer."""

from functools import cache

from language.text import words
from language.vocabulary import load

_POLITE = frozenset({"bitte", "please", "danke", "thanks", "doch", "jetzt", "now", "ok", "okay"})


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    written = load("leaving")
    said = [phrase for language in ("de", "en") for phrase in written[language]]
    return frozenset(tuple(word.form for word in words(phrase)) for phrase in said)


def leaves(text: str) -> bool:
    """True only if the message says nothing else: "nicht mehr warten", "back to the bot"."""
    said = tuple(word.form for word in words(text) if word.form not in _POLITE)
    return said in _phrases()
