"""Why the assistant did what it did in a turn. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

Turn = Mapping[str, Any]

_TASK = "action_task"
_RESUME = "action_resume_task"
_NEW_SESSION = "action_session_start"
_UNCLEAR = frozenset({"action_clarify", "utter_clarify"})


def why(turn: Turn, before: Turn | None) -> str:
    """What was understood → what was done, by whom, and where that leads."""
    steps = turn["steps"]
    if not steps:
        return "nothing was done: the turn failed"
    sure = f"{turn['intent']} {turn['confidence'] or 0:.2f}"
    heard = f"the button {turn['intent']}" if turn["choice"] else sure
    open_before = before["tasks"][-1] if before and before["tasks"] else None
    later = [_later(step, turn) for step in steps[1:] if step["action"] != _NEW_SESSION]
    done = [_first(steps[0], turn, open_before), *later, *_outcome(turn, open_before)]
    if any(step["action"] == _NEW_SESSION for step in steps):
        done.append("a new session")
    return f"{heard} → {', then '.join(done)}"


def asked(frame: Mapping[str, Any]) -> str:
    """The open question of a frame of the slot ``tasks``."""
    return f"'{frame['asked']}'" if frame.get("asked") else "nothing"


def _first(step: Mapping[str, Any], turn: Turn, open_before: Mapping[str, Any] | None) -> str:
    by = f"{step['action']} ({_policy(step)})"
    if step["action"] in _UNCLEAR:
        return f"too unsure: {by}"
    if step["action"] == _TASK:
        return f"{_for_task(turn, open_before)}: {by}"
    if _is_rule(step) and (step["confidence"] or 0) < 1:
        return f"no rule fits: {by}"
    resumed = any(later["action"] == _RESUME for later in turn["steps"])
    return f"side question: {by}" if open_before or resumed else by


def _for_task(turn: Turn, open_before: Mapping[str, Any] | None) -> str:
    wish = turn["intent"]
    if open_before is None:
        begun = wish in {frame["task"] for frame in turn["tasks"]}
        return f"a wish that begins {wish}" if begun else "for the task at hand"
    if any(frame["task"] == wish != open_before["task"] for frame in turn["tasks"]):
        return f"another wish, {wish}, above {open_before['task']}"
    return f"for {asked(open_before)} of {open_before['task']}"


def _later(step: Mapping[str, Any], turn: Turn) -> str:
    if step["action"] == _RESUME and turn["tasks"]:
        top = turn["tasks"][-1]
        return f"back to {asked(top)} of {top['task']}"
    return f"{step['action']} ({_policy(step)})"


def _outcome(turn: Turn, open_before: Mapping[str, Any] | None) -> Sequence[str]:
    """What became of the task, where a step of it was taken."""
    if not any(step["action"] == _TASK for step in turn["steps"]):
        return ()
    if not turn["tasks"]:
        return ("no task is left",)
    top = turn["tasks"][-1]
    tries = top.get("failed") or 0
    if open_before and tries > (open_before.get("failed") or 0):
        return (f"not taken ({tries}): {asked(top)} again",)
    return (f"{top['task']} asks {asked(top)}",)


def _policy(step: Mapping[str, Any]) -> str:
    return "rule" if _is_rule(step) else step["policy"] or "no policy"


def _is_rule(step: Mapping[str, Any]) -> bool:
    return (step["policy"] or "").endswith("RulePolicy")
