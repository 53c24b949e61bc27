"""Clock times: "14:30", "halb drei", "viertel acht", "zehn vor halb neun", "quarter to nine"."""

from __future__ import annotations

from language.dates.lexemes import Context, Kind, Lexeme, Lexemes
from language.dates.parts import HOUR, Clock

Found = tuple[Clock, int]
"""A clock time and the index of the lexeme behind it."""

_LATER = (Kind.AFTER, Kind.PAST)
_SOONER = (Kind.BEFORE, Kind.TO)
_AMERICAN_TO = ("of", "til", "till")
_NO_CLOCK_BEFORE = (
    Kind.COUNTED, Kind.UNIT, Kind.NUMBER, Kind.MONTH, Kind.NOTHING, Kind.WORD, Kind.ORDINAL,
    Kind.WEEKEND, Kind.CALENDAR_WEEK,
)  # fmt: skip
_CLOSING = (Kind.GLUE, Kind.END, Kind.STOP, Kind.COMMA, Kind.AM, Kind.PM, Kind.DAY, Kind.WEEKDAY)
_FIRST_YEAR = 1900
_ROUGHLY = ("about", "around", "roughly", "approximately", "approx", "etwa", "ungefaehr")
_ZERO = ("oh", "o", "null")
_PARTS_OF_DAY = (Kind.PART, Kind.EARLY)


def read_clock(
    lexemes: Lexemes, at: int, context: Context, loose: bool, exact: bool
) -> Found | None:
    """The clock time that begins at `at`.

    `loose` allows a bare number ("ab 15"); `exact` says that "um"/"at" stands before it.
    """
    first = lexemes[at]
    if first.kind is Kind.TIME:
        hour, minute = first.numbers
        return _with_suffix(lexemes, at + 1, Clock(hour, minute, first.name == "fixed"))
    if first.kind is Kind.DOTTED:
        return _dotted(lexemes, at, exact)
    if first.kind is Kind.MIDNIGHT:
        return Clock(24, 0, True), at + 1
    if first.kind is Kind.HALF:
        return _half(lexemes, at, context)
    if first.kind in (Kind.QUARTER, Kind.THREE_QUARTERS):
        return _quarter(lexemes, at, context)
    if first.kind is Kind.ORDINAL and exact and first.form == "achte":
        # "um achte" is eight o'clock.
        return (Clock(first.value), at + 1) if may_follow(lexemes[at + 1], exact) else None
    if first.kind is Kind.NUMBER:
        return (
            _minutes_from_hour(lexemes, at, context)
            or _with_uhr(lexemes, at)
            or _bare(lexemes, at, context, loose, exact)
        )
    return None


def may_follow(lexeme: Lexeme, exact: bool) -> bool:
    """Whether a bare number before `lexeme` can be a time rather than a count or an address."""
    if exact and lexeme.kind is Kind.WORD:
        return not lexeme.value
    if exact and lexeme.name == "article":
        return True  # "um 10 einen Termin"
    return lexeme.kind not in _NO_CLOCK_BEFORE


def _dotted(lexemes: Lexemes, at: int, exact: bool) -> Found | None:
    lexeme = lexemes[at]
    hour, minute = lexeme.numbers
    clock = Clock(hour, minute, lexeme.name == "fixed" or hour > 12)
    said = lexemes[at + 1].kind in (Kind.UHR, Kind.AM, Kind.PM)
    plausible = clock.possible and lexeme.name != "short"
    if lexemes[at + 1].kind is Kind.COUNTED:
        return None
    if said or (plausible and (exact or minute > 12)):
        return _with_suffix(lexemes, at + 1, clock)
    return None


