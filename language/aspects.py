"""What of a service or an office somebody asks for: its fee, its documents, its hours."""

import re

from language.text import fold

_SERVICE = {
    "fee": r"kost\w*|gebuehr\w*|preis\w*|teuer|bezahl\w*|zahl(?:en|e|t)\b|euro|€|cost\w*|fees?\b"
    r"|price\w*|pay\b|how much|expensive|charge\w*|wie ?viel (?:muss|macht|soll|ist)",
    "documents": r"unterlage\w*|dokumente\b|papiere\b|mitbring\w*|mit ?nehmen"
    r"|bring(?:e|en)? (?:ich|wir)"
    r"|muss ich .{0,30}\bmit\b|brauch\w* (?:ich|wir|man)|was brauch\w*|benoetig\w*|nachweis\w*"
    r"|formulare?\b|vollmacht\w*|foto\w*|passbild\w*|document\w*|papers?\b|paperwork|bring\b"
    r"|do (?:i|we) need|need to have|required|photo\w*|passport picture",
    "duration": r"dauer\w*|wie lange|wie viel zeit|minuten|how long|take long|duration|minutes",
    "online": r"online|im internet|per mail|von zu ?hause"
    r"|digital (?:beantrag\w*|erledig\w*|moeglich)"
    r"|ueber das internet|internet|from home|without (?:an appointment|coming|going)"
    r"|ohne (?:termin|hin|persoenlich)\w*",
    "urgent": r"dringend\w*|eilig\w*|eilt\b|express\w*|schnell\w*|sofort|notfall\w*|urgent\w*"
    r"|rush|fast(?:er)?\b|quick\w*|emergency (?:passport|document)|in a hurry",
}
_OFFICE = {
    "hours": r"wann\b|offen\b|geoeffnet|oeffn\w*|oeffnungszeit\w*|geschlossen"
    r"|(?:hat|haben|habt|ist|sind|macht|machen|schon|noch|heute|morgen|jetzt)\b.{0,60}\b(?:auf|zu)\b"
    r"|schliess\w*|sprechzeit\w*|uhrzeit\w*|open\w*|close[sd]?\b|closing|hours|until when"
    r"|bis wann|what time",
    "accessibility": r"barriere\w*|rollstuhl\w*|rolli\b|aufzug\w*|fahrstuhl\w*|lift\b|stufe\w*"
    r"|treppe\w*|rampe\w*|behindert\w*|gehbehindert\w*|kinderwagen|rollator|accessib\w*"
    r"|wheel ?chair\w*|elevator|step[ -]?free|steps?\b|stairs|ramp\b|disabled|stroller|pram\b",
    "phone": r"telefon\w*|anruf\w*|anrufen|nummer\b|rufnummer|durchwahl|erreich\w*|phone\w*"
    r"|call\b|ring\b|number\b",
    "address": r"adresse|anschrift|wo\b|wohin|strasse|hausnummer|karte\b|stadtplan|anfahrt|finde\b"
    r"|komme ich .{0,20}hin|hinkomm\w*|lieg(?:t|en)\b|weg\b|address|where|map\b|get there|find\b"
    r"|directions|located|location|street",
}
_SERVICE_PATTERNS = {name: re.compile(rf"\b(?:{said})") for name, said in _SERVICE.items()}
_OFFICE_PATTERNS = {name: re.compile(rf"\b(?:{said})") for name, said in _OFFICE.items()}
_NOW = re.compile(
    r"\b(?:jetzt|gerade|grade|momentan|aktuell|zur ?zeit|noch (?:auf|offen|geoeffnet)"
    r"|schon (?:auf|offen)"
    r"|(?:right )?now|currently|at the moment|still open|open yet|already open)\b"
)
_NEXT = re.compile(r"\b(?:naechstes? mal|wieder|next|again)\b")
_YOUNG = re.compile(
    r"\b(?:kind\w*|sohn|tochter|baby\w*|saeugling\w*|minderjaehrig\w*|jugendlich\w*|schueler\w*"
    r"|enkel\w*|unter (?:24|vierundzwanzig)|child\w*|kids?\b|son\b|daughter\w*|infant\w*|toddler\w*"
    r"|teenager\w*|minors?\b|under (?:24|twenty[ -]?four))"
)
_AGE = re.compile(r"\b(\d{1,2})(?: |-)?(?:jahre?\b|jaehrig\w*|years?\b|year[ -]old)")
_GROWN = 24
# "Wie lange ist der Pass gültig?" asks for no appointment's length.
_VALID = re.compile(r"gueltig|valid|expire|ablauf|laeuft .{0,20}ab\b")
_REFERS = re.compile(r"\b(?:da|dort|die|das amt|there|it|they|that one|the office)\b")
_ALL = re.compile(r"\b(?:aemter|alle|stellen|offices|all|which|welche\w*)\b")


def service_aspects(text: str) -> tuple[str, ...]:
    """What is asked of a service: fee, documents, duration, online, urgent; in that order."""
    found = _found(_SERVICE_PATTERNS, text)
    is_validity = _VALID.search(fold(text))
    return tuple(name for name in found if not (is_validity and name == "duration"))


def office_aspects(text: str) -> tuple[str, ...]:
    """What is asked of an office: hours, accessibility, phone, address; in that order."""
    return _found(_OFFICE_PATTERNS, text)


def _found(patterns: dict[str, re.Pattern[str]], text: str) -> tuple[str, ...]:
    folded = fold(text)
    return tuple(name for name, pattern in patterns.items() if pattern.search(folded))


def asks_about_now(text: str) -> bool:
    """Whether the present moment is asked for: "Hat Walsum jetzt offen?"."""
    return bool(_NOW.search(fold(text)))


def asks_about_next(text: str) -> bool:
    """Whether the next opening is asked for: "Wann macht ihr wieder auf?"."""
    return bool(_NEXT.search(fold(text)))


def is_about_the_young(text: str) -> bool:
    """Whether somebody under 24 is spoken of: "für meine Tochter", "ich bin 19 Jahre alt"."""
    folded = fold(text)
    ages = [int(match.group(1)) for match in _AGE.finditer(folded)]
    return any(age < _GROWN for age in ages) if ages else bool(_YOUNG.search(folded))


def refers_to_office(text: str) -> bool:
    """Whether an office spoken of before is meant: "Wann haben die auf?"."""
    folded = fold(text)
    return bool(_REFERS.search(folded)) and not _ALL.search(folded)
