"""What still has to reach a channel, in order for each conversation."""

from datetime import datetime

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from backend.conversations.handover.models import deliveries
from backend.conversations.models import messages


class DeliveryRepository:
    """Messages on their way."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, conversation: str, seq: int, now: datetime) -> None:
        """Let a stored message be delivered."""
        self._session.execute(
            insert(deliveries).values(
                conversation_id=conversation, seq=seq, due_at=now, tries=0, claimed_until=None
            )
        )

    def claim(self, conversation: str, now: datetime, until: datetime) -> tuple[int, int] | None:
        """Take the first message of a conversation: its seq, and how often it was tried before.

        None when there is none, when it has to wait, or when another worker has it. One that is
        just being claimed or put off is waited for: skipped, a later message would overtake it.
        """
        row = self._session.execute(
            select(deliveries)
            .where(deliveries.c.conversation_id == conversation)
            .order_by(deliveries.c.seq)
            .limit(1)
            .with_for_update()
        ).one_or_none()
        if row is None or row.due_at > now:
            return None
        if row.claimed_until is not None and row.claimed_until > now:
            return None
        self._change(conversation, row.seq, tries=row.tries + 1, claimed_until=until)
        return row.seq, row.tries

    def put_off(self, conversation: str, seq: int, due_at: datetime) -> None:
        """Try again later."""
        self._change(conversation, seq, due_at=due_at, claimed_until=None)

    def finish(self, conversation: str, seq: int, delivered_at: datetime | None) -> None:
        """No longer on its way; ``delivered_at`` when it reached somebody, None for one that
        failed for good or was shown to nobody yet.
        """
        self._session.execute(
            delete(deliveries).where(
                deliveries.c.conversation_id == conversation, deliveries.c.seq == seq
            )
        )
        if delivered_at:
            self._session.execute(
                update(messages)
                .where(messages.c.conversation_id == conversation, messages.c.seq == seq)
                .values(delivered_at=delivered_at)
            )

    def due(self, now: datetime, most: int) -> list[str]:
        """Conversations with something to deliver now."""
        free = or_(deliveries.c.claimed_until.is_(None), deliveries.c.claimed_until <= now)
        query = (
            select(deliveries.c.conversation_id)
            .where(deliveries.c.due_at <= now, free)
            .group_by(deliveries.c.conversation_id)
            .order_by(func.min(deliveries.c.due_at))
        )
        return list(self._session.scalars(query.limit(most)))

    def _change(self, conversation: str, seq: int, **values: object) -> None:
        self._session.execute(
            update(deliveries)
            .where(deliveries.c.conversation_id == conversation, deliveries.c.seq == seq)
            .values(**values)
        )
