"""Pressed buttons: each once, and only while they mean something."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from connectors.core.choices import pressed
from connectors.telegram.keyboards import SPENT, read_own, used
from connectors.telegram.own import Own
from connectors.telegram.ports import Signs
from connectors.telegram.talk import Context, Talk
from connectors.telegram.texts import text

_LOOK_AHEAD = 30
_PRESS = "tg.c."
# From a menu several things may be chosen, one after the other.
_MENUS = frozenset({"data.see", "data.export", "data.appointments"})


class Presses:
    """Buttons of replies and notices, and the channel's own."""

    def __init__(self, talk: Talk, own: Own, signs: Signs) -> None:
        self._talk = talk
        self._own = own
        self._signs = signs
        self._showing: set[asyncio.Task[None]] = set()

    async def answer(self, context: Context) -> str:
        """Do what the button says; the language that is spoken now."""
        update = context.update
        name, place = read_own(update.text), pressed(update.text)
        if name is None and place is None:
            key = "choice_spent" if update.text == SPENT else "choice_stale"
            self._show(context, text(key, context.language))
            return context.language
        if place and await self._is_over(context, place):
            self._show(context, text("choice_stale", context.language), spent=True)
            return context.language
        self._show(context, spent=name not in _MENUS)
        if name is not None:
            return await self._own.pressed(context, name)
        return await self._talk.turn(context, update.title or "…", payload=update.text)

    async def _is_over(self, context: Context, place: tuple[int, int]) -> bool:
        said = await self._talk.since(context.chat, place[0], _LOOK_AHEAD)
        return is_over(said, context.update.message_id)

    def _show(self, context: Context, words: str = "", *, spent: bool = False) -> None:
        """Answer the press and mark the button; nobody waits for that."""
        update = context.update

        async def show() -> None:
            await self._signs.acknowledge(update.callback or "", words)
            if spent and update.message is not None:
                keyboard = used(update.title) if update.title and not words else ()
                await self._signs.set_keyboard(update.chat, update.message, keyboard)

        task = asyncio.create_task(show())
        self._showing.add(task)
        task.add_done_callback(self._showing.discard)


def is_over(said: Sequence[Mapping[str, Any]], message_id: str) -> bool:
    """Whether a button's time is over; ``said`` begins with the message it stands under.

    One of a keyboard can be pressed, once. The keyboard of an answer is over, too, when the
    assistant has answered something else since; that of a notice is not. ``message_id`` is this
    press, which may be on record with its answer when it is worked on again.
    """
    if not said:
        return False  # unknown to the record, which the relay answers
    first, *later = said
    titles = {button["title"] for button in first.get("buttons") or ()}
    others = [m for m in later if m["role"] == "person" and m.get("id") != message_id]
    if any(m["text"] in titles and str(m.get("id")).startswith(_PRESS) for m in others):
        return True
    if first.get("in_reply_to") is None:
        return False
    known = {m["seq"] for m in later if m.get("id") == message_id}
    known |= {first["in_reply_to"], None}
    return any(m["role"] == "bot" and m.get("in_reply_to") not in known for m in later)
