"""Answers to the booking's questions, taken out of a turn. Pure."""

import re
from datetime import timedelta
from typing import Any

from actions.appointments import windows
from actions.appointments.choosing import read_slot
from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Refused
from actions.tasks.frames import Frame
from language.text import fold
from language.writing import write_day_short

ANY_OFFICE = "any"
_ANY = re.compile(
    r"\b(?:egal|wo auch immer|irgendwo|irgendwann|ueberall|naechste[rn]? freie[rn]?"
    r"|any|anywhere|anytime|whichever|wherever|whenever|doesn'?t matter|don'?t (?:care|mind)"
    r"|no preference|next available|earliest)\b"
)
_ANYWHERE = re.compile(
    r"\b(?:egal wo|wo auch immer|irgendwo|anywhere|wherever|(?:no|doesn'?t) matter where"
    r"|any office)\b"
)
_TIME_ASKED = frozenset({"when", "slot", "confirm"})
_IMPOSSIBLE = {"day": "utter_when_impossible_day", "clock": "utter_when_impossible_clock"}
_SPOKEN_ADDRESS = re.compile(r"[^\W_]+(?:[._]| punkt | dot )[^\W_]+ (?:at|aet) \w+")
_CIRCUMSTANCES = ("people", "district", "office", "region", "time", "when")
_OTHERS = frozenset({"ask_more", "deny"})
# "Ja, dann da": the office just spoken of.
_THERE = re.compile(r"\b(?:da|dort|dorthin|dahin|there|that one)(?: (?:bitte|please|hin))?\W*$")
# "Termin da", but not "da ich umziehe".
_FOR_THERE = re.compile(r"\b(?:termin|ich|dann) (?:da|dort)\b|\bdort(?:hin)?\b|(?<!is )\bthere\b")
_PLACES = ("office", "district")
_EXISTING = re.compile(
    r"\b(?:gebucht\w*|bestehend\w*|alte[nrs]?|anderen termin|booked|existing|old)\b"
)


def is_wish_in_short(heard: Heard) -> bool:
    """A service with a place, a time or a number of people: "Perso Hamborn morgen"."""
    return heard.intent == "inform" and bool(heard.all("service") and heard.all(*_CIRCUMSTANCES))


def means_the_booking(heard: Heard) -> bool:
    """Whether "can we move it to Friday?" changes the booking at hand, not an appointment that
    exists; the wish for the waiting list waits until there is one.
    """
    if heard.first("waiting"):
        return heard.first("code") is None
    changes = heard.first("field", "time", "alternative", "when", *_PLACES, "region")
    exists = heard.first("code") or _EXISTING.search(fold(heard.text))
    return heard.intent == "reschedule_appointment" and bool(changes) and not exists


def read_office(heard: Heard, frame: Frame) -> Any:
    """The office's key, ``any``, or the keys of the offices in a part of the city."""
    place = heard.first("office", "district")
    if place:
        return place.details.get("office") or place.value
    region = heard.first("region")
    if region:
        return list(region.details["offices"])
    folded = fold(heard.text)
    if _ANYWHERE.search(folded) or (frame.asked == "office" and _ANY.search(folded)):
        return ANY_OFFICE
    if frame.asked == "office" and _THERE.search(fold(heard.text)) and "?" not in heard.text:
        return office_spoken_of(heard)
    if frame.asked is None and not frame.values and _FOR_THERE.search(fold(heard.text)):
        return office_spoken_of(heard)
    return None


def offices_meant(office: str | list[str]) -> list[str]:
    """The keys behind an answer of :func:`read_office`; none of ``any``."""
    if office == ANY_OFFICE:
        return []
    return [office] if isinstance(office, str) else list(office)


def office_spoken_of(heard: Heard) -> str | None:
    """The office named last in the turns before."""
    last = next((value for value in heard.before if value.kind in _PLACES), None)
    return str(last.details.get("office") or last.value) if last else None


def read_when(heard: Heard, frame: Frame) -> Any:
    """The window wished for (see ``windows``).

    While slots are on offer, a time that fits one of them is a choice and no new
    wish; "keiner davon" and "mehr" wish for later ones. Once one is chosen, "earlier" and
    "later" are seen from that one.
    """
    if heard.first("waiting"):
        return None  # "Wenn früher was frei wird" is no wish for other times now.
    offers = _in_view(frame)
    known = frame.values.get("when")
    said = heard.times() or (known and heard.refused_times())
    if said and not read_slot(heard, frame):
        window = windows.window_of(heard, known, offers)
        if window and window["end"] < f"{heard.at:%Y-%m-%dT%H:%M}":
            # "Ich bin letzte Woche umgezogen" wishes for no time.
            return Refused(Say("utter_when_past")) if frame.asked in _TIME_ASKED else None
        return window
    impossible = heard.first("impossible")
    if impossible and (frame.asked in _TIME_ASKED or frame.asked is None):
        said = {"said": impossible.value, "example": _some_day(heard)}
        return Refused(Say(_IMPOSSIBLE[impossible.details["of"]], said))
    other = heard.first("alternative")
    if offers and known and other:
        return windows.other_than(offers, known, heard.at, other)
    if frame.asked == "slot" and offers and known and _wants_others(heard, frame):
        return windows.later_than(offers, known)
    undecided = heard.first("available") or _ANY.search(fold(heard.text))
    if heard.first("when") or (frame.asked == "when" and undecided):
        return windows.anytime(heard.at)
    return None


def _some_day(heard: Heard) -> str:
    return write_day_short(heard.at + timedelta(days=7), heard.language)


def _in_view(frame: Frame) -> list[dict[str, Any]]:
    """The slots on offer, or the one chosen out of them."""
    if frame.asked == "slot":
        return list(frame.notes.get("offers", []))
    return [frame.values["slot"]] if "slot" in frame.values else []


def _wants_others(heard: Heard, frame: Frame) -> bool:
    """No offer is taken, and nothing but the time is found wrong with them."""
    if heard.all("district", "office", "region", "service") or read_slot(heard, frame):
        return False
    return heard.intent in _OTHERS or heard.first("available") is not None


def read_waits(heard: Heard) -> bool | None:
    """True when an earlier appointment than the one to be booked is to be waited for."""
    said = heard.first("waiting")
    return True if said and said.value == "join" else None


def read_contact(heard: Heard, frame: Frame) -> Any:
    """``{"email": …}`` or ``{"phone": …}``."""
    said = heard.first("email", "phone")
    if said:
        return {said.kind: said.value}
    is_asked = frame.asked == "contact"
    wrong = heard.first("invalid_phone") is not None and (is_asked or "contact" in frame.values)
    return Refused(Say("utter_contact_invalid")) if wrong or (is_asked and _tries(heard)) else None


def _tries(heard: Heard) -> bool:
    """Whether somebody means to give an address or a number, however wrong."""
    digits = sum(char.isdigit() for char in heard.text)
    return "@" in heard.text or digits > 3 or bool(_SPOKEN_ADDRESS.search(fold(heard.text)))
