"""From votes to an intent and how sure it is."""

import numpy as np
import pytest

from assistant.nlu.decision import Decision, mixed

INTENTS = ["greet", "out_of_scope", "report_emergency"]


def best(decision: Decision, *votes: float) -> tuple[str, float]:
    return decision.ranking(np.array(votes), 3)[0]


def test_the_most_votes_win() -> None:
    assert best(Decision(INTENTS, {}, {}), 0.7, 0.2, 0.1) == ("greet", pytest.approx(0.7, abs=1e-4))


def test_what_is_favoured_wins_with_fewer() -> None:
    decision = Decision(INTENTS, {"out_of_scope": 4}, {})
    assert best(decision, 0.7, 0.2, 0.1)[0] == "out_of_scope"
    assert best(decision, 0.85, 0.1, 0.05)[0] == "greet"


def test_an_alarm_stands_above_what_is_likelier() -> None:
    decision = Decision(INTENTS, {}, {"report_emergency": 0.3})
    assert best(decision, 0.65, 0.0, 0.35)[0] == "report_emergency"
    assert best(decision, 0.75, 0.0, 0.25)[0] == "greet"
    assert len(decision.ranking(np.array([0.65, 0.0, 0.35]), 2)) == 2


def test_probabilities_come_true_after_calibration() -> None:
    """Votes that say 90 % but are right in 60 % of all cases."""
    decision = Decision(["greet", "thank"], {}, {})
    right = ["greet"] * 60 + ["thank"] * 40
    decision.calibrate([np.array([0.9, 0.1])] * 100, right)
    assert best(decision, 0.9, 0.1) == ("greet", pytest.approx(0.6, abs=0.12))


def test_true_probabilities_stay() -> None:
    decision = Decision(["greet", "thank"], {}, {})
    decision.calibrate([np.array([0.8, 0.2])] * 100, ["greet"] * 80 + ["thank"] * 20)
    assert best(decision, 0.8, 0.2)[1] == pytest.approx(0.8, abs=0.02)


def test_head_and_neighbours_have_equal_votes() -> None:
    votes = mixed(np.array([0.0, 0.0, -np.inf]), np.array([0.0, 0.0, 1.0]))
    np.testing.assert_allclose(votes, [0.25, 0.25, 0.5])


def test_a_rule_that_hears_an_alarm_needs_little_beside_it() -> None:
    decision = Decision(INTENTS, {}, {"report_emergency": 0.3})
    votes = np.array([0.95, 0.03, 0.02])
    assert decision.ranking(votes, 1, heard=["report_emergency"])[0][0] == "report_emergency"
    assert decision.ranking(votes, 1)[0][0] == "greet"
    nothing = np.array([0.999, 0.001, 0.0])
    assert decision.ranking(nothing, 1, heard=["report_emergency"])[0][0] == "greet"


def test_what_a_rule_speaks_against_needs_half_of_the_votes() -> None:
    decision = Decision(INTENTS, {}, {"report_emergency": 0.3})
    ranking = decision.ranking(np.array([0.3, 0.25, 0.45]), 3, doubted=["report_emergency"])
    assert [name for name, _ in ranking] == ["greet", "report_emergency", "out_of_scope"]
    surely = decision.ranking(np.array([0.3, 0.1, 0.6]), 1, doubted=["report_emergency"])
    assert surely[0][0] == "report_emergency"


def test_of_two_alarms_the_later_listed_comes_first() -> None:
    alarms = {"greet": 0.2, "report_emergency": 0.2}
    assert best(Decision(INTENTS, {}, alarms), 0.6, 0.1, 0.3)[0] == "report_emergency"


def test_keys_struck_at_random_raise_no_alarm() -> None:
    decision = Decision(INTENTS, {}, {"report_emergency": 0.3})
    ranking = decision.ranking(np.array([0.1, 0.0, 0.9]), 3, alarms=False)
    assert [name for name, _ in ranking] == ["greet", "out_of_scope", "report_emergency"]


def test_nothing_is_favoured_where_a_service_is_named() -> None:
    decision = Decision(INTENTS, {"out_of_scope": 8}, {})
    votes = np.array([0.7, 0.3, 0.0])
    assert decision.ranking(votes, 1)[0][0] == "out_of_scope"
    assert decision.ranking(votes, 1, favour=False)[0] == ("greet", pytest.approx(0.7, abs=1e-4))
