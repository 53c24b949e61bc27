"""When an appointment may start: days and clock times, said at once or in turn. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from actions.appointments.ports import Window
from actions.heard import Heard, Value
from language.dates import OPEN_END, Interval
from language.dates.intervals import whole_days

_MINUTE = "%Y-%m-%dT%H:%M"
_WEEK = timedelta(weeks=1)
_NEXT = timedelta(minutes=1)
_TICK = timedelta(minutes=5)
Json = dict[str, Any]


def window_of(
    heard: Heard, known: Mapping[str, Any] | None, offers: Sequence[Mapping[str, Any]]
) -> Json | None:
    """The window said in this turn, completed by what is ``known`` or on offer.

    "am Dienstag … nach 15 Uhr" is Tuesday from 15:00; a clock time alone keeps the
    days already wished for, and while slots of one day are on offer, that day. What is ruled
    out ("nicht am Montag") is taken out of it.
    """
    window: Json | None = None
    refused = [
        interval for interval, value in heard.refused_times() if not value.details.get("clock_only")
    ]
    for interval, value in heard.times():
        if value.details.get("clock_only") and (window or known or offers):
            days = window or _day_of(offers) or dict(known or {})
            kept = {"without": days["without"]} if "without" in days else {}
            window = _at_clock(days, interval) | kept
        elif window is None:
            window = _new(interval, value)
    if refused and (window or known):
        window = dict(window or known or {})
        start = read(window).interval.start
        cuts = [_from(start, interval, heard) for interval in refused]
        window["without"] = [*window.get("without", []), *map(_pair, cuts)]
    return window


def _from(start: datetime, refused: Interval, heard: Heard) -> Interval:
    """A weekday ruled out is the first one from ``start`` on, where no date is said."""
    behind = start - refused.end
    if behind <= timedelta(0) or any(char.isdigit() for char in heard.text):
        return refused
    weeks = timedelta(weeks=-(-behind // _WEEK))
    return Interval(refused.start + weeks, refused.end + weeks)


def _pair(interval: Interval) -> list[str]:
    return [interval.start.strftime(_MINUTE), interval.end.strftime(_MINUTE)]


def pieces(json: Mapping[str, Any]) -> list[Window]:
    """The window without the times ruled out, as the parts that are left, in order."""
    whole = read(json)
    parts = [whole.interval]
    for start, end in (map(datetime.fromisoformat, pair) for pair in json.get("without", [])):
        cut = Interval(start, end)
        parts = [left for part in parts for left in _outside(part, cut)]
    return [Window(part, whole.daily) for part in parts]


def _outside(part: Interval, cut: Interval) -> list[Interval]:
    if cut.end < part.start or part.end < cut.start:
        return [part]
    before = [Interval(part.start, cut.start - _NEXT)] if part.start < cut.start else []
    after = [Interval(cut.end + _NEXT, part.end)] if cut.end < part.end else []
    return before + after


def anytime(start: datetime) -> Json:
    """From ``start`` on, open end."""
    return write(Window(Interval(start, OPEN_END)))


def later_than(offers: Sequence[Mapping[str, Any]], known: Mapping[str, Any]) -> Json:
    """What comes after the offers shown, at the same times of day."""
    last = max(datetime.fromisoformat(offer["start"]) for offer in offers)
    return write(Window(Interval(last + _TICK, OPEN_END), read(known).daily))


def other_than(
    offers: Sequence[Mapping[str, Any]], known: Mapping[str, Any], now: datetime, wish: Value
) -> Json:
    """What comes before or after ``offers``, as ``wish`` ("earlier", "later") says; with
    ``same_day`` before or after the first of them on its own day.
    """
    first = min(datetime.fromisoformat(offer["start"]) for offer in offers)
    minutes = wish.details.get("minutes")
    if minutes:
        return _shifted(first, timedelta(minutes=minutes), now, is_later=wish.value == "later")
    day = (
        whole_days(first.date(), first.date())
        if wish.details.get("same_day")
        else Interval(now, OPEN_END)
    )
    if wish.value == "earlier":
        start = max(now, day.start)
        return write(Window(Interval(start, max(start, first - _TICK))))
    if wish.details.get("same_day"):
        return write(Window(Interval(first + _TICK, day.end)))
    return later_than(offers, known)


def _shifted(first: datetime, by: timedelta, now: datetime, *, is_later: bool) -> Json:
    """So much before or after ``first``: that day, or that time where hours are said."""
    moment = first + by if is_later else max(now, first - by)
    if by < timedelta(days=1):
        return write(Window(Interval(moment, moment)))
    return write(Window(whole_days(moment.date(), moment.date())))


def write(window: Window) -> Json:
    """``window`` as JSON."""
    start, end = window.interval.start, window.interval.end
    json: Json = {"start": start.strftime(_MINUTE), "end": end.strftime(_MINUTE)}
    return json | ({"daily": list(window.daily)} if window.daily else {})


def read(json: Mapping[str, Any]) -> Window:
    """The window written by :func:`write`."""
    daily = json.get("daily")
    interval = Interval(datetime.fromisoformat(json["start"]), datetime.fromisoformat(json["end"]))
    return Window(interval, (daily[0], daily[1]) if daily else None)


def _new(interval: Interval, value: Value) -> Json:
    daily = value.details.get("daily")
    return write(Window(interval, (daily[0], daily[1]) if daily else None))


def _day_of(offers: Sequence[Mapping[str, Any]]) -> Json | None:
    days = {offer["start"][:10] for offer in offers}
    if len(days) != 1:
        return None
    day = days.pop()
    return {"start": f"{day}T00:00", "end": f"{day}T23:59"}


def _at_clock(known: Json, clock: Interval) -> Json:
    days = read(known).interval
    if days.start.date() == days.end.date():
        start = datetime.combine(days.start.date(), clock.start.time())
        return write(Window(Interval(start, datetime.combine(days.start.date(), clock.end.time()))))
    until = clock.end if clock.end > clock.start else clock.end + _TICK
    return write(Window(days, (f"{clock.start:%H:%M}", f"{until:%H:%M}")))
