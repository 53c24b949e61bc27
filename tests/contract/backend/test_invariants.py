from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from backend.kit.database import Database
from tests.unit.backend.machine import PHASES, offices_on


def test_whatever_people_and_offices_do(database: Database) -> None:
    run_state_machine_as_test(
        offices_on(database),
        settings=settings(max_examples=25, stateful_step_count=30, deadline=None, phases=PHASES),
    )
