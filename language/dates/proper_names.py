"""Names and labels that hold date words or numbers: "Frau Freitag", "August-Thyssen-Straße 20"."""

from __future__ import annotations

import re

_DATE_NAME = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|sonnabend|tuesday|wednesday|thursday|saturday|januar|jan|m[äa]rz"
    r"|maerz|april|mai|juni|juli|august|oktober|dezember|ostern|advent|monday|friday|sunday"
    r"|march|may|june|july|easter|christmas|noon|sommer|winter|herbst|summer)\b"
)
_LITTLE = (
    r"(?!(?:seit|jetzt|nun|bald|since|und|and|am|on|um|at|bin|in|im|der|die|the|a|ab|bis|für|for)"
    r"\b)"
)
_NO_NAME = (
    r"(?!(?:anfang|mitte|ende|monat|ab|am|an|bis|vor|nach|erst|noch|n[äa]\w*chste\w*|diese\w*"
    r"|kommende\w*|early|mid|late|next|this|every|on|from|until|before|after|each)\b)"
    rf"(?!{_DATE_NAME})"
)
_PEOPLE = re.compile(
    rf"""
    (?<!\bmeine\s)(?<!\bseine\s)(?<!\beine\s)(?<!\bihre\s)(?<!\bdie\s)
    \b(?:herrn?|frau|fam(?:ilie|\.)|mrs?\b\.?|ms\b\.?|miss|dr\b\.?|prof\b\.?)\s+
        (?:\w+[\s-])?{_DATE_NAME}                          # Frau Freitag, Mr John May
    | \bbin\s+(?:die|der)\s+(?:frau|herr)\s+{_DATE_NAME}
    | \b(?:hei(?:ß|ss)[et]|namens?|namen|name\s(?:ist|lautet|is)|name:)\s+
        (?:{_LITTLE}[^\W\d_]+\s+){{0,2}}{_DATE_NAME}       # auf den Namen Freitag
    | \b(?:bin|spricht|hier\sist|i\s?['’]\s?m|i\sam|this\sis)\s+
        (?:{_NO_NAME}(?-i:[A-ZÄÖÜ][^\W\d_]+)\s+){{1,2}}{_DATE_NAME}  # ich bin Peter Freitag
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PLACES = re.compile(
    r"""
    \b[^\W\d_]{2,20}(?:-[^\W\d_]{1,20}){0,3}-
        (?:stra(?:ß|ss)e|str\b\.?|platz|weg|allee|ring|ufer|damm|brücke|schule|halle|park)
    | \b(?:stra(?:ß|ss)e|platz|allee)\s+de[sr]\s+\d{1,2}\.\s*[^\W\d_]+
    | (?:stra(?:ß|ss)e|str\b\.?|weg|platz|allee|gasse|damm|ufer)\s+
        \d{1,3}(?:\s?[a-h]\b)?(?:\s*(?:-|–|bis)\s*\d{1,3})?\b
        (?!\s*(?:[:.]\d|uhr|h\b|(?:-|–|bis)\s*\d))    # Königstraße 10 bis 12
    | \bpunkt\s+(?:\d{1,2}|ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b
        (?=\s+(?:auf|der|des|in|im|von|vom|aus|ihre[rs]?)\b)   # Punkt 3 auf der Liste
    | \b(?:zu|bei|unter|nach|siehe|frage|aus)\s+punkt\s+
        (?:\d{1,2}|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b
    | (?:§|\bparagraf\b|\bparagraph\b)\s*\d{1,4}\b
    | \b(?:raum|zimmer|saal|version|nr|nummer|hausnummer|kapitel|absatz|seite|option|linie|schalter
        |formular|steg|tor|klasse|projekt|artikel|etage|room|number|page|line|bus|berth|project
        |flat|unit|apartment|floor|counter|desk|gate|frage|schritt|stufe|gleis|platz|reihe|haus|block
        |point|step|question|item|section|row|platform|house|chapter|option|level|track|punkte?\s+nr)\b\.?:?\s+
        \d{1,5}(?:[.,/-]\d{1,4})*\b(?!\s*(?:[:.]\d|uhr|h\b|a\.?m\b|p\.?m\b))  # Raum 1.12
        (?:\s*(?:-|–|bis|to|und|and|oder|or)\s*\d{1,5}\b
            (?!\s*(?:[:.]|uhr|h\b|am\b|pm\b|a\.m|p\.m|minuten|stunden|tage)))?
    """,
    re.IGNORECASE | re.VERBOSE,
)


def name_spans(text: str) -> list[tuple[int, int]]:
    """Spans of names that a reader of dates must not look into."""
    found = [match.span() for match in _PEOPLE.finditer(text)]
    return found + [match.span() for match in _PLACES.finditer(text)]
