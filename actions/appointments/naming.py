"""A person's name, as an answer or said in passing. Pure."""

from typing import Any

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Refused
from actions.tasks.frames import Frame
from language.assent import assent
from language.name_answers import LONGEST_NAME, bare_name, is_possible_name
from language.name_corrections import corrected_name
from language.text import words

_CONTACTS = ("email", "phone", "invalid_phone")
_INVALID = Refused(Say("utter_name_invalid"))


def read_name(heard: Heard, frame: Frame) -> Any:
    """The person's name, 2 to 80 characters; "ich heiße …" counts at any time.

    Family names are often words for something else (Freitag, Buchholz, Pass), so two or
    more words that read like a name are one; a single such word is a correction.
    """
    said = heard.first("name")
    if said and len(str(said.value)) <= LONGEST_NAME:
        return said.value
    known = frame.values.get("name")
    if known and not heard.pressed:
        return corrected_name(heard.text, known)
    if frame.asked != "name" or heard.pressed or heard.intent in {"stop", "skip", "deny"}:
        return None
    if assent(heard.text) is not None:
        return None  # "Passt" agrees to the time just chosen.
    name = bare_name(heard.rest if heard.all(*_CONTACTS) else heard.text)
    if name is None or _is_something_else(name, heard):
        return None
    return name if "?" not in heard.text and is_possible_name(name) else _INVALID


def _is_something_else(name: str, heard: Heard) -> bool:
    if len(words(name)) == 1 and (heard.times() or heard.all("service", "district", "office")):
        return True
    if heard.all("code", "people"):
        return True
    if any(char.isdigit() for char in name) and (heard.times() or heard.all("service")):
        return True
    return any(service.details.get("count") for service in heard.all("service"))
