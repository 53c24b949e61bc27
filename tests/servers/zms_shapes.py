"""What goes over the wire to and from the ZMS double, as `zmsentities/schema/citizenapi` has it."""

import re
from datetime import UTC, date, datetime
from typing import Any

from fastapi.responses import JSONResponse

from tests.servers.zms_city import RESERVED, SLOT_MINUTES, STATUS, Process, ZmsCity


def scope(city: ZmsCity, office: int) -> dict[str, Any]:
    return {
        "id": office % 1000,
        "provider": {"id": office, "name": city.offices[office].name.de, "source": "unittest"},
        "shortName": city.offices[office].short_name.de,
        "emailRequired": city.email_required,
        "telephoneActivated": True,
        "telephoneRequired": False,
        "captchaActivatedRequired": False,
        "reservationDuration": int(RESERVED.total_seconds() // 60),
    }


def office_shape(city: ZmsCity, number: int) -> dict[str, Any]:
    office = city.offices[number]
    return {
        "id": number,
        "name": office.name.de,
        "address": {"street": office.address, "postal_code": office.postcode},
        "geo": {"lat": office.latitude, "lon": office.longitude},
        "slotTimeInMinutes": SLOT_MINUTES,
        "scope": scope(city, number),
    }


def service_shape(city: ZmsCity, number: int) -> dict[str, Any]:
    common: dict[str, list[int]] = {}
    for other in city.services:
        offices = [o for o in city.offices if {number, other} <= city.done_at(o)]
        if offices:
            common[str(other)] = offices
    name = city.services[number].name.de
    return {"id": number, "name": name, "maxQuantity": 5, "combinable": common or []}


def thinned(city: ZmsCity, process: Process) -> dict[str, Any]:
    main, *others = process.services.items()
    return {
        "processId": process.id,
        "timestamp": str(process.start),
        "authKey": process.auth_key,
        "familyName": process.person.get("familyName"),
        "customTextfield": "",
        "email": process.person.get("email"),
        "telephone": process.person.get("telephone"),
        "officeName": None,
        "officeId": process.office,
        "scope": scope(city, process.office),
        "subRequestCounts": [{"id": i, "name": None, "count": n} for i, n in others],
        "serviceId": main[0],
        "serviceCount": main[1],
        "status": process.status,
        "slotCount": process.slots,
        "createTimestamp": datetime.now(UTC).isoformat(),
    }


def errors_shape(codes: tuple[str, ...]) -> JSONResponse:
    errors = [
        {"errorCode": c, "errorMessage": "…", "statusCode": STATUS[c], "errorType": "error"}
        for c in codes
    ]
    return JSONResponse({"errors": errors}, max(STATUS[code] for code in codes))


def day_of(text: str | None) -> Any:
    return date.fromisoformat(text) if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


def numbers_of(text: str | None) -> Any:
    parts = (text or "").split(",")
    return [int(part) for part in parts] if all(part.isdigit() for part in parts) else None
