"""Those who come together, named one by one: "ich, mein Mann und unsere zwei Kinder"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from language.numbers import parse_number
from language.text import Word, fold, words
from language.vocabulary import load

_MOST = 999
_LONGEST = 7
_LONGEST_GAP = 4
_COMPANY = re.compile(
    r"\s*(?:mit(?:bring|nehm)\w+|komm(?:t|en) (?:(?:auch|noch|ja|natuerlich) )?mit|(?:ist"
    r"|sind) (?:auch )?dabei"
    r"|begleite(?:t|n) mich|(?:is |are |will be )?com(?:es?|ing)(?: with me| along|,? too)"
    r"|(?:will come|will be coming|is joining|are joining|will join) (?:with )?(?:me|along))\b"
)


@dataclass(frozen=True)
class Party:
    """So many people; character offsets of those named. ``is_total``: a number of heads was said
    ("vier Leute"), not of somebody's relatives.
    """

    count: int
    start: int
    end: int
    is_total: bool = False


@dataclass(frozen=True)
class _Member:
    """Who stands at ``tokens[first:last + 1]``, and how many they are.

    ``is_head``: a number by itself ("zwei Kinder"); ``is_total``: hardly one of those listed
    ("zwei Personen").
    """

    count: int
    first: int
    last: int
    is_speaker: bool = False
    is_head: bool = False
    is_total: bool = False


def find_parties(tokens: Sequence[Word], text: str) -> list[Party]:
    """Everyone named in a row, of two at least, or one number of heads or children."""
    found = []
    for members in _rows(list(_members(tokens, text)), tokens, text):
        party = _party(members, tokens, text)
        if party:
            found.append(party)
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word.form for said in load("people")[key] for word in words(fold(said)))


def names_anyone(tokens: Sequence[Word]) -> bool:
    """Whether a relative, a family or a group is spoken of."""
    kin = _words("one") | _words("bare") | _words("pairs") | _words("many") | _words("groups")
    return any(token.form in kin for token in tokens)


def _members(tokens: Sequence[Word], text: str) -> Iterator[_Member]:
    at = 0
    while at < len(tokens):
        member = _member(_phrase(tokens, at, text), at)
        if member and not (at and tokens[at - 1].form in _words("without")):
            yield member
        at = member.last + 1 if member else at + 1


def _phrase(tokens: Sequence[Word], at: int, text: str) -> Sequence[Word]:
    """The words up to the end of what is said in one go; earlier ones stay, for their places."""
    end = at + 1
    while end < min(len(tokens), at + _LONGEST) and _is_blank(
        text[tokens[end - 1].end : tokens[end].start]
    ):
        end += 1
    return tokens[:end]


def _is_blank(between: str) -> bool:
    return between.isspace()


def _couple(tokens: Sequence[Word], at: int) -> bool:
    if tokens[at].form not in _words("couples"):
        return False
    return at + 1 == len(tokens) or tokens[at + 1].form in _words("joining")


def _member(tokens: Sequence[Word], at: int) -> _Member | None:
    form = tokens[at].form
    if form in _words("speaker"):
        return _Member(1, at, at, is_speaker=True)
    together = [token.form for token in tokens[at : at + 4]]
    for said in (["the", "two", "of", "us"], ["both", "of", "us"], ["two", "of", "us"]):
        if together[: len(said)] == said:
            return _Member(2, at, at + len(said) - 1, is_head=True, is_total=True)
    if form in ("wir", "uns") and together[1:2] and together[1] in ("beide", "beiden"):
        return _Member(2, at, at + 1, is_head=True, is_total=True)
    last = at
    while last < len(tokens) - 1 and tokens[last].form in _words("whose"):
        last += 1
    number = 2 if tokens[last].form in _words("both") else _number(tokens[last].form)
    if number and last < len(tokens) - 1:
        last += 1
    # "Both my kids".
    while number and last < len(tokens) - 1 and tokens[last].form in _words("whose"):
        last += 1
    while last < len(tokens) - 1 and tokens[last].form in _words("describing"):
        # "Zwei Erwachsene", but "zwei erwachsene Kinder".
        if tokens[last].form in _words("many") and tokens[last + 1].form not in _words("many"):
            break
        last += 1
    return _named(tokens, at, last, number)


def _named(tokens: Sequence[Word], at: int, last: int, number: int | None) -> _Member | None:
    noun = tokens[last].form
    if _couple(tokens, last):
        return _Member(2, at, last, is_head=True)
    if noun in _words("pairs"):
        return _Member(2, at, last)
    article = tokens[last - 1].form if last > at else ""
    if number is None and article in ("ein", "eine", "einen", "one", "einer", "einem"):
        number = 1
    if noun in _words("many") and number and not (number == 1 and noun in _words("nobody")):
        further = any(token.form in _words("further") for token in tokens[at:last])
        is_head = noun in _words("heads") and not further
        return _Member(number, at, last, is_head=is_head, is_total=noun in _words("all"))
    if noun in _words("bare"):
        return _Member(number or 1, at, last)
    before = _words("joining") | _words("one") | _words("bare")
    joined = at == 0 or tokens[at - 1].form in before
    if noun in _words("one") and (last > at or joined):
        return _Member(number or 1, at, last)
    return None


def _number(form: str) -> int | None:
    if form in ("a", "an", "ein", "eine", "einen", "einem", "einer"):
        return None
    if not (form.isdecimal() and len(form) <= 2) and not form.isalpha():
        return None
    number = parse_number(form, "de") or parse_number(form, "en")
    return number if number and number <= _MOST else None


def _rows(members: Sequence[_Member], tokens: Sequence[Word], text: str) -> Iterator[list[_Member]]:
    row: list[_Member] = []
    for member in members:
        if row and not _belong_together(row[-1], member, tokens, text):
            yield row
            row = []
        row.append(member)
    if row:
        yield row


def _belong_together(one: _Member, other: _Member, tokens: Sequence[Word], text: str) -> bool:
    between = [token.form for token in tokens[one.last + 1 : other.first]]
    apart = text[tokens[one.last].end : tokens[other.first].start]
    if len(between) > _LONGEST_GAP or any(sign in apart for sign in ".;:!?"):
        return False
    known = _words("joining") | _words("joining_too")
    if one.is_speaker:
        known |= _words("coming")
    if not set(between) <= known or tokens[other.first].form in _words("clauses"):
        return False
    if set(between) & (_words("joining") | _words("bringing")):
        return True
    listed = "," in apart or "&" in apart or "+" in apart
    return listed and not (other.is_speaker or other.is_total or one.is_total)


def _party(row: Sequence[_Member], tokens: Sequence[Word], text: str) -> Party | None:
    first, last = row[0], row[-1]
    party = Party(sum(m.count for m in row), tokens[first.first].start, tokens[last.last].end)
    speakers = sum(member.is_speaker for member in row)
    if speakers > 1:
        party = replace(party, count=party.count - speakers + 1)
    if not speakers and _COMPANY.match(text, party.end):
        return replace(party, count=party.count + 1)
    if len(row) > 1:
        joined = _words("joining") | _words("bringing")
        all_heads = all(member.is_head for member in row)
        said = {token.form for token in tokens[first.first : last.last]}
        signs = set("&+") & set(text[party.start : party.end])
        is_row = all_heads or signs or said & joined or not speakers
        return party if speakers < len(row) and is_row else None
    before = {token.form for token in tokens[max(0, first.first - 3) : first.first]}
    in_a_group = bool(before & _words("groups")) and not first.is_total
    if not first.is_head or in_a_group:
        return None
    return replace(party, is_total=True)
