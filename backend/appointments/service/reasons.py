"""Puts into words for programs why an office is closed."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from backend.appointments.domain.catalogue import Office
from backend.appointments.domain.hours import Closures, OpenRange, why_closed
from backend.appointments.domain.window import Window


def closed_detail(offices: Sequence[Office], closures: Closures, window: Window) -> dict[str, Any]:
    """Holiday or other reason (or None) and opening ranges of the day wished for.

    Over several days only the holiday that begins them is told, without ranges.
    """
    day = max(window.start, window.not_before).date()
    reasons = {why_closed(office.hours, closures, day, office.closings) for office in offices} or {
        closures(day)
    }
    holiday = reasons.pop() if len(reasons) == 1 else None
    hours = (
        [
            {"office": office.key, "ranges": shown(office.ranges(closures, day))}
            for office in offices
        ]
        if window.single_day
        else []
    )
    return {
        "date": day.isoformat(),
        "holiday": asdict(holiday) if holiday else None,
        "hours": hours,
    }


def not_offered_detail(offering: Sequence[Office]) -> dict[str, Any]:
    """The offices that do offer what was wished for."""
    return {"offices": [office.key for office in offering]}


def shown(ranges: Sequence[OpenRange]) -> list[dict[str, str]]:
    """Opening ranges as `{"start": "08:00", "end": "16:00"}`."""
    return [
        {"start": r.start.isoformat("minutes"), "end": r.end.isoformat("minutes")} for r in ranges
    ]
