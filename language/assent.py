"""Whether a message is a yes or a no and nothing else."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from language.text import words
from language.vocabulary import load

_MOST_WORDS = 12
_LONGEST_PHRASE = 5
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_NEGATIVE = {"no", "wrong", "not"}
_POSITIVE = {"yes", "agreed", "praise", "stressed", "done"}
_OUTRIGHT = {"yes", "agreed", "no"}


def assent(text: str) -> bool | None:
    """True for a yes, False for a no, None for all else.

    Nothing else may stand in the message: "ja, aber am Mittwoch", "ja?" and "jein" are
    None, and so is what says both. What negates a yes never reads as one.
    """
    forms = [word.form for word in words(_signs_as_words(text))]
    if "?" in text or not forms or len(forms) > _MOST_WORDS:
        return None
    kinds = set(_kinds(forms))
    if kinds & {"unknown", "question"} or ("thing" in kinds and not kinds & _OUTRIGHT):
        return None
    if kinds & _NEGATIVE:
        return False if _is_plain_no(kinds) else None
    if "thanks" in kinds:
        kinds.discard("praise")
    return True if kinds & _POSITIVE else None


def _is_plain_no(kinds: set[str]) -> bool:
    """Whether nothing speaks for a yes but what a "nicht" turns round."""
    if "yes" in kinds or {"wrong", "not"} <= kinds:
        return False
    return "not" in kinds or not kinds & (_POSITIVE | {"contrary"})


def _kinds(forms: Sequence[str]) -> Iterator[str]:
    """What each phrase of the message is, the longest first; ends at an unknown word."""
    at = 0
    while at < len(forms):
        for length in range(min(_LONGEST_PHRASE, len(forms) - at), 0, -1):
            kind = _kind(" ".join(forms[at : at + length]))
            if kind:
                break
        yield kind or "unknown"
        if kind is None:
            return
        at += length


def _kind(phrase: str) -> str | None:
    kind = _phrases().get(phrase)
    return kind or _phrases().get(_DRAWN_OUT.sub(r"\1", phrase))


@cache
def _phrases() -> dict[str, str]:
    named = load("assent")["phrases"]
    return {phrase: kind for kind, phrases in named.items() for phrase in phrases}


@cache
def _signs() -> dict[int, str]:
    return {
        ord(sign): f" {word} " for word, signs in load("assent")["signs"].items() for sign in signs
    }


def _signs_as_words(text: str) -> str:
    return text.translate(_signs())