def _half(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    past = lexemes[at + 1].kind is Kind.PAST
    hour = _hour(lexemes[at + 1 + past])
    if hour is None:
        return None
    english = past or context.language == "en"
    return _with_suffix(lexemes, at + 2 + past, _face(hour, 30 if english else -30))


def _quarter(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    joint, form = lexemes[at + 1].kind, lexemes[at + 1].form
    sooner = joint in _SOONER or (context.language == "en" and form in _AMERICAN_TO)
    if lexemes[at].kind is Kind.QUARTER and (sooner or joint in _LATER):
        return _shifted(lexemes, at + 2, context, 15 if joint in _LATER else -15)
    hour = _hour(lexemes[at + 1])
    if hour is None or context.language == "en":
        return None
    before = -15 if lexemes[at].kind is Kind.THREE_QUARTERS else -45
    return _with_suffix(lexemes, at + 2, _face(hour, before))


def _minutes_from_hour(lexemes: Lexemes, at: int, context: Context) -> Found | None:
    minutes = lexemes[at]
    joint = at + 1 + (lexemes[at + 1].kind is Kind.UNIT and lexemes[at + 1].name == "minute")
    kind, behind = lexemes[joint].kind, lexemes[joint + 1]
    if kind not in (*_LATER, *_SOONER) or not 1 <= minutes.value <= 59:
        return None
    if kind is Kind.TO and minutes.name == "digits" and behind.name == "digits":
        return None  # "10 to 12" is a range; a time is said "ten to twelve".
    return _shifted(lexemes, joint + 1, context, minutes.value * (1 if kind in _LATER else -1))


def _shifted(lexemes: Lexemes, at: int, context: Context, minutes: int) -> Found | None:
    base: Found | None = None
    if lexemes[at].kind is Kind.HALF:
        base = _half(lexemes, at, context)
    elif lexemes[at].kind in (Kind.QUARTER, Kind.THREE_QUARTERS):
        base = _quarter(lexemes, at, context)  # "fünf vor dreiviertel acht"
    elif (hour := _hour(lexemes[at])) is not None and may_follow(lexemes[at + 1], True):
        base = Clock(hour), at + 1
    if base is None:
        return None
    clock, behind = base
    return _with_suffix(lexemes, behind, _face(clock.hour, clock.minute + minutes))


def _with_uhr(lexemes: Lexemes, at: int) -> Found | None:
    number, uhr, minute = lexemes[at], lexemes[at + 1], lexemes[at + 2]
    hundreds = _hundreds(number)
    military = uhr.name == "hour" and (
        hundreds or _four_digits(number) or lexemes[at - 1].form == "at"
    )
    if minute.name == "hour" and (spoken := _hours_and_minutes(number, uhr)):
        return spoken, at + 3  # "eighteen thirty hours"
    if uhr.kind is not Kind.UHR and not military:
        return None
    if number.value >= 100:
        return Clock(*divmod(number.value, 100), True), at + 2
    clock = Clock(number.value, 0, number.value > 12 or number.name == "padded")
    clear = minute.kind is Kind.NUMBER and (
        minute.name == "word" or minute.value >= 10 or lexemes[at + 3].kind is Kind.END
    )
    unclear = (Kind.COUNTED, Kind.UNIT, Kind.UHR, Kind.MONTH, Kind.STOP, Kind.WORD)
    if (
        clear
        and minute.value < HOUR
        and not (lexemes[at + 3].kind in unclear and not _ends(lexemes, at + 3))
    ):
        clock = clock._replace(minute=minute.value)
        return _with_suffix(lexemes, at + 3, clock)
    return _with_suffix(lexemes, at + 2, clock)


def _bare(lexemes: Lexemes, at: int, context: Context, loose: bool, exact: bool) -> Found | None:
    number, behind = lexemes[at], lexemes[at + 1]
    if exact and _four_digits(number) and behind.kind in _CLOSING:
        return Clock(*divmod(number.value, 100), True), at + 1  # "at 1430"
    beside = at > 0 or behind.kind is not Kind.END
    if _hundreds(number) and number.value >= 1000 and beside and may_follow(behind, True):
        return Clock(*divmod(number.value, 100), True), at + 1  # "thirteen hundred today"
    if _hundreds(number) and number.name == "padded" and may_follow(behind, True):
        return Clock(*divmod(number.value, 100), True), at + 1  # "oh nine hundred"
    bare_one = number.name == "word" and number.value == 1 and not loose
    one_evening = bare_one and behind.kind not in (Kind.AM, Kind.PM, Kind.NUMBER)
    one_evening = one_evening and not (behind.kind is Kind.PART and " " in behind.form)
    if number.name == "article" or number.value > 24 or one_evening:
        return None
    clock = Clock(number.value, 0, number.value > 12 or number.name == "padded")
    then = at + 2
    minute = behind.kind is Kind.NUMBER and 10 <= behind.value < HOUR
    if behind.form in _ZERO and lexemes[then].kind is Kind.NUMBER and lexemes[then].value < 10:
        minute, behind, then = True, lexemes[then], then + 1  # "nine oh five"
    half = lexemes[then].kind in (Kind.AM, Kind.PM)
    spelled = number.name == "word" or (number.name == "padded" and number.form)
    alone = spelled and behind.name == "word" and _stands_alone(lexemes, at, then, context)
    if minute and (half or alone or (loose and may_follow(lexemes[then], exact))):
        return _with_suffix(lexemes, then, clock._replace(minute=behind.value))
    if lexemes[at - 1].form in _ROUGHLY and behind.kind is Kind.WORD:
        return None  # "about 3 copies"
    if behind.kind in (Kind.AM, Kind.PM, *_PARTS_OF_DAY) or _part_ahead(lexemes, at + 1):
        return _with_suffix(lexemes, at + 1, clock)
    return (clock, at + 1) if loose and may_follow(behind, exact) else None


def _stands_alone(lexemes: Lexemes, at: int, behind: int, context: Context) -> bool:
    """Whether two number words are a time: "ten thirty"; in German only if nothing else is said."""
    if context.language == "de":
        return at == 0 and lexemes[behind].kind is Kind.END
    if at and lexemes[at - 1].kind in (Kind.NUMBER, Kind.NOTHING):
        return False
    return lexemes[behind - 1].value % 5 == 0 and may_follow(lexemes[behind], False)


def _four_digits(number: Lexeme) -> bool:
    """A time like 1430; 1900 and later are rather years."""
    whole = number.finish - number.begin == 4 and number.value % 5 == 0
    return number.name == "digits" and whole and number.value < _FIRST_YEAR


def _hundreds(number: Lexeme) -> bool:
    """The full hours of the services: "fourteen hundred"."""
    return number.form == "hundred" and number.value <= 2400


def _hours_and_minutes(hour: Lexeme, minute: Lexeme) -> Clock | None:
    if hour.kind is not Kind.NUMBER or minute.kind is not Kind.NUMBER:
        return None
    said = hour.name in ("word", "padded") and minute.name == "word"
    clock = Clock(hour.value, minute.value, True)
    return clock if said and clock.possible and minute.value >= 10 else None


def _part_ahead(lexemes: Lexemes, at: int) -> bool:
    """Whether "in the afternoon", "am Nachmittag" follows."""
    if lexemes[at].kind is Kind.DAY:  # "7 tomorrow morning"
        return lexemes[at + 1].kind is Kind.PART
    while lexemes[at].kind in (Kind.GLUE, Kind.IN, Kind.SPECIFIER):
        at += 1
    return lexemes[at].kind is Kind.PART


def _ends(lexemes: Lexemes, at: int) -> bool:
    return lexemes[at].kind is Kind.STOP and lexemes[at + 1].kind not in (Kind.MONTH, Kind.NUMBER)


def _hour(lexeme: Lexeme) -> int | None:
    possible = lexeme.kind is Kind.NUMBER and lexeme.name != "article" and lexeme.value <= 24
    return lexeme.value if possible else None


def _face(hour: int, minutes: int) -> Clock:
    """The time `minutes` off the full hour; on a twelve-hour face unless the hour is beyond."""
    fixed = hour > 12 or hour == 0
    shown, minute = divmod(hour * HOUR + minutes, HOUR)
    return Clock(shown % 24 if fixed else (shown - 1) % 12 + 1, minute, fixed)


def _with_suffix(lexemes: Lexemes, at: int, clock: Clock) -> Found:
    """Takes up "Uhr", "o'clock", "a.m.", "p.m." behind a time."""
    if lexemes[at].kind is Kind.UHR:
        at += 1
    half = lexemes[at].kind
    if half not in (Kind.AM, Kind.PM):
        return clock, at
    hour = clock.hour
    if hour <= 12:
        hour = hour % 12 + (12 if half is Kind.PM else 0)
    return Clock(hour, clock.minute, True), at + 1
