"""What happens between tasks: start, go on, side question and back, new session."""

from collections.abc import Iterator
from typing import Any

from rasa.core.featurizers.tracker_featurizers import TrackerFeaturizer
from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.policies.routing import ABOVE_TASKS, Understood, belongs_to_task, open_task
from language.referring import moves_it
from language.waiting_lists import answer_to_offer

ACTION_TASK = "action_task"
ACTION_RESUME = "action_resume_task"
ACTION_PAUSE = "action_pause_task"
ACTION_CLARIFY = "action_clarify"
ACTION_HANDOVER = "action_handover"
_NOTHING_OPEN = "utter_inform"
_OFFER = "utter_offer_waiting_list"
# An appointment shown is spoken of for some turns: "was muss ich mitbringen?", "sag ihn ab".
_TURNS_REFERRED_TO = 3
# The last answer said again ends in the open question already; a handover leaves the tasks as
# they have to be.
_BACK_IN_TASK = frozenset(
    {ACTION_TASK, ACTION_RESUME, ACTION_PAUSE, ACTION_HANDOVER, "action_repeat"}
)


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=False
)
class TaskPolicy(Policy):  # type: ignore[misc]
    """Decides above the rules; where it abstains, the rules decide.

    The inside of a task belongs to the action ``action_task``, which keeps its state
    in the slot ``tasks``. After a rule has answered a question in the middle of a
    task, ``action_resume_task`` leads back to the open question.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``starts``: intents that begin a task; ``session_turns``: how many turns a
        session lasts; ``unclear_below``: the confidence under which the assistant asks what was
        meant; ``priority``: above the rules'.
        """
        return {"priority": 7, "starts": [], "session_turns": 5, "unclear_below": 0.3}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        featurizer: TrackerFeaturizer | None = None,
    ) -> None:
        super().__init__(config, model_storage, resource, execution_context, featurizer)

    def train(
        self, training_trackers: list[TrackerWithCachedStates], domain: Domain, **kwargs: Any
    ) -> Resource:
        """Nothing to learn."""
        return self._resource

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain, **kwargs: Any
    ) -> PolicyPrediction:
        """The next action, or an abstention (all zeros)."""
        action = self._next(tracker)
        if action is None:
            return self._prediction(self._default_predictions(domain))
        prediction = PolicyPrediction.for_action_name(domain, action, self.__class__.__name__, 1.0)
        return self._prediction(prediction.probabilities, is_no_user_prediction=True)

    def _next(self, tracker: DialogueStateTracker) -> str | None:
        task = open_task(tracker.get_slot("tasks"))
        heard = _understood(tracker)
        done = tracker.latest_action_name
        if done == ACTION_LISTEN_NAME:
            if belongs_to_task(heard, task, self.config["starts"]):
                return ACTION_TASK
            unclear = heard.confidence < self.config["unclear_below"]
            return ACTION_CLARIFY if unclear and heard.intent not in ABOVE_TASKS else None
        if done not in _BACK_IN_TASK and task and not _has_more(tracker):
            urgent = heard.intent in ABOVE_TASKS and done != ACTION_CLARIFY
            return ACTION_PAUSE if urgent else ACTION_RESUME
        return self._end_of_turn(tracker)

    def _end_of_turn(self, tracker: DialogueStateTracker) -> str:
        turns = sum(isinstance(event, UserUttered) for event in tracker.events)
        most = self.config["session_turns"]
        # What may be referred to next is not forgotten now: "cancel it".
        over = turns >= most and not (turns < 2 * most and _is_referred_to(tracker))
        return ACTION_SESSION_START_NAME if over else ACTION_LISTEN_NAME


def _has_more(tracker: DialogueStateTracker) -> bool:
    """Whether the open question has to wait for what else the message says."""
    wish = (tracker.latest_message.metadata or {}).get("wish") or {}
    return bool(wish.get("more"))


def _understood(tracker: DialogueStateTracker) -> Understood:
    message = tracker.latest_message
    intent = message.intent or {}
    told = (message.metadata or {}).get("told") or ()
    offered = any("offer" in each for each in told)
    return Understood(
        intent=intent.get("name") or "out_of_scope",
        confidence=intent.get("confidence") or 0.0,
        is_question=(message.text or "").rstrip().endswith("?"),
        values=frozenset(_kinds(message)),
        after_card=bool(told) or any(map(_has_card, _replies(tracker, 1))),
        after_offer=any(map(_is_offer, _replies(tracker, 1))),
        answers_offer=offered and answer_to_offer(message.text or "") is not None,
        moves_it=moves_it(message.text or ""),
    )


def _is_referred_to(tracker: DialogueStateTracker) -> bool:
    """Whether one of the latest turns showed an appointment, or this one was told a value that
    nothing was asked for.
    """
    shown = (reply for ago in range(_TURNS_REFERRED_TO) for reply in _replies(tracker, ago))
    unasked = (r.metadata.get("utter_action") == _NOTHING_OPEN for r in _replies(tracker, 0))
    return any(map(_has_card, shown)) or any(unasked)


def _replies(tracker: DialogueStateTracker, turns_ago: int) -> Iterator[BotUttered]:
    heard = 0
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            heard += 1
        elif isinstance(event, BotUttered) and heard == turns_ago:
            yield event


def _is_offer(reply: BotUttered) -> bool:
    """Whether a yes to the reply takes up something that no task has asked for."""
    return bool(reply.metadata.get("utter_action") == _OFFER)


def _has_card(reply: BotUttered) -> bool:
    """Whether an appointment is shown; the card of an office has no code."""
    return bool(((reply.data.get("custom") or {}).get("card") or {}).get("code"))


def _kinds(message: UserUttered) -> Iterator[str]:
    """The kinds of values; what has an "@" is meant as an address, however wrong."""
    yield from (entity["entity"] for entity in message.entities)
    if "@" in (message.text or ""):
        yield "email"
