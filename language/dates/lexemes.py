"""The parts of speech of date language, common to German and English."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a word does in a date expression; `value` and `name` are named where they matter."""

    __hash__ = object.__hash__  # Members are singletons; Enum's own hash takes a Python call.

    NUMBER = auto()  # value; name "digits", "word" or "article"
    ORDINAL = auto()  # value
    DATE = auto()  # numbers (year or 0, month, day)
    DOTTED = auto()  # numbers (a, b): "10.12", a date or a clock time; name "closed": "10.12."
    TIME = auto()  # numbers (hour, minute); name "fixed" where the 24-hour reading is sure
    WEEKDAY = auto()  # value 0–6
    SHORT_WEEKDAY = auto()  # value 0–6: a two-letter form that is also a common word
    MONTH = auto()  # value 1–12
    COMMON_MONTH = auto()  # value 1–12: "may", "march", which are other words too
    DAY = auto()  # value: days from today
    MORGEN = auto()  # German "morgen": tomorrow or morning
    PART = auto()  # name: a key of PARTS
    EARLY = auto()  # "früh", "early": morning beside a day or a time, else nothing
    FEAST = auto()  # name: a key of FEASTS, SCHOOL_HOLIDAYS or OTHER_FEASTS
    SEASON = auto()  # name: spring, summer, autumn, winter
    QUARTER_YEAR = auto()  # "Quartal", "Q": a number says which
    THEREAFTER = auto()  # "die Woche drauf": name day, week or month after the days named before
    UNIT = auto()  # name: minute, hour, day, week, month, year
    WEEKEND = auto()
    CALENDAR_WEEK = auto()  # "KW"
    SPECIFIER = auto()  # value: last but one −2, last −1, this 0, next 1, after next 2
    AFTER_NEXT = auto()  # "the week after next": stands behind what it shifts
    SECTION = auto()  # name: early, mid, late
    SHADE = auto()  # name: early, late: of a part of day ("später Nachmittag")
    AFTER = auto()
    BEFORE = auto()
    PAST = auto()
    TO = auto()
    UNTIL = auto()
    LATEST = auto()
    EARLIEST = auto()
    FROM = auto()
    ONWARD_FROM = auto()
    SINCE = auto()  # "seit", "since": looks back
    ONWARD = auto()  # stands behind: "von Montag an", "from Monday on"
    OR_LATER = auto()
    OR_EARLIER = auto()
    BETWEEN = auto()
    AND = auto()
    OR = auto()
    BUT = auto()
    AT = auto()
    IN = auto()
    GLUE = auto()
    FOR = auto()
    WITHIN = auto()
    AGO = auto()
    HENCE = auto()
    DAY_END = auto()  # "end of day", "close of business"
    UHR = auto()
    AM = auto()
    PM = auto()
    HALF = auto()
    QUARTER = auto()
    THREE_QUARTERS = auto()
    MIDNIGHT = auto()
    SOON = auto()
    NOW = auto()
    NOT = auto()
    CORRECTION = auto()  # "nein, …", "äh", "I mean": what stands before is taken back
    NOT_AS_QUESTION = auto()  # "why not", "nicht nur": no refusal
    COUNTED = auto()  # nouns that make the number before them a count
    FOLLOWER = auto()  # words that may follow a bare clock number
    NOTHING = auto()  # greetings, codes, phone numbers: never part of a date
    COMMA = auto()
    DASH = auto()
    STOP = auto()
    PUNCTUATION = auto()
    WORD = auto()  # value 1 if capitalised
    END = auto()


class Lexeme(NamedTuple):
    """One word or fixed phrase of the text; `begin` and `finish` are character offsets.

    `form` is what was written, folded; it is empty for numbers in digits.
    """

    kind: Kind
    begin: int
    finish: int
    value: int = 0
    name: str = ""
    numbers: tuple[int, ...] = ()
    form: str = ""


class Context(NamedTuple):
    """What reading depends on besides the text; `language` is "de" or "en".

    `named` is the last day of the expression before, to which "the week after" refers;
    `records` says that the text asks for data of days past.
    """

    reference: datetime
    language: str
    named: date | None = None
    records: bool = False

    @property
    def today(self) -> date:
        """The calendar day of the reference time."""
        return self.reference.date()


Lexemes = list[Lexeme]
"""A lexed text. It ends in several END lexemes, so looking a few places ahead is safe."""
