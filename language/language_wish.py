"""The language asked for by name: "auf Englisch bitte", "I don't speak German"."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from language.text import Word, words
from language.vocabulary import load

_OTHER = {"de": "en", "en": "de"}
_NEAR = 4
_LONGEST_READ = 400


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("languages")[key])


@cache
def _names() -> dict[str, str]:
    named: dict[str, Any] = load("languages")["names"]
    return {name: language for language, names in named.items() for name in names}


def wished_language(text: str) -> str | None:
    """The language asked for by name, "de" or "en", or None.

    Who refuses one wants the other: "I don't speak German". Of several the last one counts
    that is not refused. "Ein deutscher Pass" and "teach English" wish for none.
    """
    text = text[:_LONGEST_READ]
    tokens = words(text)
    mentions = [(at, _names()[token.form]) for at, token in enumerate(tokens) if _is_name(token)]
    refused = [of for at, of in mentions if _is_refused(tokens, at, text)]
    wanted = [
        of
        for at, of in mentions
        if not _is_refused(tokens, at, text) and _is_wish(tokens, at, text, bool(refused))
    ]
    if wanted:
        return wanted[-1]
    return _OTHER[refused[-1]] if refused else None


def _is_name(token: Word) -> bool:
    return token.form in _names()


def _is_refused(tokens: Sequence[Word], at: int, text: str) -> bool:
    """A "no" in the same clause before, or "… is bad" behind."""
    before = _clause_before(tokens, at, text)
    behind = [token.form for token in tokens[at + 1 : at + _NEAR]]
    if any(form in _words("refusals") for form in before):
        return not any(form in _words("well") for form in before)
    return any(form in _words("bad") for form in behind) or behind[1:3] in (
        ["nicht", "gut"],
        ["not", "good"],
    )


def _clause_before(tokens: Sequence[Word], at: int, text: str) -> list[str]:
    found: list[str] = []
    for index in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        gap = text[tokens[index].end : tokens[index + 1].start]
        if _parted(gap) or _is_name(tokens[index]):
            break
        found.append(tokens[index].form)
    return found


def _is_wish(tokens: Sequence[Word], at: int, text: str, corrects: bool) -> bool:
    others = [tokens[index].form for index in _clause(tokens, at, text) if index != at]
    rest = [form for form in others if form not in _words("fillers") and form not in _names()]
    if not rest or corrects:
        return True
    if any(form in _words("else") for form in others):
        return False
    led = at > 0 and tokens[at - 1].form in _words("wish_leads")
    asked = any(form in _words("wish_verbs") for form in others)
    adjective = tokens[at].form in {"deutsche", "deutschen", "deutsches", "englische", "englischen"}
    return (led or asked) and (not adjective or led)


def _clause(tokens: Sequence[Word], at: int, text: str) -> range:
    """The positions of the words between the marks around the word at ``at``."""
    begin, end = at, at + 1
    while begin > 0 and not _parted(text[tokens[begin - 1].end : tokens[begin].start]):
        begin -= 1
    while end < len(tokens) and not _parted(text[tokens[end - 1].end : tokens[end].start]):
        end += 1
    return range(begin, end)


def _parted(gap: str) -> bool:
    return any(char in ",.;:!?" for char in gap)
