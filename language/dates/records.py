"""Questions about what was counted or measured: their days lie behind ("Messwerte vom Montag")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from language.dates.almanac import add_months, month_of
from language.dates.lexemes import Kind, Lexemes
from language.dates.spans import Days, Shape
from language.dates.wishes import Wish
from language.dates.years import is_year
from language.text import fold

_DATA = re.compile(
    r"""
    \b(?!(?:be|ein|aus|ab|an|nach|zu|zurueck|ueber|mit|vor|heim)zahlen\b)[a-z]{4,}zahlen\b
    | \b(?:mess|luft|laerm|sensor|wetter|pegel|verbrauchs|schadstoff|emissions|umwelt|klima|durch
        schnitts|grenz|spitzen)\w*werten?\b
    | \bstatisti\w* | \b\w*verbraeuche?n?\b | \b\w*verbrauch\b | \b\w*zaehlung(?:en)?\b
    | \b(?!geburts|kontakt|personen|bank|konto)\w+(?:s|n|r|t|f|m|l|h|ck)daten\b
    | \b(?:daten|werte|datensatz|datensaetze)\s(?:aus|von|vom|fuer|ueber|zu[rm]?)\b
    | \b(?:sterbefaelle|geburten|zuzuege|fortzuege|todesfaelle)\w*\b | \bluftqualitaet\b
    | \beinwohner\s(?:in|im|von|hatte)\b
    | \b(?:gezaehlt|gemessen|verbraucht|erfasst|aufgezeichnet)\b
    | \bwie\sviele?\b.{0,60}\b(?:wurden?|waren?|gab|hatten?|fuhren|kamen|starben|zogen)\b
    | \b(?:population|unemployment|\w+)\sfigures\b | \breadings?\b
    | \b(?:traffic|bike|visitor)\scounts?\b
    | \b\w+\sconsumption\b | \bconsumption\s(?:data|in|of|for|from)\b | \benergy\suse\b
    | \bair\squality\b | \bpopulation\s(?:of|in)\b | \brainfall\b | \bmeasurements\b
    | \bstats\b | \bdata\ssets?\b | \bbirths\b | \bdeaths\b
    | (?<!my\s)(?<!our\s)(?<!personal\s)\bdata\b(?!\sprotection|\sprivacy|\ssheet)
    | \b(?<!phone\s)(?<!mobile\s)(?<!house\s)(?:numbers|usage|levels?|rates?|totals?)\b
        (?=\s(?:in|of|for|from|on|at|by|between|since|per|last|recorded)\b)
    | \b(?!phone|telephone|mobile|house|contact|account)(?<!\bmy\s)[a-z]{4,}\s(?:numbers|usage)\b
    | \bnumber\sof\s(?!people\scoming|persons|guests)[a-z]+s\s(?:in|for|from|on|by|last|since)\b
    | \bfigures\s(?:on|for|of|from|about)\b
    | \b(?:average|mean|maximum|minimum)\s(?:temperature|speed|noise|traffic|rainfall)\b
    | \b(?:quote|anzahl|menge|durchschnitt|aufkommen|pegelstaende?|niederschlag)\b
    | \b[a-z]{5,}(?:quoten?|aufkommen|staende|mengen?|emissionen|bilanz)\b
    | \b(?:counted|measured|recorded|consumed)\b
    | \bhow\s(?:many|much)\b.{0,60}\b(?:were|was|did|had|came|went|died
        |(?!need|requir|allow)[a-z]{3,}ed)\b
    """,
    re.VERBOSE,
)
_WISHES = re.compile(
    r"""
    \b(?:termine?|termins|buchen|reservier\w*|vormerken|anmelde\w*|abgeben|vorbeikommen|anlegen
        |liegeplatz|meine[rn]?\sdaten|aendern|abholen|bezahl\w*|appointments?|book|booking|reserve
        |slots?|moor\w*|berth|change|update|do\si\sneed)\b
    """,
    re.VERBOSE,
)
_SURE = (Kind.SPECIFIER, Kind.DAY, Kind.MORGEN, Kind.THEREAFTER, Kind.AFTER_NEXT, Kind.AGO,
         Kind.WITHIN)  # fmt: skip
_NAMED = (Kind.MONTH, Kind.COMMON_MONTH, Kind.DATE, Kind.DOTTED, Kind.FEAST, Kind.SEASON,
          Kind.QUARTER_YEAR, Kind.QUARTER, Kind.CALENDAR_WEEK)  # fmt: skip
_LEFT = (Kind.UNTIL, Kind.LATEST, Kind.BEFORE, Kind.SINCE, Kind.AFTER)


def asks_records(text: str) -> bool:
    """Whether `text` asks for data of days past rather than for an appointment."""
    folded = fold(text)
    return bool(_DATA.search(folded)) and not _WISHES.search(folded)


def look_back(wish: Wish, lexemes: Lexemes, today: date) -> None:
    """Moves the days of `wish` to the last such ones, unless a year or "next" settles them."""
    days = wish.days
    if days is None or wish.bound in _LEFT or wish.deadline:
        return
    if wish.bound is Kind.FROM:
        wish.bound = None  # "Data from September" is of that month.
    said = [each for each in lexemes if wish.begin <= each.begin < wish.finish]
    kinds = {each.kind for each in said}
    settled = kinds & {*_SURE} or any(is_year(each) for each in said)
    if days.first > today and not settled:
        wish.days = _past(days, kinds)


def _past(days: Days, kinds: set[Kind]) -> Days:
    if days.shape in (Shape.SHIFT, Shape.DEADLINE, Shape.IMPOSSIBLE, Shape.RELATIVE):
        return days
    named = bool(kinds & {*_NAMED})
    if days.shape is Shape.WEEKDAY or (Kind.WEEKEND in kinds and not named):
        return _moved(days, -7)
    week_number = {Kind.UNIT, Kind.NUMBER} <= kinds and days.first.weekday() == 0
    week_number = week_number and (days.last - days.first).days == 6 and not named
    if Kind.CALENDAR_WEEK in kinds or week_number:
        year, week, _ = days.first.isocalendar()
        weeks = date.fromisocalendar(year, min(week, 52), 1)
        return _moved(days, (date.fromisocalendar(year - 1, min(week, 52), 1) - weeks).days)
    if not named and Kind.UNIT in kinds:
        return days
    months = -12 if named else -1
    first, last = add_months(days.first, months), add_months(days.last, months)
    if days.last == month_of(days.last.year, days.last.month)[1]:
        last = month_of(last.year, last.month)[1]
    return replace(days, first=first, last=last)


def _moved(days: Days, by: int) -> Days:
    return replace(days, first=days.first + timedelta(by), last=days.last + timedelta(by))
