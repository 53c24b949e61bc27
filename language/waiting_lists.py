"""Wishes about the waiting list for an earlier appointment."""

import re

from language.assent import assent
from language.text import fold

_LIST = r"warte ?liste|wait(?:ing)?[ -]?list"
_NAMED = re.compile(rf"\b(?:{_LIST})\b")
_LEAVE = re.compile(
    r"\b(?:runter|streich\w*|entfern\w*|austragen|loesch\w*|nicht mehr|verlass\w*|abmeld\w*"
    r"|von der|aus der|off|leave|remove\w*|take me off|no longer|delete)\b"
)
_TOLD = re.compile(
    r"\b(?:bescheid|melden sie sich|meldet euch|sagen sie mir|benachrichtig\w*|informier\w*"
    r"|let me know|tell me|notify me|contact me)\b[^.!?]{0,60}"
    r"\b(?:frueher\w*|eher|earlier|sooner|frei wird|opens up|comes up|becomes free|free up)\b"
)
_FREED = re.compile(
    r"\b(?:wenn|falls|sobald|if|when|as soon as)\b[^.!?]{0,40}\b(?:frueher\w*|earlier|sooner)\b"
    r"[^.!?]{0,40}\b(?:frei|bescheid|available|opens? up|comes? up|free)"
)
_OFFER = (
    r"(?:angebot\w*|angebotene\w*|offer\w*|frueheren? (?:termin|zeit)"
    r"|earlier (?:slot|appointment|time|one))"
)
_TAKE = (
    r"(?:nehme? ich|ich nehme?|nehmen wir|annehmen|nehme? .{0,30}\ban\b|accept|i'?ll take|take)\b"
)
_TAKEN = r"(?:nehme? ich|annehmen|nehmen|an\b|accept)"
_ACCEPT = re.compile(rf"\b{_TAKE}[^.!?]{{0,30}}\b{_OFFER}\b|\b{_OFFER}\b[^.!?]{{0,30}}\b{_TAKEN}")
_REFUSE = r"(?:ablehnen|lehne|nicht annehmen|decline|reject|refuse|don'?t want)\b"
_REFUSED = r"(?:ablehnen|lehne ich ab|nicht annehmen|nicht haben)"
_DECLINE = re.compile(
    rf"\b{_REFUSE}[^.!?]{{0,30}}\b{_OFFER}\b[^.!?]{{0,20}}(?:ab\b|nicht\b|$)"
    rf"|\b{_OFFER}\b[^.!?]{{0,30}}\b{_REFUSED}"
)
# What the list is good for is a question, not a wish.
_ASKED_ABOUT = re.compile(
    r"\b(?:wie funktioniert|was ist|was bedeutet|how does|what is|what does)\b"
)

# What answers an offer that was made just before, whatever else it may mean.
_TAKES = re.compile(
    r"\b(?:nehme?|annehmen|nehmen|zusagen|sage zu|her damit|take|accept|go for it)\b"
)
_KEEPS = re.compile(
    r"\b(?:behalt\w*|bleib\w* (?:lieber )?(?:bei|dabei|es)|verzicht\w*"
    r"|keep(?:ing)? (?:it|mine|my|the)|(?:stay|stick) with|pass on)\b"
)
_TURNED_ROUND = re.compile(
    r"\b(?:nicht|kein\w*|not|\w+n'?t|lieber|rather|aber|but|wenn|if|falls)\b"
)


def answer_to_offer(text: str) -> str | None:
    """What ``text`` answers to the offer of a place made just before it: "accept" or "decline"."""
    plain = assent(text)
    if plain is not None:
        return "accept" if plain else "decline"
    folded = fold(text)
    if "?" in text:
        return None
    if _KEEPS.search(folded):
        return "decline"
    return "accept" if _TAKES.search(folded) and not _TURNED_ROUND.search(folded) else None


def find_waiting_wish(text: str) -> str | None:
    """What ``text`` wishes: "join" or "leave" the list, "accept" or "decline" what it offered."""
    folded = fold(text)
    if _ASKED_ABOUT.search(folded):
        return None
    if _NAMED.search(folded):
        return "leave" if _LEAVE.search(folded) else "join"
    if _DECLINE.search(folded) and "?" not in text:
        return "decline"
    if _ACCEPT.search(folded) and "?" not in text:
        return "accept"
    return "join" if _TOLD.search(folded) or _FREED.search(folded) else None
