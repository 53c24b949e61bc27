"""Questions whether what is being settled is settled already: "Ist das jetzt sicher gebucht?"."""

import re

from language.text import words

_MOST_WORDS = 10
_THIS = r"das|es|dies\w*|der|mein\w*|alles|jetzt|it|that|this|my|the|everything|now"
_DONE = (
    r"gebucht|reserviert|vereinbart|eingetragen|bestaetigt|verbindlich|fest|geklappt|erledigt"
    r"|booked|reserved|confirmed|arranged|binding|settled|done"
)
_ASKED = re.compile(
    rf"^(?:(?:und|also|aber|ok|okay|so|and|but|wait|moment) )*"
    rf"(?:ist|hat|bin|wird|wurde|is|has|am|did|was|steht) "
    rf"(?=.*\b(?:{_THIS})\b)(?!.*\b(?:ein\w*|an?|another|frei|free|when|wann)\b).*\b(?:{_DONE})\b"
)


def asks_whether_settled(text: str) -> bool:
    """Whether somebody wants to know if the thing at hand is binding by now."""
    forms = [word.form for word in words(text)]
    return len(forms) <= _MOST_WORDS and bool(_ASKED.search(" ".join(forms)))
