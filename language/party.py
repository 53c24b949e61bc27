"""Those who come together, named one by one: "ich, mein Mann und unsere zwei Kinder"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from language.party_members import Member, find_members, people_words
from language.text import Word

_LONGEST_GAP = 4
_COMPANY = re.compile(
    r"\s*(?:mit(?:bring|nehm)\w+|komm(?:t|en) (?:(?:auch|noch|ja|natuerlich) )?mit|(?:ist"
    r"|sind) (?:auch )?dabei"
    r"|begleite(?:t|n) mich|(?:is |are |will be )?com(?:es?|ing)(?: with me| along|,? too)"
    r"|(?:will come|will be coming|is joining|are joining|will join) (?:with )?(?:me|along))\b"
)
# Of whom something is told: "zwei Kinder haben …", "meine Frau und ihr Chef sagen …".
TELLS = re.compile(
    r"\s*(?:ha(?:t|ben|tte|tten)|sag\w+|mein(?:t|en|te|ten)|w(?:ar|aren)|glaub\w+|ha(?:s|ve|d)|was|(?!need)[a-z]+ed"
    r"|were|s(?:ay|ays|aid)|think\w*|told)\b"
)
_WITH = re.compile(r"\W*(?:zusammen |gemeinsam |together )?(?:mit|with) ")
_FOR = frozenset(("fuer", "for"))


@dataclass(frozen=True)
class Party:
    """So many people; character offsets of those named. ``is_total``: a number of heads was said
    ("vier Leute"), not of somebody's relatives.
    """

    count: int
    start: int
    end: int
    is_total: bool = False


def find_parties(tokens: Sequence[Word], text: str) -> list[Party]:
    """Everyone named in a row, of two at least, or one number of heads or children."""
    found = []
    for members in _rows(list(find_members(tokens, text)), tokens, text):
        party = _party(members, tokens, text)
        if party:
            found.append(party)
    return found


def names_anyone(tokens: Sequence[Word]) -> bool:
    """Whether a relative, a family or a group is spoken of."""
    kin = (
        people_words("one")
        | people_words("bare")
        | people_words("pairs")
        | people_words("many")
        | people_words("groups")
    )
    return any(token.form in kin for token in tokens)


def _rows(members: Sequence[Member], tokens: Sequence[Word], text: str) -> Iterator[list[Member]]:
    row: list[Member] = []
    for member in members:
        if row and not _belong_together(row[-1], member, tokens, text):
            yield row
            row = []
        row.append(member)
    if row:
        yield row


def _belong_together(one: Member, other: Member, tokens: Sequence[Word], text: str) -> bool:
    between = [token.form for token in tokens[one.last + 1 : other.first]]
    apart = text[tokens[one.last].end : tokens[other.first].start]
    if len(between) > _LONGEST_GAP or any(sign in apart for sign in ".;:!?"):
        return False
    known = people_words("joining") | people_words("joining_too")
    if one.is_speaker:
        known |= people_words("coming")
    if not set(between) <= known or tokens[other.first].form in people_words("clauses"):
        return False
    if set(between) & (people_words("joining") | people_words("bringing")):
        return True
    listed = "," in apart or "&" in apart or "+" in apart
    # "Papa, ich und mein Bruder".
    if "," in apart and not between and not one.is_total and other.is_speaker:
        follows = [token.form for token in tokens[other.last + 1 : other.last + 2]]
        return bool(set(follows) & {"und", "and"})
    return listed and not (other.is_speaker or other.is_total or one.is_total)


def _party(row: Sequence[Member], tokens: Sequence[Word], text: str) -> Party | None:
    first, last = row[0], row[-1]
    party = Party(sum(m.count for m in row), tokens[first.first].start, tokens[last.last].end)
    speakers = sum(member.is_speaker for member in row)
    if speakers > 1:
        party = replace(party, count=party.count - speakers + 1)
    if not speakers and (_COMPANY.match(text, party.end) or _is_all_there_is(party, text)):
        return replace(party, count=party.count + 1)
    if not speakers and TELLS.match(text, party.end):
        return None
    if len(row) > 1:
        joined = people_words("joining") | people_words("bringing")
        all_heads = all(member.is_head for member in row)
        said = {token.form for token in tokens[first.first : last.last]}
        signs = set("&+") & set(text[party.start : party.end])
        each = {"einer", "eine", "einen", "eins", "einmal", "one"}
        is_row = all_heads or signs or said & (joined | each) or not speakers
        return party if speakers < len(row) and is_row else None
    before = [token.form for token in tokens[max(0, first.first - 3) : first.first]]
    parents = _parents(before, first)
    if parents is not None:
        return replace(party, count=party.count + parents, is_total=True) if parents else None
    if before[-1:] and before[-1] in _FOR and first.count > 1 and first.last > first.first:
        return replace(party, is_total=first.is_head)
    return replace(party, is_total=True) if first.is_head else None


def _parents(before: Sequence[str], children: Member) -> int | None:
    """How many stand before "mit drei Kindern": two in "Familie", one in "alleinerziehend";
    0 where another group is meant, None where none is."""
    if children.is_total:
        return None
    if set(before) & people_words("lone_parents"):
        return 1
    if not set(before) & people_words("groups"):
        return None
    is_family = bool(set(before) & people_words("families")) and children.is_head
    return 2 if is_family and before[-1] in ("mit", "with") else 0


def _is_all_there_is(party: Party, text: str) -> bool:
    """Whether ``text`` is nothing but company: "mit meiner Frau"."""
    return _WITH.fullmatch(text[: party.start]) is not None and not text[party.end :].strip(" .!")
