"""That somebody no longer has a booking code: "Ich habe den Code nicht mehr", "I lost it"."""

import re

from language.text import fold

_CODE = r"(?:buchungs|termin)?(?:code|kode|nummer)|bestaetigung(?:smail)?|booking (?:code|number)"
_GONE = (
    r"verloren|verlegt|vergessen|weg\b|verschwunden|geloescht|nicht mehr|nicht zur hand"
    r"|nicht (?:da|dabei|parat|gefunden|finden|bekommen)|finde? ich nicht|keine ahnung"
)
_LOST = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_CODE})\b[^.!?]{{0,40}}\b(?:{_GONE})",
        rf"\b(?:{_GONE})[^.!?]{{0,30}}\b(?:{_CODE})\b",
        rf"\b(?:kein\w*|ohne)(?: \w+)? (?:{_CODE})\b",
        rf"\b(?:habe?|hab'|finde?|weiss)(?: ich)?\b[^.!?]{{0,20}}\b(?:{_CODE})\b"
        r"[^.!?]{0,20}\bnicht\b",
        r"\b(?:lost|forgot\w*|misplaced|deleted|don'?t (?:have|know|remember)|do not have"
        r"|no longer have|haven'?t got|can'?t find|cannot find|without)\b[^.!?]{0,25}\bcode\b",
        r"\bno (?:booking )?code\b|\bcode\b[^.!?]{0,15}\b(?:lost|gone|missing|deleted)\b",
    )
]
_ASKED_ABOUT = re.compile(
    r"\b(?:falls|wenn|if|when i|was passiert|what if|what happens|buchen|book)\b"
)


def lacks_code(text: str) -> bool:
    """Whether ``text`` says that the booking code is not at hand; "if I lose it" does not."""
    folded = fold(text)
    return not _ASKED_ABOUT.search(folded) and any(lost.search(folded) for lost in _LOST)


_IT = r"(?:(?:den|das|ihn|die|es|it|that|one)\b ?)?"
_LACKS_IT = re.compile(
    r"(?:(?:den|das|die|nein|nee|no|sorry|leider)\W+)*"
    rf"(?:(?:ich )?(?:hab|habe|weiss|finde|kenne) (?:ich )?{_IT}(?:leider |gerade |grad )?"
    r"(?:nicht|nimmer|keinen|keine)(?: mehr)?(?: da| hier| dabei)?"
    r"|keine ahnung|verloren|weg|vergessen|no idea"
    r"|(?:i )?(?:don'?t|do not|can'?t|haven'?t) (?:have|know|remember|find|got)"
    rf" ?{_IT}(?:any ?more)?"
    rf"|(?:i )?(?:lost|forgot) {_IT})\W*"
)


def lacks_it(text: str) -> bool:
    """Whether ``text`` answers the question for the code by "I don't have it" and no more."""
    return _LACKS_IT.fullmatch(fold(text).strip()) is not None
