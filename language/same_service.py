"""What names no service of its own beside another: where one thing is said in two ways."""

import re
from collections.abc import Sequence
from functools import cache

from language.service_match import ServiceMatch
from language.text import Word, fold, words
from language.vocabulary import load

_TEMPORARY = "temporary_document"
_DOCUMENTS = frozenset({"identity_card", "passport"})
_PICKUP, _BUSINESS = "document_pickup", "business_registration"
_VEHICLES = frozenset({"vehicle_registration", "vehicle_deregistration"})
_ALL_OF_IT = frozenset({"beides", "both"})
_OWNED = frozenset("von vom of fuer for".split())
_COMPANIES = frozenset("firma unternehmen betrieb geschaeft company business".split())
_ARRIVING, _LEAVING = "residence_registration", "residence_deregistration"
# Behind these a second document is wanted beside the first.
_ANOTHER = frozenset("und and plus sowie auch also ausserdem dazu noch additionally".split())
_NEW = frozenset("neuen neuer neues neue neu new renew".split())
_ASKING = frozenset("beantragen verlaengern bestellen apply order renew".split())
_ON = frozenset("in im auf on".split())
_INTO = frozenset("nach to in into back zurueck ins".split())
_ARTICLES = frozenset("die der den das the".split())
_NEAR = 7
_BREAK = re.compile(r"[,.;!?–]")


def without_same(
    found: Sequence[ServiceMatch], together: Sequence[str], tokens: Sequence[Word], text: str
) -> list[ServiceMatch]:
    """``found`` without what only tells about another service in it.

    A document that is lost or asked for is no second wish beside the temporary one of its
    kind, both are fetched in "kann ich beides abholen", a company may own the car; who leaves the
    country registers nowhere.
    """
    kept = list(found)
    if _TEMPORARY in together:
        kept = [match for match in kept if not _is_told_of(match, found, tokens, text)]
    if _PICKUP in together and {token.form for token in tokens} & _ALL_OF_IT:
        kept = [match for match in kept if match.key not in _DOCUMENTS or match.count]
    if _VEHICLES & set(together):
        kept = [match for match in kept if not _is_an_owner(match, tokens)]
    if leaves_the_country(tokens):
        kept = [match for match in kept if match.key != _ARRIVING]
        arrived = len(kept) < len(found)
        if all(match.key != _LEAVING for match in kept) and (arrived or not kept):
            kept += _leaving(found, tokens)
    elif any(match.key == _LEAVING for match in kept):
        homes = _homes()
        kept = [
            match
            for match in kept
            if match.key != _ARRIVING or fold(text[match.start : match.end]) not in homes
        ]
    if any(match.key == _ARRIVING for match in kept):
        kept = [match for match in kept if not _is_where_it_stands(match, tokens)]
    if any(match.key == _LEAVING for match in kept) and _wants_erasure(tokens):
        kept = [match for match in kept if match.key != _LEAVING]
    return kept


def _is_where_it_stands(match: ServiceMatch, tokens: Sequence[Word]) -> bool:
    """Whether a document is but what the new address is written on: "die muss in den Ausweis"."""
    before = [token.form for token in tokens if token.end <= match.start][-2:]
    return match.key in _DOCUMENTS and not match.count and bool(_ON & set(before))


def _wants_erasure(tokens: Sequence[Word]) -> bool:
    """Whether data shall be erased and nothing is said of signing off: a departure that is told of
    then is but the reason."""
    forms = {token.form for token in tokens}
    return bool(
        forms & _set("erasing") and forms & _set("data") and not forms & _set("deregistering")
    )


def _is_told_of(
    match: ServiceMatch, found: Sequence[ServiceMatch], tokens: Sequence[Word], text: str
) -> bool:
    """Whether a document stands in a clause of its own before or behind the temporary one."""
    if match.key not in _DOCUMENTS or match.count:
        return False
    wanted = next((other for other in found if other.key == _TEMPORARY), None)
    if wanted is None:
        return False
    begin, end = sorted((match, wanted), key=lambda each: each.start)
    between = text[begin.end : end.start]
    forms = {word.form for word in words(between)}
    before = {t.form for t in tokens if 0 < match.start - t.start < 25 and t.end <= match.start}
    return bool(_BREAK.search(between)) and not forms & (_ANOTHER | _ASKING) and not before & _NEW


def _is_an_owner(match: ServiceMatch, tokens: Sequence[Word]) -> bool:
    """Whether the company only owns what is registered: "den Transporter von der Firma"."""
    forms = [token.form for token in tokens]
    places = [i for i, form in enumerate(forms) if form in _COMPANIES]
    owned = bool(places) and all(_OWNED & set(forms[max(0, i - 2) : i]) for i in places)
    return match.key == _BUSINESS and owned


@cache
def _set(name: str) -> frozenset[str]:
    named = load("service_words")["sets"][name]
    return frozenset(word.form for said in named for word in words(said))


@cache
def _homes() -> frozenset[str]:
    return _set("home")


def leaves_the_country(tokens: Sequence[Word]) -> bool:
    """Whether somebody moves abroad: "ziehe nach Spanien", not "aus Spanien nach Duisburg"."""
    forms = [token.form for token in tokens]
    for at, form in enumerate(forms):
        if form in _set("abroad"):
            before = [each for each in forms[max(0, at - 3) : at] if each not in _ARTICLES][-1:]
            near = set(forms[max(0, at - _NEAR) : at + _NEAR])
            if before and before[0] in _INTO and near & _set("moving"):
                return True
    return False


def _leaving(found: Sequence[ServiceMatch], tokens: Sequence[Word]) -> list[ServiceMatch]:
    """The departure, at the place of the move that was taken for an arrival."""
    arriving = next((match for match in found if match.key == _ARRIVING), None)
    move = next(token for token in tokens if token.form in _set("moving"))
    start, end = (arriving.start, arriving.end) if arriving else (move.start, move.end)
    return [ServiceMatch(_LEAVING, None, start, end)]
