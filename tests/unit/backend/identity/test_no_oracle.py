"""Nobody learns from the service whether somebody is stored with a contact."""

import math
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from httpx import Response
from sqlalchemy import delete, event

from backend.identity.models import challenges, counters, events, proofs
from backend.identity.service.asking import Asking
from tests.unit.backend.identity.support import ERIKA, People, other_than
from tests.unit.backend.support import code_of

# As long as the known one, so that not even that differs.
NOBODY = "erwin@example.org"
TABLES = (challenges, counters, events, proofs)
OPAQUE = {
    *("id", "challenge_id", "contact_key"),
    *("mark", "idempotency_mark", "code_hash", "token_hash"),
}
PAIRS = 150
# Chance that measurements of two equal things are called different.
FALSE_ALARM = 1e-6


def shape(answer: Response) -> tuple[Any, ...]:
    """An answer without what is random in every answer."""
    body = answer.json()
    body.pop("challenge_id", None)
    return answer.status_code, body, dict(answer.headers)


def stored(people: People) -> list[list[dict[str, Any]]]:
    """What stands in the tables; of what is random, and of the contact, only the length."""
    return [
        sorted(({n: _plain(n, v) for n, v in row.items()} for row in people.rows(table)), key=repr)
        for table in TABLES
    ]


def _plain(name: str, value: Any) -> Any:
    if name == "id" and isinstance(value, int):
        return None
    return len(value) if name in OPAQUE and value is not None else value


@contextmanager
def statements(people: People) -> Iterator[list[str]]:
    """All SQL of the block, without its values."""
    seen: list[str] = []

    def note(_: object, __: object, statement: str, *rest: object) -> None:
        seen.append(statement)

    engine = people.database.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def emptied(people: People) -> None:
    with people.database.writing() as session:
        for table in TABLES:
            session.execute(delete(table))


def story(people: People, contact: str) -> list[Any]:
    """Everything an attacker sees who asks, guesses, and asks too often."""
    emptied(people)
    asked = people.ask(contact, key="turn")
    seen = [shape(asked), shape(people.ask(contact, key="turn"))]
    challenge = asked.json()["challenge_id"]
    seen.append(shape(people.prove(challenge, "000000")))
    people.send()
    right = people.last.code if contact == ERIKA else "000000"
    seen += [shape(people.prove(challenge, other_than(right, i))) for i in range(1, 7)]
    seen += [shape(people.ask(contact)) for _ in range(7)]
    seen += [shape(people.prove(challenge, "12 34"))]
    people.send()
    return [seen, stored(people)]


def test_answers_and_what_is_stored_are_the_same(people: People) -> None:
    known, unknown = story(people, ERIKA), story(people, NOBODY)
    assert known == unknown
    statuses = [status for status, *_ in known[0]]
    assert 202 in statuses
    assert 429 in statuses
    assert {sent.contact.address for sent in people.messages.sent} == {ERIKA}


@pytest.fixture
def quiet(people: People, monkeypatch: pytest.MonkeyPatch) -> People:
    """No job runs in the middle of a measurement."""
    monkeypatch.setattr("backend.identity.jobs.send_codes", lambda *_: None)
    return people


def test_the_database_is_asked_the_same(quiet: People) -> None:
    people = quiet

    def asking(contact: str) -> list[str]:
        emptied(people)
        with statements(people) as seen:
            challenge = people.ask(contact).json()["challenge_id"]
            people.prove(challenge, "12345a")
            people.prove(challenge, "123456")
        return seen

    known, unknown = asking(ERIKA), asking(NOBODY)
    assert known == unknown
    assert len(known) >= 8
    assert not any("appointment" in each for each in known)


def test_the_code_of_an_unknown_contact_opens_nothing(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.identity.keys.Keys.new_code", lambda _: "123456")
    proof = people.prove(people.asked(NOBODY), "123456").json()["proof"]
    assert people.own(proof).json() == {"appointments": []}
    assert people.messages.sent == []


def test_a_throttled_contact_says_nothing_either(people: People) -> None:
    def refusals(contact: str) -> list[Any]:
        emptied(people)
        return [shape(people.ask(contact, where=f"c{i}")) for i in range(8)]

    known = refusals(ERIKA)
    assert known == refusals(NOBODY)
    assert known[-1][0] == 429


def durations(
    one: Callable[[], object], other: Callable[[], object], pairs: int = PAIRS
) -> tuple[list[float], list[float]]:
    """Seconds of both, measured in turns so that whatever else runs disturbs both alike."""
    took: tuple[list[float], list[float]] = ([], [])
    for pair in range(pairs):
        order = (0, 1) if pair % 2 else (1, 0)
        for which in order:
            act = (one, other)[which]
            begun = time.perf_counter()
            act()
            took[which].append(time.perf_counter() - begun)
    return took


def chance_of_equality(ones: Sequence[float], others: Sequence[float]) -> float:
    """Two-sided p-value of the Mann-Whitney test: how likely equals differ as much as these."""
    ranked = sorted(
        (value, group) for group, values in enumerate((ones, others)) for value in values
    )
    ranks = sum(rank for rank, (_, group) in enumerate(ranked, start=1) if group == 0)
    n, m = len(ones), len(others)
    mean, deviation = n * (n + m + 1) / 2, math.sqrt(n * m * (n + m + 1) / 12)
    return 2 * (1 - statistics.NormalDist().cdf(abs(ranks - mean) / deviation))


def asking(people: People, contact: str) -> Callable[[], object]:
    def ask() -> object:
        answer = people.ask(contact)
        assert answer.status_code == 202
        return answer

    return ask


@pytest.fixture
def unlimited(quiet: People, monkeypatch: pytest.MonkeyPatch) -> People:
    """Counters are never full."""
    monkeypatch.setattr(
        "backend.identity.repository.counters.CounterRepository.count",
        lambda counters, wanted: [],
    )
    return quiet


def test_asking_takes_as_long_for_known_and_unknown(unlimited: People) -> None:
    took = durations(asking(unlimited, ERIKA), asking(unlimited, NOBODY))
    assert chance_of_equality(*took) > FALSE_ALARM


def test_the_measurement_would_show_a_look_up(
    unlimited: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same measurement on a service that does something for known contacts only."""
    ask_erika, ask_nobody = asking(unlimited, ERIKA), asking(unlimited, NOBODY)
    honest = Asking.ask
    leak = max(0.005, 2 * statistics.median(durations(ask_nobody, ask_nobody, 15)[0]))

    def leaky(self: Asking, request: Any) -> Any:
        if request.contact == ERIKA:
            time.sleep(leak)
        return honest(self, request)

    monkeypatch.setattr(Asking, "ask", leaky)
    assert chance_of_equality(*durations(ask_erika, ask_nobody, 100)) < FALSE_ALARM


def test_guessing_takes_as_long_for_known_and_unknown(people: People) -> None:
    known, unknown = people.asked(ERIKA), people.asked(NOBODY)
    wrong = other_than(people.last.code)

    def guess(challenge: str) -> Callable[[], object]:
        return lambda: people.prove(challenge, wrong)

    for _ in range(5):
        guess(known)()
        guess(unknown)()
    took = durations(guess(known), guess(unknown))
    assert code_of(people.prove(known, wrong)) == code_of(people.prove(unknown, wrong))
    assert chance_of_equality(*took) > FALSE_ALARM
