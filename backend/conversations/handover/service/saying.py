"""What reaches the person outside of a turn: stored, then delivered in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.conversations.domain import Conversation, Kind, Message, Role
from backend.conversations.handover.domain.handover import Handover
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.standing import Standings

_HUMAN = "/request_human"
_LEAVE = "/stop"


@dataclass(frozen=True)
class Saying:
    """Adds messages of staff and news of the state to the record."""

    desk: Desk

    def news(
        self,
        conversation: Conversation,
        handover: Handover | None,
        key: str,
        buttons: Sequence[str] = (),
        **values: Any,
    ) -> Message:
        """Tell the person that the conversation changed hands, in their language.

        `buttons` are keys of texts: `callback` and `leave`.
        """
        language = conversation.language or (handover.language if handover else None)
        standing = Standings(self.desk).of(conversation, handover)
        text = self.desk.say(key, language, **values)
        if standing.position is not None:
            text = f"{text} {self._place(standing.position, standing.wait_minutes, language)}"
        return self._add(
            conversation,
            text=text,
            message_id=f"news-{self.desk.ids.new()}",
            role=Role.BOT,
            kind=Kind.STATE,
            standing=standing.as_json(),
            language=language,
            buttons=[self._button(each, language) for each in buttons],
        )

    def words(
        self, conversation: Conversation, key: str, staff: tuple[str, str], text: str
    ) -> Message:
        """A message of a member of staff (id and name); a repeat of its key returns it."""
        message_id = f"staff-{key}"
        known = self.desk.conversations.by_message_id(conversation.id, message_id)
        if known is not None:
            return known
        return self._add(
            conversation,
            text=text,
            message_id=message_id,
            role=Role.STAFF,
            kind=Kind.MESSAGE,
            language=conversation.language,
            staff_id=staff[0],
            sender=staff[1],
        )

    def _place(self, position: int, minutes: int | None, language: str | None) -> str:
        if minutes is None:
            return self.desk.say("place", language, position=position)
        return self.desk.say("place_and_time", language, position=position, minutes=minutes)

    def _button(self, key: str, language: str | None) -> Mapping[str, str]:
        payload = _HUMAN if key == "callback" else _LEAVE
        return {"title": self.desk.say(f"button.{key}", language), "payload": payload}

    def _add(self, conversation: Conversation, **values: Any) -> Message:
        now = self.desk.clock.now()
        # Read again: a step before may have added to the record in this transaction.
        newest = self.desk.get(conversation.id).last_seq + 1
        fields = {"payload": None, "card": None, "buttons": (), **values}
        message = Message(seq=newest, channel=conversation.channel, at=now, **fields)
        self.desk.conversations.add(conversation.id, [message])
        self.desk.conversations.change(conversation.id, last_seq=newest, last_at=now)
        self.desk.deliveries.add(conversation.id, newest, now)
        self.desk.news.deliveries[conversation.id] = None
        self.desk.news.changed("message", conversation.id, seq=newest, role=message.role.value)
        return message
