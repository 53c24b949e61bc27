"""How many people a wish is for: a number that is said, or all who are named."""

import re
from dataclasses import dataclass

from language.numbers import parse_number
from language.party import TELLS, Party, find_parties, names_anyone
from language.party_members import find_members
from language.text import Folded, fold_in_place, words

_NUMBER = r"(\d{1,2}|[a-z]+)"
# "Zu zweit", "zu zweien".
_TOGETHER = {
    **dict.fromkeys(("zweit", "zweien"), 2),
    **dict.fromkeys(("dritt", "dreien"), 3),
    **dict.fromkeys(("viert", "vieren"), 4),
    **dict.fromkeys(("fuenft", "fuenfen"), 5),
    **dict.fromkeys(("sechst", "sechsen"), 6),
    **dict.fromkeys(("siebt", "siebent"), 7),
    "acht": 8,
    "neunt": 9,
    "zehnt": 10,
    "elft": 11,
    "zwoelft": 12,
}
_ENDS = (
    r"(?=\W*(?:$|[,.;:!?)–-])| (?:und|and|insgesamt|in total|altogether|all|also|bitte|please|die"
    r"|in|im|am|um|on|at|for|fuer|of us|together|zusammen|coming|who|plus|morgen|heute"
    r"|leute\w*|personen|people|persons|stueck|mann|menschen|maedels?|maedchen|jungs?|frauen"
    r"|maenner|freunde|freundinnen|geschwister|brueder|schwestern|kinder|ladies|girls|boys|guys|kids"
    r"|friends|brothers|sisters|siblings|women|men)\b)"
)
_WE_ARE = (
    r"wir (?:sind|waeren|werden|kommen)(?: (?:also|dann|insgesamt|ja|alle|nur|hier|wohl|zusammen|zu"
    r"|jetzt|so|doch|halt|eben|schon))*|es (?:kommen|sind)"
    r"|sind wir(?: (?:also|dann|insgesamt|ja|zu))*"
    r"|(?:we are|we're|we will be|we'll be|we would be|we'd be|there are|there're|there will be"
    r"|there'll be|that makes|makes|making)(?: (?:just|only|about|all|going to be))*"
)
_COUNTED = [
    re.compile(pattern)
    for pattern in (
        rf"^\W*{_NUMBER} (?:sind wir|waeren wir|we are)\b",
        rf"\b{_NUMBER} of us\b(?! (?:and|plus|with|und))",
        rf"\b(?:{_WE_ARE}) {_NUMBER}{_ENDS}",
        rf"\b(?:fuer|mit) uns(?: alle)? {_NUMBER}{_ENDS}|^\W*(?:wir|uns) {_NUMBER}{_ENDS}"
        rf"|\b(?:alle|all) {_NUMBER}(?= (?:brauchen|muessen|wollen|moechten|kommen|ziehen|need|want"
        rf"|are|have|aus|from|of us|von uns)\b|\W*$)|(?<!waren )(?<!sind )\bwir {_NUMBER}{_ENDS}",
        rf"\b(?:party|group|family|team|gruppe|familie|truppe) (?:of|von|aus"
        rf"|mit) {_NUMBER}{_ENDS}",
        rf"\b{_NUMBER}[ -]?(?:koepfige\w*)",
        rf"\b(?:family|household) of {_NUMBER}\b",
        rf"\b(?:insgesamt|in total|altogether|total of)(?: (?:sind|are|waeren))?(?: wir| we)?"
        rf" {_NUMBER}{_ENDS}|\b{_NUMBER} (?:insgesamt|in total|altogether|in all|an der zahl"
        rf"|mann hoch)\b",
    )
]
_ARTICLES = frozenset("ein eine einer a an one".split())
_FIRST = re.compile(rf"\W*(?:(?:ja|also|well|so|um|aeh)\W+)*{_NUMBER}\s*[,:;(–-]")
_LAST = re.compile(
    r"\b(?:also|so|macht|makes|sprich|that's|thats|das sind|das waeren|that makes|that is)"
    rf"(?: (?:sind wir|wir|we're|we are|zu|that's|dann|zusammen|all))* {_NUMBER}\W*$"
)
_MORE = re.compile(
    rf"\b(?:ich|mich|me|myself|i) (?:plus|und|and) (?:noch )?{_NUMBER}"
    r"(?: (?:more|others?|weitere\w*|andere\w*))?(?=\W*$|,)"
)
# Two told by pronouns: "she and I", "er und ich".
_TWO = re.compile(
    r"\b(?:(?:er|sie|ihn|he|she|him|her) (?:und|and) (?:ich|mich|i|me)"
    r"|(?:ich|mich|me|myself) (?:und|and) (?:er|ihn|sie|him|her))(?=\W*$|[,.!?]"
    r"| (?:are|will|would|want|need|both|wollen|brauchen|moechten|kommen|ziehen|sind"
    r"|muessen|wuerden))"
)
# The speaker besides those named: "meine Söhne brauchen Pässe, ich auch".
_ME_TOO = re.compile(
    r"\b(?:(?:und|and) )?(?:ich (?:auch|ebenfalls|ebenso)|so (?:do|am|will) i|me too|i do too"
    r"|me as well)\W*$"
)
_ASIDE = re.compile(r"\([^()]{1,30}\)")
_ZU = re.compile(rf"\bzu ({'|'.join(_TOGETHER)})\b(?! (?:uhr|tage\w*|wochen|termin\w*))")
_HALF_A_DOZEN = re.compile(
    r"\b(?:half a dozen|ein halbes dutzend) (?:of us|people|persons|leute|personen)\b"
)
_ONE = re.compile(
    r"\b(?:nur|bloss|only|just|alleine?) (?:fuer |for )?(?:mich|me|myself|eine[rn]?|one|1"
    r"|ich)\b"
    # "Thursday works for me" is no number.
    r"|\b(?:i am|i'm|i'll be|i will be|ich bin|bin|komme) (?:alone|solo)\b"
    r"|\b(?:einzelperson|single person|meine wenigkeit|myself only|only myself|me only)\b"
    r"|\b(?<!works )(?<!geht )(?<!passt )(?<!good )(?<!fine )(?<!ok )(?<!okay )(?<!is )(?<!ist )"
    r"(?:fuer mich(?: allein)?|for me|for myself|alleine?|ich allein|by myself"
    r"|on my own(?! \w)|eine person"
    r"|one person)\b"
)


