"""Who is named of those who come: "mein Mann", "unsere zwei Kinder", "ich"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from language.name_words import family_names, words_of
from language.numbers import parse_number
from language.text import Word, fold, words
from language.vocabulary import load

# Of compounds: "Zwillingsbruder", "Patenkind".
_KIN = ("bruder", "schwester", "tochter", "sohn", "mutter", "vater", "freund", "freundin")
_MOST = 999
_LONGEST = 7


@dataclass(frozen=True)
class Member:
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


@cache
def people_words(key: str) -> frozenset[str]:
    """A list of people.yml, folded."""
    return frozenset(word.form for said in load("people")[key] for word in words(fold(said)))


def find_members(tokens: Sequence[Word], text: str) -> Iterator[Member]:
    """Everyone named, in order."""
    at = 0
    while at < len(tokens):
        member = _member(_phrase(tokens, at, text), at)
        if member and not (at and tokens[at - 1].form in people_words("without")):
            yield member
        at = member.last + 1 if member else at + 1


def _phrase(tokens: Sequence[Word], at: int, text: str) -> Sequence[Word]:
    """The words up to the end of what is said in one go; earlier ones stay, for their places."""
    end = at + 1
    while end < min(len(tokens), at + _LONGEST):
        between = text[tokens[end - 1].end : tokens[end].start]
        # "Grown-ups", but no "two-person flat".
        if not (between.isspace() or (between == "-" and tokens[end - 1].form == "grown")):
            break
        end += 1
    return tokens[:end]


def _couple(tokens: Sequence[Word], at: int) -> bool:
    if tokens[at].form not in people_words("couples"):
        return False
    alone = at + 1 == len(tokens) and tokens[at].form != "paar"  # "noch ein paar"
    return alone or tokens[min(at + 1, len(tokens) - 1)].form in people_words("joining")


def _member(tokens: Sequence[Word], at: int) -> Member | None:
    form = tokens[at].form
    if form in people_words("speaker"):
        return Member(1, at, at, is_speaker=True)
    together = [token.form for token in tokens[at : at + 4]]
    for said in (["the", "two", "of", "us"], ["both", "of", "us"], ["two", "of", "us"]):
        if together[: len(said)] == said:
            return Member(2, at, at + len(said) - 1, is_head=True, is_total=True)
    if form in ("wir", "uns") and together[1:2] and together[1] in ("beide", "beiden"):
        return Member(2, at, at + 1, is_head=True, is_total=True)
    last = at
    # "Both my kids", "all unsere drei Kinder".
    both = (
        form in people_words("both")
        and together[1:2] != []
        and together[1] in people_words("whose")
    )
    last += both
    while last < len(tokens) - 1 and tokens[last].form in people_words("whose"):
        last += 1
    number = 2 if tokens[last].form in people_words("both") else _number(tokens[last].form)
    if number and last < len(tokens) - 1:
        last += 1
    number = number or (2 if both else None)
    while last < len(tokens) - 1 and tokens[last].form in people_words("describing"):
        # "Zwei Erwachsene", but "zwei erwachsene Kinder".
        if is_many(tokens[last].form) and not is_many(tokens[last + 1].form):
            break
        last += 1
    return _named(tokens, at, last, number)


def _behind_name(tokens: Sequence[Word], at: int) -> int:
    """The last word of the name of whoever stands at ``at``: "mein Sohn Emre und ich"."""
    if at + 1 < len(tokens) and tokens[at + 1].form in words_of("first_names"):
        at += 1
        at += at + 1 < len(tokens) and tokens[at + 1].form in family_names()
    return at


def _names(tokens: Sequence[Word], at: int) -> tuple[int, int]:
    """How many first names are told one by one from ``at`` on, and where the last stands:
    "Emir, Elif und Can"."""
    count, last = 0, at - 1
    while at < len(tokens) and tokens[at].form in words_of("first_names"):
        count, last = count + 1, at
        at += 1
        if at < len(tokens) and tokens[at].form in ("und", "and"):
            at += 1
    return count, last


def is_many(noun: str) -> bool:
    """Whether ``noun`` stands behind a number: "Kinder", "flatmates"."""
    one = people_words("one") | people_words("bare")
    return noun in people_words("many") or (noun.endswith("s") and noun[:-1] in one)


def _named(tokens: Sequence[Word], at: int, last: int, number: int | None) -> Member | None:
    noun = tokens[last].form
    if _couple(tokens, last):
        return Member(2, at, last, is_head=True)
    if noun in people_words("pairs"):
        return Member(2, at, last)
    article = tokens[last - 1].form if last > at else ""
    if number is None and article in ("ein", "eine", "einen", "one", "einer", "einem"):
        number = 1
    if is_many(noun) and number and not (number == 1 and noun in people_words("nobody")):
        further = any(token.form in people_words("further") for token in tokens[at:last])
        is_head = noun in people_words("heads") and not further
        return Member(number, at, last, is_head=is_head, is_total=noun in people_words("all"))
    if noun in people_words("bare"):
        return Member(number or 1, at, _behind_name(tokens, last))
    named, end = _names(tokens, last + 1)
    if named > 1 and number is None and is_many(noun) and article in people_words("whose"):
        return Member(named, at, end)
    before = people_words("joining") | people_words("one") | people_words("bare")
    joined = at == 0 or tokens[at - 1].form in before
    is_one = noun in people_words("one") or noun.endswith(_KIN)
    if is_one and (last > at or joined):
        return Member(number or 1, at, _behind_name(tokens, last))
    return None


def _number(form: str) -> int | None:
    if form in ("a", "an", "ein", "eine", "einen", "einem", "einer"):
        return None
    if not (form.isdecimal() and len(form) <= 2) and not form.isalpha():
        return None
    number = parse_number(form, "de") or parse_number(form, "en")
    return number if number and number <= _MOST else None
