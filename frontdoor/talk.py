"""A conversation line by line, with reasons on request."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from frontdoor.chat import Chat
from frontdoor.explain import explain
from frontdoor.lookback import Lookback, NoAnswer

HELP = "#2 presses the second button; :why reasons on/off, :story as a test, :new, :quit"
_BUTTON = re.compile(r"#\s*(\d{1,3})")


class Talk:
    """Takes one line after the other; ``show`` prints one."""

    def __init__(
        self, chat: Chat, past: Lookback, show: Callable[[str], None], why: bool = False
    ) -> None:
        self._chat = chat
        self._past = past
        self._show = show
        self._why = why

    def take(self, line: str) -> bool:
        """Do what ``line`` says; False ends. Raises Unreachable."""
        line = line.strip()
        if line == ":quit":
            return False
        commands = {":why": self._switch, ":story": self._story, ":new": self._new}
        if line in commands:
            commands[line]()
        elif line.startswith(":"):
            self._show(HELP)
        elif line:
            self._say(line)
        return True

    def _say(self, line: str) -> None:
        pressed = _BUTTON.fullmatch(line)
        if pressed and not 1 <= int(pressed[1]) <= len(self._chat.buttons):
            self._show(f"There is no button {line}.")
            return
        number = 0
        for reply in self._chat.press(int(pressed[1])) if pressed else self._chat.say(line):
            self._show(reply["text"])
            for button in reply["buttons"]:
                number += 1
                self._show(f"  #{number} {button['title']}")
            if reply.get("card"):
                self._show(_card(reply["card"]))
        if self._why:
            self._explain()

    def _switch(self) -> None:
        self._why = not self._why
        self._show(f"Reasons are {'on' if self._why else 'off'}.")
        if self._why and self._chat.conversation:
            self._explain()

    def _new(self) -> None:
        self._chat.begin()
        self._show("A new conversation.")

    def _explain(self) -> None:
        try:
            turns = self._past.turns(self._chat.conversation or "", last=2)
        except NoAnswer as problem:
            self._show(str(problem))
            return
        if not turns or turns[-1]["message_id"] != self._chat.message_id:
            self._show("    The message did not reach the engine.")
            return
        for line in explain(turns[-1], turns[-2] if len(turns) > 1 else None):
            self._show(f"    {line}")

    def _story(self) -> None:
        try:
            told = self._past.story(self._chat.conversation) if self._chat.conversation else ""
        except NoAnswer as problem:
            told = str(problem)
        self._show(told.rstrip() or "Nothing was said yet.")


def _card(card: Mapping[str, Any]) -> str:
    known = (card.get(name) for name in ("code", "title", "when", "office", "ics_url"))
    return "  [" + ", ".join(str(value) for value in known if value) + "]"
