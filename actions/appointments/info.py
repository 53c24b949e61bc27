"""What one has to know about a service or an office."""

import re
from collections.abc import Mapping
from typing import Any

from babel.dates import get_day_names
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments.ports import Catalogue, Office, Service
from actions.appointments.reading import office_spoken_of
from actions.appointments.wording import address
from actions.backend import BackendError, BackendUnavailable
from actions.heard import Heard, heard
from actions.say import Say, utter
from actions.tasks.frames import read_stack
from language.text import fold
from language.writing import write_list, write_money

_REFERS = re.compile(r"\b(?:da|dort|die|das amt|there|it|they|that one|the office)\b")
_ALL = re.compile(r"\b(?:aemter|alle|stellen|offices|all|which|welche\w*)\b")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class ServiceInfoAction(Action):
    """``action_service_info``: documents, fee, duration and whether it can be done online."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_service_info"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Answer for each service named, or ask which one."""
        turn = heard(tracker)
        try:
            services = await self._catalogue.services()
        except (BackendError, BackendUnavailable):
            utter(dispatcher, [Say("utter_failed")])
            return []
        keys = [value.value for value in turn.all("service")] or _services_at_hand(tracker, turn)
        named = [services[key] for key in keys]
        said = [_service(service, turn.language) for service in named]
        utter(dispatcher, said or [Say("utter_ask_which_service")])
        return []


def _services_at_hand(tracker: Tracker, turn: Heard) -> list[str]:
    """What "Was kostet das?" means: the services of the booking at hand, or the one that
    was spoken of last.
    """
    stack = read_stack(tracker.get_slot("tasks"))
    if stack and stack[-1].values.get("services"):
        return [entry["key"] for entry in stack[-1].values["services"]]
    return [value.value for value in turn.before if value.kind == "service"][:1]


def _service(service: Service, language: str) -> Say:
    if service["status"] == "discontinued":
        return Say(
            "utter_service_discontinued",
            {"service": service["name"][language], "notes": _notes(service, language)},
        )
    values = {
        "service": service["name"][language],
        "service_key": service["key"],
        "minutes": service["minutes"],
        "fee": _fee(service, language),
        "documents": write_list([d[language] for d in service["documents"]], language) or "–",
        "notes": _notes(service, language),
    }
    return Say("utter_service_info_online" if service["online"] else "utter_service_info", values)


def _notes(service: Service, language: str) -> str:
    return " ".join(note[language] for note in service["notes"])


def _fee(service: Service, language: str) -> str:
    if not service["fees"]:
        return "–"
    parts = []
    for fee in service["fees"]:
        plus = "+" if fee["kind"] == "surcharge" else ""
        label = f" ({fee['label'][language]})" if fee.get("label") else ""
        parts.append(f"{plus}{write_money(fee['cents'], language)}{label}")
    return ", ".join(parts)


class OfficeInfoAction(Action):
    """``action_office_info``: address, opening hours and accessibility."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def name(self) -> str:
        """Rasa's name of the action."""
        return "action_office_info"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Answer for each office named, or list them."""
        turn = heard(tracker)
        try:
            offices = await self._catalogue.offices()
        except (BackendError, BackendUnavailable):
            utter(dispatcher, [Say("utter_failed")])
            return []
        keys = dict.fromkeys(_office_keys(turn) or _office_at_hand(tracker) or _spoken_of(turn))
        said = [_office(offices[key], turn.language) for key in keys if key in offices]
        utter(dispatcher, said or [_all_offices(offices, turn.language)])
        return []


def _office_keys(turn: Heard) -> list[str]:
    return [value.details.get("office") or value.value for value in turn.all("office", "district")]


def _office_at_hand(tracker: Tracker) -> list[str]:
    """What "Wann hat das Amt auf?" means in the middle of a booking."""
    stack = read_stack(tracker.get_slot("tasks"))
    known = stack[-1].values if stack else {}
    chosen = known.get("slot", {}).get("office") or known.get("office")
    return [chosen] if chosen else []


def _spoken_of(turn: Heard) -> list[str]:
    """What "Wann haben die auf?" means after an office was spoken of."""
    refers = _REFERS.search(fold(turn.text)) and not _ALL.search(fold(turn.text))
    last = office_spoken_of(turn) if refers else None
    return [last] if last else []


def _office(office: Office, language: str) -> Say:
    return Say(
        "utter_office_info",
        {
            "office": office["name"][language],
            "address": address(office),
            "hours": opening_hours(office["hours"], language),
            "accessibility": office["accessibility"][language],
        },
    )


def opening_hours(hours: Mapping[str, Any], language: str) -> str:
    """Written as "Mo., Di. 8:00–16:00; Mi. 8:00–12:00": days with the same hours together."""
    days = get_day_names("abbreviated", locale=language)  # 0 is Monday
    names = {key: days[number] for number, key in enumerate(_WEEKDAYS)}
    by_ranges: dict[str, list[str]] = {}
    for weekday, ranges in hours.items():
        text = ", ".join(f"{r['start']}–{r['end']}" for r in ranges)
        if text:
            by_ranges.setdefault(text, []).append(names[weekday])
    return "; ".join(f"{', '.join(days)} {text}" for text, days in by_ranges.items())


def _all_offices(offices: Mapping[str, Office], language: str) -> Say:
    names = write_list([office["name"][language] for office in offices.values()], language)
    return Say("utter_office_list", {"offices": names})
