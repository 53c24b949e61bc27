"""Calendar dates and feasts. The reference is Wednesday, 25 November 2026, 10:00."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates import parse_date
from language.numbers import ordinal_words
from tests.unit.language.dates.support import NOW, meant

GERMAN = [
    ("3.12.", "2026-12-03"),
    ("am 3.12.", "2026-12-03"),
    ("am 3.12", "2026-12-03"),
    ("am 03.12.2026", "2026-12-03"),
    ("03.12.26", "2026-12-03"),
    ("3. 12. 2026", "2026-12-03"),
    ("3. Dezember", "2026-12-03"),
    ("3.Dezember", "2026-12-03"),
    ("3 Dezember 2027", "2027-12-03"),
    ("3. Dez. 2027", "2027-12-03"),
    ("Donnerstag, 3.12.", "2026-12-03"),
    ("Donnerstag, den 3. Dezember 2026", "2026-12-03"),
    ("dritter Dezember", "2026-12-03"),
    ("am dritten Dezember", "2026-12-03"),
    ("am dritten zwölften", "2026-12-03"),
    ("am vierten achten um dreizehn uhr", "2027-08-04 13:00"),
    ("der einundzwanzigste erste", "2027-01-21"),
    ("dritter Dezember zweitausendsiebenundzwanzig", "2027-12-03"),
    ("am 3. maerz", "2027-03-03"),
    ("am 3. marz", "2027-03-03"),
    ("am 1. Mai", "2027-05-01"),
    ("am 25.11.", "2026-11-25"),
    ("am 24.11.", "2027-11-24"),
    ("am 3.", "2026-12-03"),
    ("am 30.", "2026-11-30"),
    ("am dritten", "2026-12-03"),
    ("Freitag der 13.", "2027-08-13"),
    ("am 5. nächsten Monats", "2026-12-05"),
    ("nächsten Monat am 5.", "2026-12-05"),
    ("29. Februar", "2028-02-29"),
    ("2026-12-03", "2026-12-03"),
    ("am 3/12", "2026-12-03"),
    ("03/12", "2026-12-03"),
    ("erster Montag im Dezember", "2026-12-07"),
    ("am 3.12. um 14 Uhr", "2026-12-03 14:00"),
    ("3.12. 14:30", "2026-12-03 14:30"),
    ("14:30 Uhr am 3.12.2026", "2026-12-03 14:30"),
    ("Heiligabend", "2026-12-24"),
    ("an Heiligabend um 10", "2026-12-24 10:00"),
    ("Silvester", "2026-12-31"),
    ("Sylvester", "2026-12-31"),
    ("Neujahr", "2027-01-01"),
    ("am Ostermontag", "2027-03-29"),
    ("Karfreitag", "2027-03-26"),
    ("Rosenmontag", "2027-02-08"),
    ("Fronleichnam", "2027-05-27"),
    ("Christi Himmelfahrt", "2027-05-06"),
    ("Tag der Deutschen Einheit", "2027-10-03"),
    ("zweiter Weihnachtstag", "2026-12-26"),
    ("am 2. Weihnachtsfeiertag", "2026-12-26"),
    ("erster Advent", "2026-11-29"),
    ("am 1. Advent", "2026-11-29"),
    ("Nikolaus", "2026-12-06"),
    ("Heiligabend 2027", "2027-12-24"),
]

ENGLISH = [
    ("December 3rd", "2026-12-03"),
    ("December 3", "2026-12-03"),
    ("Dec. 3, 2027", "2027-12-03"),
    ("3 Dec", "2026-12-03"),
    ("3rd of December", "2026-12-03"),
    ("the 3rd of December 2027", "2027-12-03"),
    ("December the third", "2026-12-03"),
    ("twenty-first of January", "2027-01-21"),
    ("January twenty first", "2027-01-21"),
    ("October the nineteenth, 2027", "2027-10-19"),
    ("the third of May", "2027-05-03"),
    ("May 3rd", "2027-05-03"),
    ("on the 3rd", "2026-12-03"),
    ("on the third", "2026-12-03"),
    ("2026-12-03", "2026-12-03"),
    ("03/12", "2026-12-03"),
    ("3/12/2026", "2026-12-03"),
    ("12/26/2026", "2026-12-26"),
    ("03.12.2026", "2026-12-03"),
    ("Thursday, 3 December", "2026-12-03"),
    ("Thursday the 3rd", "2026-12-03"),
    ("Dec 3 at 2pm", "2026-12-03 14:00"),
    ("first Monday in December", "2026-12-07"),
    ("Thursday 3rd", "2026-12-03"),
    ("the first Tuesday of next month", "2026-12-01"),
    ("Christmas Eve", "2026-12-24"),
    ("New Year's Eve", "2026-12-31"),
    ("new year’s day", "2027-01-01"),
    ("Easter Monday", "2027-03-29"),
    ("Good Friday", "2027-03-26"),
    ("Boxing Day", "2026-12-26"),
    ("German Unity Day", "2027-10-03"),
]

IMPOSSIBLE = [
    ("30. Februar", "de"),
    ("am 30. Februar um 10 Uhr", "de"),
    ("31.4.", "de"),
    ("29.2.2027", "de"),
    ("32.12.", "de"),
    ("2026-13-01", "de"),
    ("am 15.13.2026", "de"),
    ("February 30th", "en"),
    ("June 31", "en"),
    ("the 31st of April", "en"),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german(text: str, expected: str) -> None:
    assert meant(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str) -> None:
    assert meant(text, "en") == expected


@pytest.mark.parametrize(("text", "language"), IMPOSSIBLE)
def test_dates_that_do_not_exist_are_no_match(text: str, language: str) -> None:
    assert meant(text, language) == "-"


DATES = st.dates(date(2026, 11, 25), date(2099, 12, 31))
MONTHS_DE = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)
MONTHS_EN = (
    "January February March April May June July August September October November December".split()
)


@given(DATES, st.sampled_from(["{:%d.%m.%Y}", "{:%Y-%m-%d}", "{:%d/%m/%Y}", "{:%d-%m-%Y}"]))
def test_a_written_date_reads_the_same(day: date, form: str) -> None:
    for language in ("de", "en"):
        assert meant(form.format(day), language) == str(day)


@given(DATES)
def test_a_date_in_words_reads_the_same(day: date) -> None:
    german, english = MONTHS_DE[day.month - 1], MONTHS_EN[day.month - 1]
    assert meant(f"am {day.day}. {german} {day.year}", "de") == str(day)
    assert meant(f"{ordinal_words(day.day, 'de')}r {german} {day.year}", "de") == str(day)
    assert meant(f"{english} {ordinal_words(day.day, 'en')}, {day.year}", "en") == str(day)
    assert meant(f"{day.day} {english} {day.year}", "en") == str(day)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.datetimes(NOW, datetime(2030, 1, 1)))
def test_a_date_without_a_year_is_the_next_one(day: date, reference: datetime) -> None:
    interval = parse_date(f"{day.day}.{day.month}.", "de", reference)
    assert interval is not None
    assert (interval.start.day, interval.start.month) == (day.day, day.month)
    assert reference.date() <= interval.start.date()
    assert (interval.start.date() - reference.date()).days <= 366
