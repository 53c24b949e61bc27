"""Attempts and limits, whatever people do and in whatever order."""

from collections import Counter as Tally
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from backend.identity.domain.challenge import Challenge, Try, Verdict, code_of, judged
from backend.identity.domain.rules import Limit, minutes_until
from backend.identity.jobs import forget_old
from backend.identity.models import challenges, counters, events, proofs
from backend.kit.clock import FixedClock
from tests.unit.backend.identity.support import People, other_than, people_of
from tests.unit.backend.support import MONDAY

LIVELY = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LIFE = timedelta(minutes=10)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[People]:
    with people_of(tmp_path_factory.mktemp("counting"), FixedClock(MONDAY)) as people:
        people.api.book("2026-03-03T10:00")
        yield people


def emptied(people: People) -> None:
    people.clock.set(MONDAY)
    with people.database.writing() as session:
        for table in (challenges, counters, events, proofs):
            session.execute(delete(table))


steps = st.lists(
    st.tuples(
        st.sampled_from(["right", "wrong", "nonsense", "elsewhere", "wait"]), st.integers(1, 7)
    ),
    max_size=15,
)


@LIVELY
@given(steps=steps)
def test_a_proof_is_given_once_for_the_right_code_in_time_within_five_tries(
    shared: People, steps: list[tuple[str, int]]
) -> None:
    emptied(shared)
    challenge = shared.asked()
    right = shared.last.code
    end = shared.clock.now() + LIFE
    tries, proved = 0, False
    for what, number in steps:
        if what == "wait":
            shared.clock.advance(timedelta(minutes=number))
            continue
        text = {"wrong": other_than(right, number), "nonsense": "?" * number}.get(what, right)
        where = {"where": "elsewhere"} if what == "elsewhere" else {}
        answer = shared.prove(challenge, text, **where)
        open_now = shared.clock.now() < end and not proved and tries < 5
        expected = open_now and what == "right"
        assert (answer.status_code == 200) == expected, answer.text
        tries += open_now and what in ("right", "wrong")
        proved = proved or expected
    assert len(shared.rows(proofs)) == proved
    (row,) = shared.rows(challenges)
    assert row["attempts"] == tries <= 5
    noted = Tally(each["event"] for each in shared.rows(events))
    assert noted == Tally(asked=1, proved=int(proved), wrong=tries - proved)


requests = st.lists(
    st.tuples(
        st.sampled_from(["a@example.org", "B@example.org", "b@example.org"]),
        st.sampled_from(["one", "two", "three"]),
        st.sampled_from([None, "192.0.2.1", "2001:db8::1"]),
        st.sampled_from([0, 0, 0, 25, 61, 24 * 60]),
    ),
    max_size=45,
)


@LIVELY
@given(requests=requests)
def test_a_request_is_refused_exactly_when_a_limit_is_reached(
    shared: People, requests: list[tuple[str, str, str | None, int]]
) -> None:
    emptied(shared)
    rules = shared.identity.rules
    granted: Tally[tuple[str, Limit, datetime]] = Tally()
    stored = 0
    for contact, where, address, minutes in requests:
        shared.clock.advance(timedelta(minutes=minutes))
        parties = [(contact.lower(), rules.per_contact), (where, rules.per_conversation)]
        parties += [(address, rules.per_address)] if address else []
        now = shared.clock.now()
        wanted = [(who, lim, lim.ends_at(now)) for who, limits in parties for lim in limits]
        full = [end for who, lim, end in wanted if granted[who, lim, end] >= lim.most]
        answer = shared.ask(contact, where, address=address)
        assert answer.status_code == (429 if full else 202)
        if full:
            minutes_left = answer.json()["error"]["details"]["minutes"]
            assert minutes_left == minutes_until(full, now) >= 1
        else:
            granted.update(wanted)
            stored += 1
    assert len(shared.rows(challenges)) == stored


@LIVELY
@given(texts=st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=4))
def test_any_text_is_refused_or_no_proof(shared: People, texts: list[tuple[str, str]]) -> None:
    emptied(shared)
    challenge = shared.asked()
    for code, where in texts:
        assert shared.prove(challenge, code, where=where).status_code in (404, 422)
        assert shared.ask(code, where or "?").status_code in (202, 422)


verdict_inputs = {
    "right": st.booleans(),
    "here": st.booleans(),
    "attempts": st.integers(0, 7),
    "seconds": st.integers(0, 1200),
    "used": st.booleans(),
    "key": st.sampled_from([None, "k", "l"]),
}


@given(**verdict_inputs)
def test_verdicts(
    right: bool, here: bool, attempts: int, seconds: int, used: bool, key: str | None
) -> None:
    proved_at = NOW if used else None
    challenge = Challenge(
        "id", "email", "a@b.c", "here", "de", NOW, NOW + LIFE, "hash", attempts, proved_at, "k"
    )
    at = NOW + timedelta(seconds=seconds)
    verdict = judged(challenge, Try(right, "here" if here else "there", key, at), 5)
    fresh = here and not used and seconds < 600 and attempts < 5
    assert (verdict is Verdict.PROVED) == (fresh and right)
    assert (verdict is Verdict.REPEATED) == (here and used and right and key == "k")
    assert verdict.counts == fresh
    assert (verdict is Verdict.UNKNOWN) == (not here)


@given(st.text())
def test_a_code_is_six_digits(text: str) -> None:
    code = code_of(text)
    assert code is None or (len(code) == 6 and code.isascii() and code.isdigit())


def test_codes_in_other_digits_are_read() -> None:
    assert code_of("１２３ ４５６") == code_of("١٢٣٤٥٦") == "123456"


@given(st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1)), st.sampled_from([HOUR, DAY]))
def test_windows_touch_and_contain_the_present(moment: datetime, length: timedelta) -> None:
    now = moment.replace(tzinfo=UTC)
    limit = Limit(1, length)
    end = limit.ends_at(now)
    assert end - length <= now < end
    assert limit.ends_at(end) == end + length


def test_what_is_over_is_deleted(shared: People) -> None:
    emptied(shared)
    shared.proof()
    kept = timedelta(days=90)
    for wait, left in (
        (timedelta(minutes=10), (1, 1, 3, 2)),
        (timedelta(minutes=31), (0, 0, 3, 2)),
        (timedelta(minutes=30), (0, 0, 1, 2)),
        (timedelta(days=1), (0, 0, 0, 2)),
        (timedelta(days=90), (0, 0, 0, 0)),
    ):
        shared.clock.advance(wait)
        forget_old(shared.database, shared.identity, kept)
        counts = tuple(len(shared.rows(t)) for t in (challenges, proofs, counters, events))
        assert counts == left, wait
