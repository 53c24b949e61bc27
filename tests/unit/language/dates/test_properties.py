"""What holds for every text: written dates read the same, results lie in the calendar, in time."""

import time
from datetime import date, datetime, timedelta
from datetime import time as clock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.dates import OPEN_END, Interval, find_dates, parse_date
from language.dates.intervals import whole_days
from language.writing import write_day, write_day_short, write_moment, write_time

LANGUAGES = st.sampled_from(["de", "en"])
NOW = st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2099, 12, 31))
WORDS = st.sampled_from(
    "am um bis ab seit von vom vor nach in im halb viertel dreiviertel zehn drei 3 3. 14:30 3.12."
    " 30.2. Montag morgen früh Uhr nächste letzte Woche Ende Dezember oder nicht nein KW 49 Tagen"
    " Stunden zwischen und - , . ? ' heute jahr ferien ostern weihnachten vorletzten quartal"
    " sommer frühjahr winter drauf auf seit ramadan on at to from"
    " until before after next last the quarter half past May 3rd pm tomorrow week noon not between"
    " weekend ago first Monday in eod sorry since fortnight spring fall q first half"
    " move eid 9999 31 29. februar ish".split()
)


@given(MOMENTS.map(datetime.date), LANGUAGES, NOW)
def test_a_written_day_reads_the_same(day: date, language: str, now: datetime) -> None:
    assert parse_date(write_day(day, language), language, now) == whole_days(day, day)


@given(st.integers(0, 360), LANGUAGES, NOW)
def test_a_short_day_is_the_next_one(ahead: int, language: str, now: datetime) -> None:
    day = now.date() + timedelta(ahead)
    if (day.month, day.day) != (2, 29):
        assert parse_date(write_day_short(day, language), language, now) == whole_days(day, day)


@given(MOMENTS, LANGUAGES, NOW)
def test_a_written_moment_reads_the_same(said: datetime, language: str, now: datetime) -> None:
    said = said.replace(second=0, microsecond=0)
    if 1 <= said.hour <= 6:
        return  # "5:30 Uhr" alone is the afternoon, by the conventions.
    assert parse_date(write_moment(said, language), language, now) == Interval(said, said)


@given(st.times(), LANGUAGES, NOW)
def test_a_written_time_is_its_next_occurrence(moment: clock, language: str, now: datetime) -> None:
    if 1 <= moment.hour <= 6:
        return
    found = parse_date(write_time(moment, language), language, now)
    assert found is not None
    assert (found.start.hour, found.start.minute) == (moment.hour, moment.minute)
    now = now.replace(second=0, microsecond=0)
    assert now <= found.start < now + timedelta(days=1)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=16).map(" ".join), LANGUAGES, NOW)
def test_every_result_lies_in_the_calendar(text: str, language: str, now: datetime) -> None:
    for match in find_dates(text, language, now):
        assert match.interval.start <= match.interval.end <= OPEN_END
        assert match.text == text[match.begin : match.finish]


@given(st.text(max_size=400), st.sampled_from(["de", "en", ""]), NOW)
def test_no_text_raises(text: str, language: str, now: datetime) -> None:
    find_dates(text, language, now)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "Montag geht nicht, Dienstag um zehn vor halb neun schon. ",
        "nein, äh, nicht Montag oder Dienstag und ",
        "von 10 bis 12 oder ", "vom 3. bis 5. ", "in acht ", "Anfang bis ",
        "Frau Dr. ", "ich bin Peter ", "Straße 10 bis ", "Friedrich-", "0203 ", "1.2.", "a1-",
        "next week after next ", "the last Friday of ", "not ", "half past ", "'", "🎉",
        "\u0308",        "zwanzigtausend", "x",
    ],
)  # fmt: skip
def test_a_full_message_takes_at_most_40_ms(piece: str, language: str) -> None:
    text = (piece * 2000)[:2000]
    now = datetime(2026, 11, 25, 10)
    find_dates(text, language, now)  # fills the caches a running process has
    assert min(_seconds(text, language, now) for _ in range(5)) <= 0.04


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        "am 3., 4., ", "vom 3. bis ", "Anfang bis ", "nicht am 3. ", "für ", "am ", "in ", "bis ",
        "um ", "nach dem ", "for ", "by the ", "change to ", "Dienstag auf ", "Quartal Q1 ",
    ],
)  # fmt: skip
def test_twice_the_text_takes_about_twice_the_time(piece: str, language: str) -> None:
    now = datetime(2026, 11, 25, 10)
    short, long = (
        min(_seconds((piece * 2000)[:length], language, now) for _ in range(7))
        for length in (500, 2000)
    )
    assert long <= 8 * short


def _seconds(text: str, language: str, now: datetime) -> float:
    started = time.process_time()
    find_dates(text, language, now)
    return time.process_time() - started
