"""``action_service_info`` and ``action_office_info``: what was asked, and only that first."""

from collections.abc import Mapping, Sequence
from itertools import dropwhile, takewhile
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import office_facts, service_facts
from actions.appointments.ports import Catalogue, Office
from actions.appointments.reading import ANY_OFFICE, office_spoken_of, offices_meant
from actions.backend import BackendError, BackendUnavailable
from actions.heard import Heard, heard
from actions.say import Say, utter
from actions.tasks.frames import read_stack
from language.aspects import asks_about_now, office_aspects, refers_to_office, service_aspects


class ServiceInfoAction(Action):
    """``action_service_info``: documents, fee, duration, online, what helps when it is urgent."""

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
        aspects = () if turn.pressed else service_aspects(turn.text)
        said = [
            say
            for key in dict.fromkeys(keys)
            for say in service_facts.told(services[key], services, aspects, turn)
        ]
        utter(dispatcher, said or [Say("utter_ask_which_service")])
        return []


def _services_at_hand(tracker: Tracker, turn: Heard) -> list[str]:
    """What "Was kostet das?" means: the services of the booking at hand, or those that were spoken
    of last.
    """
    stack = read_stack(tracker.get_slot("tasks"))
    known = stack[-1] if stack else None
    if known and known.values.get("services"):
        return [entry["key"] for entry in known.values["services"]]
    if known and known.notes.get("old"):
        return [entry["key"] for entry in known.notes["old"]["services"]]
    spoken_of = dropwhile(lambda value: value.kind != "service", turn.before)
    # Those of one card or message stand side by side.
    return [value.value for value in takewhile(lambda value: value.kind == "service", spoken_of)]


class OfficeInfoAction(Action):
    """``action_office_info``: opening hours, address with map, accessibility, telephone."""

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
            said = await self._said(tracker, turn)
        except (BackendError, BackendUnavailable):
            said = [Say("utter_failed")]
        utter(dispatcher, said)
        return []

    async def _said(self, tracker: Tracker, turn: Heard) -> list[Say]:
        offices = await self._catalogue.offices()
        keys = dict.fromkeys(_office_keys(turn) or _office_at_hand(tracker) or _spoken_of(turn))
        meant = [offices[key] for key in keys if key in offices]
        aspects = () if turn.pressed else office_aspects(turn.text)
        if not meant:
            return [_of_all(offices, aspects, turn)]
        if aspects == ("phone",):
            return [Say("utter_office_phone")]
        said = [
            say
            for office in meant
            for say in await office_facts.told(office, aspects, turn, self._catalogue)
        ]
        # What is the same of all offices is said once.
        return list({(say.response, str(say.values)): say for say in said}.values())


def _office_keys(turn: Heard) -> list[str]:
    places = turn.all("office", "district", "region")
    return [key for value in places for key in value.details.get("offices") or [_key(value)]]


def _key(value: Any) -> str:
    return str(value.details.get("office") or value.value)


def _office_at_hand(tracker: Tracker) -> Sequence[str]:
    """What "Wann hat das Amt auf?" means in the middle of a booking."""
    stack = read_stack(tracker.get_slot("tasks"))
    known: Mapping[str, Any] = stack[-1].values if stack else {}
    chosen = known.get("slot", {}).get("office") or known.get("office") or ANY_OFFICE
    old = stack[-1].notes.get("old", {}).get("office") if stack else None
    return offices_meant(chosen) or ([old] if old else [])


def _spoken_of(turn: Heard) -> list[str]:
    """What "Wann haben die auf?" means after an office was spoken of."""
    last = office_spoken_of(turn) if refers_to_office(turn.text) else None
    return [last] if last else []


def _of_all(offices: Mapping[str, Office], aspects: Sequence[str], turn: Heard) -> Say:
    """No office is meant above others."""
    if aspects == ("phone",):
        return Say("utter_office_phone")
    if "hours" in aspects and asks_about_now(turn.text):
        return office_facts.open_now(offices, turn.language)
    return office_facts.listed(offices, turn.language)
