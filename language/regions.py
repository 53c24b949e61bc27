"""Parts of the city larger than a district: "im Westen", "linksrheinisch", "the north"."""

import re
from dataclasses import dataclass

from language.text import fold_in_place
from language.vocabulary import load

_OF_TOWN = r"(?: (?:side|part|end|bank))?"
_OF_CITY = r"(?: (?:der stadt|von duisburg|duisburgs))?"
_PART = rf" (?:teil\w*|stadt\w*|bezirk\w*|haelfte|seite){_OF_CITY}\b"
# "…, nächste Woche, west": a part of the city as a word of its own.
_ALONE = r"(?:^|[,;] ?)%s(?=\s*(?:$|[,.;!]))"
_REGIONS = {
    "west": r"\b(?:im |in den |stadt)?westen(?: (?:der stadt|von duisburg|duisburgs))?\b"
    r"|\blinks ?(?:-)?rheinisch\w*|\blinke[ns]? rheinseite\b|\blinks (?:vom|des) rheins?\b"
    rf"|\b(?:in )?the west(?:ern)?{_OF_TOWN}(?: of (?:the city|town|duisburg))?\b"
    r"|\bwest(?:ern)? (?:side|part|end|of (?:the city|town|duisburg))\b"
    r"|\bleft (?:bank|side)(?: of the rhine)?\b|\bwest of the rhine\b"
    rf"|\bwestliche[nrsm]?{_PART}|\bduisburg[- ]west\b|{_ALONE % 'west(?:en)?'}",
    "north": r"\b(?:im |in den |duisburger )?norden(?: (?:der stadt|von duisburg|duisburgs))?\b"
    rf"|\b(?:in )?the north(?:ern)?{_OF_TOWN}(?: of (?:the city|town|duisburg))?\b"
    rf"|\bnoerdliche[nrsm]?{_PART}|{_ALONE % 'norden'}"
    r"|\bnorth(?:ern)? (?:side|part|end|of (?:the city|town|duisburg))\b",
    "south": r"\bsuedliche[nrs]? (?:stadt\w*|bezirk\w*)\b"
    r"|\b(?:the )?south(?:ern)? (?:part|end) of (?:the city|town|duisburg)\b",
    "east": r"\b(?:im |in den |duisburger )?osten(?: (?:der stadt|von duisburg|duisburgs))?\b"
    rf"|\b(?:in )?the east(?:ern)?{_OF_TOWN}(?: of (?:the city|town|duisburg))?\b"
    rf"|\boestliche[nrsm]?{_PART}|{_ALONE % 'osten'}"
    r"|\beast(?:ern)? (?:side|part|end|of (?:the city|town|duisburg))\b",
    "right": r"\brechts ?(?:-)?rheinisch\w*|\brechte[ns]? rheinseite\b"
    r"|\brechts (?:vom|des) rheins?\b|\bright (?:bank|side) of the rhine\b|\beast of the rhine\b",
}
_PATTERNS = {region: re.compile(pattern) for region, pattern in _REGIONS.items()}
# "Im Nahen Osten", "the Middle East" and the wild west are elsewhere.
_ELSEWHERE = re.compile(r"\b(?:nahen|mittleren|fernen|wilden|middle|far|near|wild) $")


@dataclass(frozen=True)
class RegionMatch:
    """``region`` is west, north, east, south or right (of the Rhine); ``offices`` the keys of
    the offices there, the nearest to the region's middle first.
    """

    region: str
    offices: tuple[str, ...]
    start: int
    end: int


def find_region(text: str) -> RegionMatch | None:
    """The part of the city named in ``text``, or None when there is none or several."""
    folded = fold_in_place(text)
    found = [
        (region, match)
        for region, pattern in _PATTERNS.items()
        for match in [pattern.search(folded.text)]
        if match and not _ELSEWHERE.search(folded.text[: match.start()])
    ]
    if len(found) != 1:
        return None
    [(region, match)] = found
    offices = tuple(load("places")["regions"][region])
    return RegionMatch(region, offices, *folded.place(match.start(), match.end()))
