"""A person's name, as an answer or said in passing. Pure."""

import re
from typing import Any

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Refused
from actions.tasks.frames import Frame
from language.text import clean, words

_LEAD = re.compile(
    r"^\s*(?:ich hei(?:ß|ss)e|ich bin(?: der| die)?|mein name(?: ist| w(?:ä|ae)re|:)?|auf den namen"
    r"|der name ist|name(?: ist)?:?|my name(?:'s| is)|i am|i'm|it's|this is|the name is"
    r"|under the name(?: of)?)\s+",
    re.IGNORECASE,
)
_PARTICLE = "von|van|vom|zu|zum|zur|de|del|der|den|di|da|la|le|el|al|bin|ben|ter|ten"
_SAID = re.compile(
    r"\b(?i:ich hei(?:ß|ss)e|mein name ist|auf den namen|my name is|under the name(?: of)?)\s+"
    rf"((?:(?:{_PARTICLE})\s+)*[^\W\d_a-z][\w'’-]*(?:\s+(?:(?:{_PARTICLE})\s+)*[^\W\d_a-z][\w'’-]*){{0,3}})"
)
_LONGEST = 80
_MOST_WORDS = 6
# Words that stand in answers and corrections, never in a name.
_NO_NAME = frozenset(
    "ja nein nee ne yes no ok okay danke thanks bitte please hallo hello hi termin appointment"
    " in im am an um ab at on nach vor bis fuer for mit with bei aus und and oder or lieber doch"
    " auch rather instead statt ein eine einen einem einer mein meine meinen kein keine"
    " nicht not wann wo was wer wie when where what who how ich i sie you der die das the".split()
)


def read_name(heard: Heard, frame: Frame) -> Any:
    """The person's name, 2 to 80 characters; "ich heiße …" counts at any time.

    Family names are often words for something else (Freitag, Buchholz, Pass), so two or
    more words that read like a name are one; a single such word is a correction.
    """
    said = _SAID.search(heard.text)
    if said and len(clean(said.group(1))) <= _LONGEST:
        return clean(said.group(1))
    if frame.asked != "name" or heard.pressed or heard.intent in {"stop", "skip", "deny"}:
        return None
    name = clean(_LEAD.sub("", heard.text)).strip(" .,!:;\"'")
    forms = [word.form for word in words(name)]
    particles = set(_PARTICLE.split("|"))
    if not forms or any(form in _NO_NAME - particles for form in forms):
        return None
    if len(forms) == 1 and (heard.times() or heard.all("service", "district", "office")):
        return None
    if heard.all("email", "phone", "code", "people"):
        return None
    if any(char.isdigit() for char in name) and (heard.times() or heard.all("service")):
        return None
    if any(service.details.get("count") for service in heard.all("service")):
        return None
    if "?" in name or not 2 <= len(name) <= _LONGEST or len(forms) > _MOST_WORDS:
        return Refused(Say("utter_name_invalid"))
    if not all(char.isalpha() or char in " .'’-," for char in name):
        return Refused(Say("utter_name_invalid"))
    return name if any(char.isupper() for char in name) else name.title()
