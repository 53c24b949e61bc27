"""Any order of steps by anybody: the record stays whole."""

from itertools import pairwise

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from backend.conversations.handover.jobs import watch
from backend.kit.clock import FixedClock
from tests.unit.backend.conversations.handover.samples import minutes
from tests.unit.backend.conversations.handover.support import BOSS, KOCH, YILMAZ, Town
from tests.unit.backend.support import MONDAY, Api

STAFF = st.sampled_from([YILMAZ, KOCH, BOSS])
WHICH = st.sampled_from(["c-1", "c-2"])
STEPS = st.sampled_from(["take", "release", "return", "transfer/accept", "transfer/decline"])


class Handing(RuleBasedStateMachine):
    """People write, ask and leave; staff does anything; time passes."""

    api: Api
    clock: FixedClock

    @initialize()
    def begin(self) -> None:
        self.town = Town(self.api)
        self.count = 0
        for conversation in ("c-1", "c-2"):
            self.api.delete(f"/api/conversations/{conversation}")
            self.clock.set(MONDAY)
            self.town.writes("Hallo", "m-0", conversation)

    @rule(conversation=WHICH)
    def asks(self, conversation: str) -> None:
        self.count += 1
        self.town.asks(conversation, f"k-{self.count}")

    @rule(conversation=WHICH)
    def writes(self, conversation: str) -> None:
        self.count += 1
        self.town.writes("Noch etwas", f"w-{self.count}", conversation)

    @rule(conversation=WHICH)
    def leaves(self, conversation: str) -> None:
        self.api.post(f"/api/conversations/{conversation}/leave", json={})

    @rule(staff=STAFF, conversation=WHICH, step=STEPS)
    def steps(self, staff: dict[str, str], conversation: str, step: str) -> None:
        assert self.town.does(staff, step, conversation).status_code in (200, 403, 409)

    @rule(staff=STAFF, conversation=WHICH)
    def closes(self, staff: dict[str, str], conversation: str) -> None:
        answer = self.town.does(staff, "close", conversation, reason="solved")
        assert answer.status_code in (200, 403, 409)

    @rule(staff=STAFF, to=STAFF, conversation=WHICH)
    def offers(self, staff: dict[str, str], to: dict[str, str], conversation: str) -> None:
        colleague = {"staff_id": to["id"], "staff_name": to["name"]}
        answer = self.town.does(staff, "transfer", conversation, **colleague)
        assert answer.status_code in (200, 403, 409)

    @rule(staff=STAFF, conversation=WHICH)
    def answers(self, staff: dict[str, str], conversation: str) -> None:
        self.count += 1
        body = {"id": f"x-{self.count}", "text": "Ja"}
        answer = self.town.does(staff, "messages", conversation, **body)
        assert answer.status_code in (201, 403, 409)

    @rule(passed=st.integers(0, 8), staff=STAFF)
    def time_passes(self, passed: int, staff: dict[str, str]) -> None:
        self.clock.advance(minutes(passed))
        self.town.there(staff)
        handovers = self.api.app.state.handovers
        watch(handovers.container.database, handovers)

    @invariant()
    def the_record_is_whole(self) -> None:
        if not hasattr(self, "town"):
            return
        for conversation in ("c-1", "c-2"):
            about = self.town.about(conversation)
            detail = self.town.staff("GET", f"conversations/{conversation}", BOSS).json()
            steps = detail["transitions"]
            assert all(a["after"] == b["before"] for a, b in pairwise(steps))
            assert about["state"] == (steps[-1]["after"] if steps else "bot")
            assert (about["position"] is not None) == (about["state"] == "waiting")
            assert (about["staff"] is not None) == (about["state"] == "staff")
            numbers = [each["seq"] for each in self.town.transcript(conversation)]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_any_order_of_steps(api: Api, clock: FixedClock) -> None:
    Handing.api, Handing.clock = api, clock
    checked = settings(
        max_examples=12,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Handing, settings=checked)
