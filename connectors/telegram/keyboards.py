"""Buttons under messages, and what becomes of them once they are used. Pure."""

from collections.abc import Sequence

from connectors.core.turn import Button
from connectors.telegram.outgoing import Key, Keyboard

# What a used or outlived button carries: it means nothing any more.
SPENT = "x"
_OWN = "t."
_LONGEST_DATA = 64
_SHORT_TITLE = 14
_CHOSEN = "✓ "


def keyboard(buttons: Sequence[Button]) -> Keyboard:
    """A reply's buttons: one a row, short ones side by side."""
    keys = [Key(b.title, b.payload) for b in buttons if len(b.payload.encode()) <= _LONGEST_DATA]
    if keys and len(keys) <= 3 and all(len(key.title) <= _SHORT_TITLE for key in keys):
        return (tuple(keys),)
    return tuple((key,) for key in keys)


def own(name: str) -> str:
    """The data of a button that the channel answers itself."""
    return _OWN + name


def read_own(data: str) -> str | None:
    """The name in such data, or None."""
    return data[len(_OWN) :] if data.startswith(_OWN) else None


def used(title: str) -> Keyboard:
    """What stands in place of a keyboard from which ``title`` was chosen."""
    return ((Key(_CHOSEN + title, SPENT),),)
