"""What is told about a service: the aspects asked for, or the whole sheet. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from actions.appointments.ports import Service
from actions.heard import Heard
from actions.say import Say
from language.aspects import is_about_the_young
from language.text import fold
from language.writing import write_list, write_money

_TEMPORARY = "temporary_document"
_CARDS = frozenset({"identity_card", "passport"})
_OF_FEES = ("gebuehr", "fee")


def told(
    service: Service, services: Mapping[str, Service], aspects: Sequence[str], turn: Heard
) -> list[Say]:
    """The answers about ``service``, one for each aspect; of one that is no longer given, what
    there is instead.
    """
    if service["status"] == "discontinued":
        notes = _notes(service, turn.language)
        gone = Say(
            "utter_service_discontinued",
            {"service": service["name"][turn.language], "notes": notes},
        )
        others = [services[key] for key in service.get("alternatives", []) if key in services]
        return [
            gone,
            *(say for each in others[:1] for say in _asked(each, services, aspects, turn)),
        ]
    return _asked(service, services, aspects, turn) or [_sheet(service, turn.language)]


def _asked(
    service: Service, services: Mapping[str, Service], aspects: Sequence[str], turn: Heard
) -> list[Say]:
    young = is_about_the_young(turn.text) or any(
        value.value == "child_passport" for value in turn.all("service")
    )
    tellers: Mapping[str, Callable[[], Iterator[Say]]] = {
        "fee": lambda: _fee(service, turn.language, young=young),
        "documents": lambda: _documents(service, turn.language),
        "duration": lambda: _duration(service, turn.language),
        "online": lambda: _online(service, turn.language),
        "urgent": lambda: _urgent(service, services, turn.language),
    }
    return [say for aspect in aspects for say in tellers[aspect]()]


def _named(service: Service, language: str, **values: Any) -> dict[str, Any]:
    return {"service": service["name"][language], "service_key": service["key"], **values}


def _fee(service: Service, language: str, *, young: bool) -> Iterator[Say]:
    fees = service["fees"]
    if young and any(fee["kind"] == "under_24" for fee in fees):
        fees = [fee for fee in fees if fee["kind"] != "standard"]
    if not fees:
        yield Say("utter_service_fee_unknown", _named(service, language))
        return
    about = [n for n in service["notes"] if any(word in fold(n[language]) for word in _OF_FEES)]
    notes = " ".join(note[language] for note in about)
    yield Say(
        "utter_service_fee", _named(service, language, fee=_sums(fees, language), notes=notes)
    )


def _documents(service: Service, language: str) -> Iterator[Say]:
    about = [n for n in service["notes"] if not any(w in fold(n[language]) for w in _OF_FEES)]
    notes = " ".join(note[language] for note in about)
    needed = write_list([d[language] for d in service["documents"]], language)
    response = "utter_service_documents" if needed else "utter_service_no_documents"
    yield Say(response, _named(service, language, documents=needed, notes=notes))


def _duration(service: Service, language: str) -> Iterator[Say]:
    yield Say("utter_service_duration", _named(service, language, minutes=service["minutes"]))


def _online(service: Service, language: str) -> Iterator[Say]:
    response = "utter_service_online_yes" if service["online"] else "utter_service_online_no"
    yield Say(response, _named(service, language))


def _urgent(service: Service, services: Mapping[str, Service], language: str) -> Iterator[Say]:
    """Express processing where there is one, and the document that is given at once."""
    express = [
        fee for fee in service["fees"] if "express" in fold((fee.get("label") or {}).get("en", ""))
    ]
    if express:
        fee = write_money(express[0]["cents"], language)
        yield Say("utter_service_express", _named(service, language, fee=fee))
    temporary = services.get(_TEMPORARY)
    if temporary and service["key"] in _CARDS:
        documents = write_list([d[language] for d in temporary["documents"]], language)
        fee = _sums(temporary["fees"], language)
        values = _named(temporary, language, fee=fee, documents=documents)
        yield Say("utter_service_temporary", values)


def _sheet(service: Service, language: str) -> Say:
    values = _named(
        service,
        language,
        minutes=service["minutes"],
        fee=_sums(service["fees"], language) or "–",
        documents=write_list([d[language] for d in service["documents"]], language) or "–",
        notes=_notes(service, language),
    )
    return Say("utter_service_info_online" if service["online"] else "utter_service_info", values)


def _notes(service: Service, language: str) -> str:
    return " ".join(note[language] for note in service["notes"])


def _sums(fees: Sequence[Mapping[str, Any]], language: str) -> str:
    parts = []
    for fee in fees:
        plus = "+" if fee["kind"] == "surcharge" else ""
        label = f" ({fee['label'][language]})" if fee.get("label") else ""
        parts.append(f"{plus}{write_money(fee['cents'], language)}{label}")
    return ", ".join(parts)
