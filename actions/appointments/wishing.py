"""What an appointment is for, and for how many people, taken out of a turn. Pure."""

import re
from typing import Any

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Refused
from actions.tasks.frames import Frame
from language.numbers import parse_number
from language.text import fold, words

MOST_PEOPLE = 6
_ONE = frozenset("ein eine einen einer mich me one a".split())
_BESIDE_A_NUMBER = frozenset(
    "fuer for bitte please nur just only person personen people wir sind we are es it is zu also"
    " ja yes so leute mann of us dann then doch eben halt nein no lieber well ok okay".split()
)
_REFERS = re.compile(r"\b(?:dafuer|dazu|deswegen|hierfuer|for (?:that|it|this))\b")
_ONLY = re.compile(r"\b(?:nur|bloss|lediglich|only|just)\b")
_CHILD_PASSPORT, _PASSPORT = "child_passport", "passport"
_ADD = re.compile(r"\b(?:noch|auch|zusaetzlich|ausserdem|dazu|as well|also|too|another|plus)\b")


def read_services(heard: Heard, frame: Frame) -> Any:
    """The services wished for as ``[{"key", "count"}]``; added to those known on "auch noch"."""
    found = [{"key": v.value, "count": v.details.get("count")} for v in heard.all("service")]
    known = list(frame.values.get("services", []))
    if any(entry["key"] == _CHILD_PASSPORT for entry in found):
        if len(found) == 1 and not known:
            return Refused(Say("utter_child_passport_gone"))
        found = _as_passports(found)
    if not found:
        return _spoken_of(heard, frame)
    if known and {e["key"] for e in found} <= {e["key"] for e in known}:
        return _of_known(known, found, heard)
    if known and _ADD.search(fold(heard.text)):
        keys = {entry["key"] for entry in found}
        return [entry for entry in known if entry["key"] not in keys] + found
    return found


def _of_known(
    known: list[dict[str, Any]], found: list[dict[str, Any]], heard: Heard
) -> list[dict[str, Any]] | None:
    """``known`` with what is now said of some of it: another number, or that it is all.

    "Doch drei Pässe" changes the number alone; "nur einen Pass" makes one of several, and where
    there was one anyway, "nur den Pass" leaves the rest out.
    """
    said = {each["key"]: each["count"] for each in found}
    before = {each["key"]: each["count"] for each in known}
    only = _ONLY.search(fold(heard.text)) is not None
    if not any(said.values()):
        if not only:
            return None
        said = dict.fromkeys(said, 1)
        if not any((before[key] or 1) > 1 for key in said):
            return [each for each in known if each["key"] in said]
    changed = [{**each, "count": said.get(each["key"]) or each["count"]} for each in known]
    if only and changed == known:
        return [each for each in known if each["key"] in said]
    return changed


def _as_passports(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Children get passports, too: beside other services they need no question of their own."""
    passports = [e for e in found if e["key"] in (_CHILD_PASSPORT, _PASSPORT)]
    count = sum(entry["count"] or 1 for entry in passports)
    first = found.index(passports[0])
    others = [entry for entry in found if entry not in passports]
    return [*others[:first], {"key": _PASSPORT, "count": count, "child": True}, *others[first:]]


def _spoken_of(heard: Heard, frame: Frame) -> Any:
    """The service just spoken of, where a wish refers to it: "einen Termin dafür"."""
    if "services" in frame.values or not _REFERS.search(fold(heard.text)):
        return None
    last = next((value for value in heard.before if value.kind == "service"), None)
    return [{"key": last.value, "count": None}] if last else None


def read_people(heard: Heard, frame: Frame) -> Any:
    """For how many people, 1 to 6; said in words, or as a bare number when asked for."""
    said = heard.first("people")
    count = int(said.value) if said else None
    if count is None and frame.asked == "people":
        count = _bare_number(heard)
    if count is None:
        counts = [v.details["count"] for v in heard.all("service") if v.details.get("count")]
        count = max(counts, default=None)
    if count is None:
        return None
    if not 1 <= count <= MOST_PEOPLE:
        return Refused(Say("utter_too_many_people", {"most": MOST_PEOPLE}))
    return count


def _bare_number(heard: Heard) -> int | None:
    if heard.times():
        return None
    numbers = [
        1 if word.form in _ONE else parse_number(word.form, heard.language)
        for word in words(heard.text)
        if word.form not in _BESIDE_A_NUMBER
    ]
    return numbers[0] if len(numbers) == 1 else None
