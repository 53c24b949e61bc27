"""When the next message may leave, by Telegram's published limits. Pure."""

from dataclasses import dataclass

# core.telegram.org/bots/faq: one message a second in a chat, short bursts tolerated; thirty a
# second in all.
IN_A_CHAT = 1.0
IN_ALL = 30.0
BURST_IN_A_CHAT = 4
BURST_IN_ALL = 30
_MOST_CHATS = 10_000


@dataclass
class _Flow:
    """A rate with bursts (generic cell rate algorithm); `due` is when it would be empty again."""

    interval: float
    burst: int
    due: float = 0.0

    def wait(self, now: float) -> float:
        return max(0.0, max(self.due, now) - (self.burst - 1) * self.interval - now)

    def take(self, now: float) -> None:
        self.due = max(self.due, now) + self.interval


class Pace:
    """Gives each message its moment; times are seconds of one steady clock.

    A chat that was told to slow down waits; when it happens to a second one meanwhile, the limit
    is that of the bot, and all wait.
    """

    def __init__(self, in_a_chat: float = IN_A_CHAT, in_all: float = IN_ALL) -> None:
        self._interval = 1 / in_a_chat
        self._all = _Flow(1 / in_all, BURST_IN_ALL)
        self._chats: dict[int, _Flow] = {}
        self._held: dict[int, float] = {}
        self._all_held = 0.0

    def in_chat(self, chat: int, now: float) -> float:
        """Seconds until the chat may get its next message, whose place is taken."""
        flow = self._chats.get(chat) or self._chats.setdefault(
            chat, _Flow(self._interval, BURST_IN_A_CHAT)
        )
        at = max(now + flow.wait(now), self._held.get(chat, 0.0))
        flow.take(at)
        if len(self._chats) > _MOST_CHATS:
            self._forget(now)
        return at - now

    def in_all(self, now: float) -> float:
        """Seconds until a message that its chat may get now may leave; its place is taken.

        Asked at that moment and not before: a place far ahead would hold up everybody.
        """
        at = max(now + self._all.wait(now), self._all_held)
        self._all.take(at)
        return at - now

    def hold(self, chat: int, seconds: float, now: float) -> None:
        """Telegram wants a pause."""
        self._held = {each: until for each, until in self._held.items() if until > now}
        others = [until for each, until in self._held.items() if each != chat]
        self._held[chat] = now + seconds
        if others:
            self._all_held = max(self._all_held, now + seconds, *others)

    def _forget(self, now: float) -> None:
        self._chats = {chat: flow for chat, flow in self._chats.items() if flow.due > now}