@dataclass(frozen=True)
class PeopleMatch:
    """A number of people said in a text."""

    count: int
    start: int
    end: int


def find_people(text: str) -> PeopleMatch | None:
    """The number of people named in ``text``, or None.

    A total that is said outranks adding up those who are named: "ich komme mit meinen zwei
    Kindern, also drei Leute".
    """
    folded = fold_in_place(text)
    # "Mein Sohn (8) und ich".
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), folded.text)
    parties = find_parties(words(plain), plain)
    return (
        _total(folded, parties)
        or _plus(folded)
        or _announced(folded, parties)
        or _me_too(folded)
        or _two(folded)
        or _party(folded, [party for party in parties if party.is_total])
        or _party(folded, parties)
        or _one(folded)
    )


def _total(folded: Folded, parties: list[Party]) -> PeopleMatch | None:
    zu = _ZU.search(folded.text)
    if zu:
        return _match(_TOGETHER[zu[1]], zu, folded)
    half = _HALF_A_DOZEN.search(folded.text)
    if half:
        return _match(6, half, folded)
    for pattern in _COUNTED:
        for match in pattern.finditer(folded.text):
            said = next(group for group in match.groups() if group)
            count = _number(said)
            # "Wir sind zwei Personen und ein Kind" goes on.
            more = any(p.count > (count or 0) and p.start < match.end() <= p.end for p in parties)
            if count and not more and said not in _ARTICLES:
                return _match(count, match, folded)
    return None


def _announced(folded: Folded, parties: list[Party]) -> PeopleMatch | None:
    """As in "vier, meine Frau, zwei Kinder und ich", "die ganze Familie, also sechs"."""
    match = _FIRST.match(folded.text) if any(not party.is_total for party in parties) else None
    if match is None and names_anyone(words(folded.text)):
        match = _LAST.search(folded.text)
    count = _number(match[1]) if match else None
    return _match(count, match, folded) if match and count and count > 1 else None


def _plus(folded: Folded) -> PeopleMatch | None:
    """As in "ich und noch zwei", "me plus one"."""
    match = _MORE.search(folded.text)
    count = _number(match[1]) if match else None
    return _match(1 + count, match, folded) if match and count else None


def _two(folded: Folded) -> PeopleMatch | None:
    match = _TWO.search(folded.text)
    return _match(2, match, folded) if match else None


def _me_too(folded: Folded) -> PeopleMatch | None:
    """As in "both my sons need passports, and so do I": those named, and the speaker."""
    match = _ME_TOO.search(folded.text)
    named = list(find_members(words(folded.text[: match.start()]), folded.text)) if match else []
    if match is None or not named or any(member.is_speaker for member in named):
        return None
    said = words(folded.text)
    if any(TELLS.match(folded.text, said[member.last].end) for member in named):
        return None
    start = said[named[0].first].start
    count = sum(member.count for member in named) + 1
    return PeopleMatch(count, *folded.place(start, match.end()))


def _party(folded: Folded, parties: list[Party]) -> PeopleMatch | None:
    if not parties:
        return None
    party = max(parties, key=lambda each: each.count)
    return PeopleMatch(party.count, *folded.place(party.start, party.end))


def _one(folded: Folded) -> PeopleMatch | None:
    one = _ONE.search(folded.text)
    # "Can my wife collect it for me" is not for one.
    if one and one[0] in ("fuer mich", "for me") and names_anyone(words(folded.text)):
        return None
    return _match(1, one, folded) if one else None


def _number(said: str) -> int | None:
    return parse_number(said, "de") or parse_number(said, "en")


def _match(count: int, match: re.Match[str], folded: Folded) -> PeopleMatch:
    return PeopleMatch(count, *folded.place(match.start(), match.end()))
