"""What is told about an office: the aspects asked for, or the whole sheet."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from babel.dates import get_day_names

from actions.appointments.ports import Catalogue, Office
from actions.appointments.wording import address, map_url, office_card
from actions.heard import Heard
from actions.say import Say
from language.aspects import asks_about_next, asks_about_now
from language.writing import write_day, write_hours, write_list, write_moment

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A longer time asked for is answered by the hours of the week.
_MOST_DAYS = 2


async def told(
    office: Office, aspects: Sequence[str], turn: Heard, catalogue: Catalogue
) -> list[Say]:
    """The answers about ``office``, one for each aspect, the whole sheet for none."""
    said: list[Say] = []
    for aspect in aspects:
        if aspect == "hours":
            said += [say async for say in _hours(office, turn, catalogue)]
        else:
            said.append(_fact(aspect, office, turn.language))
    return said or [_sheet(office, turn.language)]


def listed(offices: Mapping[str, Office], language: str) -> Say:
    """Which offices there are."""
    names = write_list([office["name"][language] for office in offices.values()], language)
    return Say("utter_office_list", {"offices": names})


def open_now(offices: Mapping[str, Office], language: str) -> Say:
    """Which offices are open at the moment; else which opens first."""
    opened = [office["name"][language] for office in offices.values() if office.get("open_now")]
    if opened:
        return Say("utter_offices_open_now", {"offices": write_list(opened, language)})
    coming = [office for office in offices.values() if office.get("next_opening")]
    if not coming:
        return listed(offices, language)
    first = min(coming, key=lambda office: str(office["next_opening"]))
    values = {"office": first["name"][language], "next": _next(first["next_opening"], language)}
    return Say("utter_no_office_open_now", values)


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


async def _hours(office: Office, turn: Heard, catalogue: Catalogue) -> AsyncIterator[Say]:
    days = _days(turn)
    if asks_about_now(turn.text) and "open_now" in office:
        yield _now(office, turn.language)
    elif days:
        for day in days:
            yield await _day(office, day, turn.language, catalogue)
    elif asks_about_next(turn.text) and office.get("next_opening"):
        opening = _next(office["next_opening"], turn.language)
        yield Say("utter_office_next", _named(office, turn.language, next=opening))
    else:
        hours = opening_hours(office["hours"], turn.language)
        yield Say("utter_office_hours", _named(office, turn.language, hours=hours))


def _days(turn: Heard) -> list[date]:
    """The days asked for, as long as they are few."""
    found = []
    for interval, _ in turn.times():
        first = interval.start.date()
        count = (interval.end.date() - first).days + 1
        if count > _MOST_DAYS:
            return []
        found += [first + timedelta(days=ahead) for ahead in range(count)]
    return list(dict.fromkeys(found))


def _now(office: Office, language: str) -> Say:
    if office["open_now"]:
        today = [(each["start"], each["end"]) for each in office["today"]]
        return Say(
            "utter_office_open_now", _named(office, language, hours=_ranges(today, language))
        )
    values = _named(office, language, next=_next(office["next_opening"], language))
    reason = office["closed_today"]
    if reason:
        return Say("utter_office_closed_now_for", {**values, "reason": reason[language]})
    return Say("utter_office_closed_now", values)


async def _day(office: Office, day: date, language: str, catalogue: Catalogue) -> Say:
    opening = await catalogue.opening(office["key"], day)
    values = _named(office, language, day=write_day(day, language))
    if opening.ranges:
        return Say("utter_office_day", {**values, "hours": _ranges(opening.ranges, language)})
    values["next"] = write_moment(opening.next, language) if opening.next else "–"
    if opening.reason:
        return Say("utter_office_day_closed_for", {**values, "reason": opening.reason[language]})
    return Say("utter_office_day_closed", values)


def _ranges(ranges: Sequence[tuple[str, str]], language: str) -> str:
    spans = [(time.fromisoformat(start), time.fromisoformat(end)) for start, end in ranges]
    return write_list([write_hours(start, end, language) for start, end in spans], language)


def _next(moment: str | None, language: str) -> str:
    return write_moment(datetime.fromisoformat(moment), language) if moment else "–"


def _named(office: Office, language: str, **values: Any) -> dict[str, Any]:
    return {"office": office["name"][language], "office_key": office["key"], **values}


def _fact(aspect: str, office: Office, language: str) -> Say:
    if aspect == "phone":
        return Say("utter_office_phone")
    if aspect == "accessibility":
        values = _named(office, language, accessibility=office["accessibility"][language])
        return Say("utter_office_accessibility", values)
    values = _named(office, language, address=address(office), map=map_url(office))
    return Say("utter_office_address", values, card=office_card(office, language))


def _sheet(office: Office, language: str) -> Say:
    values = _named(
        office,
        language,
        address=address(office),
        hours=opening_hours(office["hours"], language),
        accessibility=office["accessibility"][language],
    )
    return Say("utter_office_info", values, card=office_card(office, language))
