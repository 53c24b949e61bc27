"""Rasa's rules at a cost that does not grow with the conversation."""

from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker

_LISTENS = 3


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class BoundedRulePolicy(RulePolicy):  # type: ignore[misc]
    """``RulePolicy`` that looks at the last three turns only, and only after a message.

    The stock policy turns the whole conversation into states at each prediction. A rule here
    is one intent and one action; what follows is the TaskPolicy's.
    """

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain, **kwargs: Any
    ) -> PolicyPrediction:
        """See the parent class."""
        if tracker.latest_action_name != ACTION_LISTEN_NAME:
            return self._prediction(self._default_predictions(domain))
        return super().predict_action_probabilities(tracker, domain, **kwargs)

    def _prediction_states(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool = False,
        rule_only_data: dict[str, Any] | None = None,
    ) -> list[State]:
        recent = _recent(tracker, domain)
        states: list[State] = super()._prediction_states(
            recent, domain, use_text_for_last_user_input, rule_only_data
        )
        return states


def _recent(tracker: DialogueStateTracker, domain: Domain) -> DialogueStateTracker:
    """``tracker`` cut before its third-last ``action_listen``."""
    listens = 0
    events = list(tracker.events)
    for at in range(len(events) - 1, -1, -1):
        event = events[at]
        if isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME:
            listens += 1
            if listens == _LISTENS:
                return DialogueStateTracker.from_events(
                    tracker.sender_id, events[at:], domain.slots
                )
    return tracker
