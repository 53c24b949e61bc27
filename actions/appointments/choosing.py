"""Which of the offered slots a person means. Pure."""

from datetime import datetime, timedelta
from typing import Any

from actions.heard import Heard
from actions.tasks.frames import Frame
from language.dates import Interval
from language.ordinals import LAST
from language.text import words

Offer = dict[str, Any]
_PLACES = ("district", "office", "region")
_ALMOST_A_DAY = timedelta(hours=23)

_EARLIEST = frozenset({"frueheste", "fruehesten", "fruehester", "earliest"})
_ANY = frozenset({"egal", "irgendeiner", "irgendeinen", "irgendeins", "whichever", "any"})
_LATEST = frozenset({"spaeteste", "spaetesten", "spaetester", "latest"})


def read_slot(heard: Heard, frame: Frame) -> Offer | None:
    """The offered slot chosen, as ``{"office", "start"}``.

    By button, place in the list, day or time, office, or as the earliest or latest. "Das
    zweite" is the second offer, "am zweiten" the second of the month.
    """
    offers: list[Offer] = list(frame.notes.get("offers", []))
    if not offers or (frame.asked != "slot" and "slot" not in frame.values):
        return None
    if frame.asked != "slot":
        return _by_place(heard, offers)
    pressed = heard.first("slot")
    if pressed:
        return next((o for o in offers if f"{o['office']}|{o['start']}" == pressed.value), None)
    forms = {word.form for word in words(heard.text)}
    if forms & _EARLIEST:
        return min(offers, key=lambda offer: str(offer["start"]))
    if forms & _LATEST:
        return max(offers, key=lambda offer: str(offer["start"]))
    if forms & _ANY and not heard.times():
        return offers[0]
    if heard.first("available"):
        return None  # A question what else is free chooses nothing.
    if heard.times() or heard.all(*_PLACES):
        fitting = [offer for offer in offers if _fits(offer, heard)]
        fitting = fitting or [offer for offer in offers if _on_weekday(offer, heard)]
        return fitting[0] if len(fitting) == 1 else None
    by_place = _by_place(heard, offers)
    if by_place:
        return by_place
    return offers[0] if len(offers) == 1 and heard.intent == "affirm" else None


def _by_place(heard: Heard, offers: list[Offer]) -> Offer | None:
    said = heard.first("ordinal")
    if said is None or said.value > len(offers):
        return None
    return offers[-1] if said.value == LAST else offers[said.value - 1]


def _fits(offer: Offer, heard: Heard) -> bool:
    """Whether an offer agrees with the times and places said.

    A bare clock time means the offer at that time, on whatever day it is.
    """
    start = datetime.fromisoformat(offer["start"])
    said = heard.all(*_PLACES)
    places = {key for v in said for key in v.details.get("offices", [v.details.get("office")])}
    if places and offer["office"] not in places:
        return False
    for interval, value in heard.times():
        by_clock = value.details.get("clock_only") and _within_clock(interval, start)
        if not (by_clock or interval.start <= start <= interval.end):
            return False
    return True


def _on_weekday(offer: Offer, heard: Heard) -> bool:
    """Whether a bare weekday names the offer's, although another week comes first."""
    if heard.all(*_PLACES) or any(char.isdigit() for char in heard.text):
        return False
    start = datetime.fromisoformat(offer["start"])
    soon = heard.at + timedelta(days=7)
    days = {i.start.weekday() for i, _ in heard.times() if _is_whole_day(i) and i.start <= soon}
    return days == {start.weekday()}


def _is_whole_day(interval: Interval) -> bool:
    same_day = interval.start.date() == interval.end.date()
    return same_day and interval.end - interval.start > _ALMOST_A_DAY


def _within_clock(interval: Interval, start: datetime) -> bool:
    return interval.start.time() <= start.time() <= interval.end.time()
