"""A wish that waits for its turn, kept with what was said about it. Pure."""

from dataclasses import replace

from actions.heard import Heard, Value
from actions.tasks.frames import Frame


def put_off(heard: Heard) -> Frame:
    """The frame of a task that ``heard`` wishes for, to be begun later."""
    values = [
        {"kind": value.kind, "value": value.value, "details": dict(value.details)}
        for value in heard.values
    ]
    return Frame(heard.intent, waiting={"text": heard.text, "values": values})


def heard_then(frame: Frame, now: Heard) -> Heard:
    """The turn that wished for ``frame``, as if it were said ``now``."""
    waiting = frame.waiting or {}
    values = tuple(Value(**value) for value in waiting["values"])
    return replace(now, intent=frame.task, text=waiting["text"], values=values, queued=False)
