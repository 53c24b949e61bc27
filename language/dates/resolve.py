"""From what was said to an interval, by the date conventions of the design (§6)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from language.dates.almanac import next_day_of_month, next_weekday
from language.dates.durations import elapsed
from language.dates.intervals import DAY_END, OPEN_END, Interval, whole_days
from language.dates.lexemes import Context, Kind
from language.dates.parts import DAY, HOUR, LAST_MINUTE, NOON, PARTS, minutes_of, range_of
from language.dates.spans import Days, Shape, most_recent, one_day
from language.dates.wishes import Wish

Daily = tuple[time, time] | None
Meaning = tuple[Interval, Daily]
Window = tuple[int, int]
"""First and last minute of a day; beyond 1440 they belong to the next day."""

_OPEN = (Kind.ONWARD_FROM, Kind.EARLIEST, Kind.FROM)
_CLOSED = (Kind.UNTIL, Kind.LATEST)


def resolve(wish: Wish, context: Context) -> Meaning | None:
    """The interval a wish means and its daily bounds; None if no calendar or clock has it."""
    clocks = (wish.at, wish.after, wish.before)
    if any(clock and not clock.possible for clock in clocks):
        return None
    if wish.days and wish.days.shape is Shape.IMPOSSIBLE:
        return None
    if wish.instant:
        return Interval(wish.instant, wish.instant), None
    if wish.bound is Kind.SINCE and wish.days:
        wish.days = most_recent(wish.days, context.today)
    window = _window(wish, context)
    if wish.days is None:
        return _without_day(wish, window, context)
    if wish.days.first == wish.days.last and wish.days.shape is not Shape.DEADLINE:
        return _on_day(wish, wish.days.first, window, context), None
    return _over_days(wish, wish.days, window, context)


def _window(wish: Wish, context: Context) -> Window | None:
    """The minutes of the day a wish allows, or None if it speaks of whole days."""
    part = PARTS[wish.part] if wish.part else None
    if wish.at:
        at = minutes_of(wish.at, wish.part)
        awake = context.reference.hour * HOUR + context.reference.minute > at
        tonight = awake and wish.days is not None and wish.days.shape is Shape.RELATIVE
        if wish.part == "night" and at < 6 * HOUR and tonight:
            at += DAY  # "heute Nacht um drei" lies on the next calendar day.
        return at, at
    if wish.after and wish.before:
        return range_of(wish.after, wish.before, wish.part)
    if wish.after:
        after = minutes_of(wish.after, wish.part)
        return after, part[1] if part and part[1] > after else max(LAST_MINUTE, after)
    if wish.part == "noon" and (wish.bound or wish.until):
        return NOON.hour * HOUR, NOON.hour * HOUR
    if wish.before:
        before = minutes_of(wish.before, wish.part)
        return part[0] if part and part[0] < before else 0, before
    return part


def _without_day(wish: Wish, window: Window | None, context: Context) -> Meaning | None:
    if window is None:
        return (Interval(context.reference, OPEN_END), None) if wish.soon else None
    now = context.reference.hour * HOUR + context.reference.minute
    if wish.bound is Kind.SINCE:
        window = _most_recent(wish, window, now)
        since = _span(context.today - timedelta(int(window[0] > now)), window)
        return Interval(since.start, OPEN_END), None
    starts = wish.at is not None or (wish.before is None and wish.after is not None)
    passed = window[0] < now if starts else window[1] <= now
    if wish.before is not None and wish.after is None:
        passed = window[1] < now
    day = context.today + timedelta(int(passed))
    interval = _on_day(wish, day, window, context)
    if wish.deadline and wish.after is None:
        interval = Interval(min(context.reference, interval.end), interval.end)
    if wish.earliest:
        interval = Interval(interval.start, OPEN_END)
    return interval, None


def _most_recent(wish: Wish, window: Window, now: int) -> Window:
    """The face of the clock that lies nearer behind: "seit drei Uhr", "since half six"."""
    if wish.at is None or wish.at.fixed or wish.part:
        return window
    half = DAY // 2
    faces = (window[0] % half, window[0] % half + half)
    start = max(faces, key=lambda face: (face <= now, face))
    return start, start


def _on_day(wish: Wish, day: date, window: Window | None, context: Context) -> Interval:
    interval = _span(day, window) if window else whole_days(day, day)
    if wish.until and wish.until.days:
        end = resolve(_after(wish.until, day), context)
        if end and end[0].end > interval.start:
            return Interval(interval.start, end[0].end)
    if wish.length and wish.bound is None:
        interval = _lengthened(wish, interval)
    return _bounded(wish, interval, window is not None, context)


def _over_days(wish: Wish, days: Days, window: Window | None, context: Context) -> Meaning:
    interval = whole_days(days.first, days.last)
    if days.shape is Shape.DEADLINE:
        interval = Interval(context.reference, interval.end)
        if wish.bound is Kind.BEFORE:
            return interval, None  # "before close of business"
    daily = (_time(window[0]), _time(window[1])) if window else None
    return _bounded(wish, interval, False, context), daily


def _bounded(wish: Wish, interval: Interval, timed: bool, context: Context) -> Interval:
    """Applies "ab", "nach", "bis" and "vor" to the days said."""
    if wish.bound in (*_OPEN, Kind.SINCE):
        return Interval(interval.start, OPEN_END)
    if wish.bound is Kind.AFTER:
        start = interval.end if timed else interval.end + timedelta(minutes=1)
        return Interval(start, OPEN_END)
    if wish.bound in _CLOSED or wish.bound is Kind.BEFORE:
        end = interval.end
        if wish.bound is Kind.BEFORE:
            end = interval.start if timed else interval.start - timedelta(minutes=1)
        begin = context.reference
        return Interval(begin if begin <= end else datetime.combine(end.date(), time()), end)
    return interval


def _span(day: date, window: Window) -> Interval:
    midnight = datetime.combine(day, time())
    start, end = (midnight + timedelta(minutes=minute) for minute in window)
    return Interval(start, end if end >= start else end + timedelta(1))


def _lengthened(wish: Wish, interval: Interval) -> Interval:
    length, start = wish.length, interval.start
    if length and length.minutes:
        return Interval(start, elapsed(start, length.minutes))
    if length and length.days and not wish.timed:
        last = start.date() + timedelta(length.days - 1)
        return Interval(start, datetime.combine(last, DAY_END))
    return interval


def _after(wish: Wish, day: date) -> Wish:
    """The far end of a range: its weekday or number is the next one after the near end."""
    if wish.days and wish.days.shape is Shape.WEEKDAY and wish.days.first <= day:
        later = next_weekday(day, wish.days.first.weekday())
        wish.days = one_day(later, Shape.WEEKDAY)
    if wish.days and wish.days.shape is Shape.NUMBER and wish.days.first <= day:
        wish.days = one_day(next_day_of_month(day, wish.days.first.day), Shape.NUMBER)
    return wish


def _time(minute: int) -> time:
    minute = min(minute, LAST_MINUTE)
    return time(minute // HOUR, minute % HOUR)
