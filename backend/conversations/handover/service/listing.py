"""Conversations as staff see them: in lists, and one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.conversations.domain import Conversation, Message, Role, State
from backend.conversations.handover.domain.belongings import Note, Rating
from backend.conversations.handover.domain.handover import Handover, Transition
from backend.conversations.handover.repository.belongings import PERSON
from backend.conversations.handover.repository.listing import Filters
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.service.standing import Standing, Standings

_PREVIEW = 200


@dataclass(frozen=True)
class Item:
    """A conversation with what a list shows of it."""

    conversation: Conversation
    handover: Handover | None
    standing: Standing
    last: tuple[Role, str] | None
    unread: int
    tags: Sequence[str]
    rating: Rating | None

    @property
    def last_at(self) -> datetime:
        """When something was said last."""
        return self.conversation.last_at or self.conversation.created_at

    @property
    def preview(self) -> str:
        """The beginning of what was said last."""
        return self.last[1][:_PREVIEW] if self.last else ""


@dataclass(frozen=True)
class Detail:
    """One conversation with everything beside its messages."""

    item: Item
    transitions: Sequence[Transition]
    notes: Sequence[Note]
    reads: Mapping[str, int]


@dataclass(frozen=True)
class Listing:
    """Reads only."""

    desk: Desk

    def page(self, filters: Filters, limit: int) -> tuple[list[Item], bool]:
        """The items of a view, and whether there are more."""
        found = self.desk.listing.page(filters, limit + 1)
        return self._items(found[:limit], filters.staff), len(found) > limit

    def item(self, conversation_id: str, staff: str) -> Item:
        """One conversation. Raises ConversationNotFound."""
        return self._items([self.desk.get(conversation_id)], staff)[0]

    def detail(self, conversation_id: str, staff: str) -> Detail:
        """One conversation with everything beside. Raises ConversationNotFound."""
        return Detail(
            item=self.item(conversation_id, staff),
            transitions=self.desk.handovers.transitions_of(conversation_id),
            notes=self.desk.belongings.notes(conversation_id),
            reads=self.desk.belongings.reads(conversation_id),
        )

    def messages(
        self, conversation_id: str, after: int | None, limit: int
    ) -> list[tuple[Message, str | None]]:
        """Messages in order, each with what became of it. Raises ConversationNotFound."""
        self.desk.get(conversation_id)
        seen = self.desk.belongings.reads(conversation_id).get(PERSON, 0)
        found = self.desk.listing.messages(conversation_id, after, limit)
        return [(each, _delivery(each, seen)) for each in found]

    def _items(self, found: Sequence[Conversation], staff: str) -> list[Item]:
        ids = [each.id for each in found]
        handovers = self.desk.handovers.latest_of(ids)
        last = self.desk.listing.last_messages(ids)
        unread = self.desk.listing.unread(staff, ids)
        tags = self.desk.belongings.tags(ids)
        ratings = self.desk.belongings.ratings(ids)
        places = self._places(handovers)
        items = []
        for each in found:
            handover = handovers.get(each.id)
            standing = places.get(each.id) or _standing(each, handover)
            items.append(
                Item(
                    conversation=each,
                    handover=handover,
                    standing=standing,
                    last=last.get(each.id),
                    unread=unread.get(each.id, 0),
                    tags=tags.get(each.id, []),
                    rating=ratings.get(each.id),
                )
            )
        return items

    def _places(self, handovers: Mapping[str, Handover]) -> dict[str, Standing]:
        """Where those stand who wait, worked out once for each queue."""
        departments = {
            each.department
            for each in handovers.values()
            if each.ended_at is None and each.staff_id is None
        }
        found: dict[str, Standing] = {}
        for department in departments:
            found |= Standings(self.desk).queue(department)
        return found


def _standing(conversation: Conversation, handover: Handover | None) -> Standing:
    is_with = conversation.state is State.STAFF and handover is not None
    return Standing(conversation.state, staff=handover.staff_name if is_with and handover else None)


def _delivery(message: Message, seen: int) -> str | None:
    if message.role is not Role.STAFF:
        return None
    if message.seq <= seen:
        return "read"
    return "delivered" if message.delivered_at else "sent"
