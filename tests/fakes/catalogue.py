"""Services and offices of the appointment service in memory."""

from typing import Any

from actions.appointments.ports import Office, Service


def _both(de: str, en: str) -> dict[str, str]:
    return {"de": de, "en": en}


def _service(key: str, de: str, en: str, **facts: Any) -> Service:
    plain = {"minutes": 15, "fees": [], "documents": [], "notes": [], "online": False}
    return {"key": key, "name": _both(de, en), "status": "available", **plain, **facts}


def _office(key: str, de: str, services: list[str]) -> Office:
    return {
        "key": key,
        "name": _both(f"Bürger-Service-Station {de}", f"Citizen service office {de}"),
        "short_name": _both(de, de),
        "address": f"{de}er Straße 1",
        "postcode": "47051",
        "hours": {
            day: [{"start": "08:00", "end": "16:00"}] for day in ("mon", "tue", "wed", "thu", "fri")
        },
        "accessibility": _both("Stufenloser Eingang.", "Step-free entrance."),
        "services": services,
        "latitude": 51.4344,
        "longitude": 6.7623,
        "open_now": False,
        "today": [],
        "closed_today": None,
        "next_opening": "2026-03-03T08:00",
    }


_AT_STATIONS = ["identity_card", "passport", "certification"]
SERVICES = {
    service["key"]: service
    for service in (
        _service(
            "identity_card",
            "Personalausweis beantragen",
            "Apply for an identity card",
            fees=[
                {"kind": "standard", "cents": 4600, "label": _both("ab 24", "24 and over")},
                {"kind": "surcharge", "cents": 600, "label": _both("Foto", "photo")},
            ],
            documents=[_both("Passfoto", "photo"), _both("alter Ausweis", "old card")],
        ),
        _service(
            "passport",
            "Reisepass beantragen",
            "Apply for a passport",
            documents=[_both("Passfoto", "photo"), _both("alter Pass", "old passport")],
        ),
        _service("child_passport", "Kinderreisepass", "Children's passport", status="discontinued"),
        _service("certification", "Beglaubigung", "Certification"),
        _service("vehicle_registration", "Kfz-Zulassung", "Vehicle registration", online=True),
    )
}
OFFICES = {
    office["key"]: office
    for office in (
        _office("walsum", "Walsum", _AT_STATIONS),
        _office("hamborn", "Hamborn", _AT_STATIONS),
        _office("sued", "Süd", _AT_STATIONS),
        _office("strassenverkehrsamt", "Verkehr", ["vehicle_registration"]),
    )
}
