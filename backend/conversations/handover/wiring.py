"""Puts the handover together for one session, and tells what it changed once it is stored."""

from dataclasses import dataclass
from datetime import timedelta

from fastapi import Request
from sqlalchemy import event
from sqlalchemy.orm import Session

from backend.conversations.handover.courier import Courier
from backend.conversations.handover.ports import Telling
from backend.conversations.handover.repository.belongings import BelongingsRepository
from backend.conversations.handover.repository.callbacks import CallbackRepository
from backend.conversations.handover.repository.deliveries import DeliveryRepository
from backend.conversations.handover.repository.handovers import HandoverRepository
from backend.conversations.handover.repository.listing import ListingRepository
from backend.conversations.handover.repository.presence import PresenceRepository
from backend.conversations.handover.service.desk import Desk, News, Policy
from backend.conversations.handover.settings import HandoverSettings, read_departments
from backend.conversations.repository import ConversationRepository
from backend.kit.container import Container

_KEY = "handover_news"


@dataclass(frozen=True)
class Handovers:
    """The service in one process (`app.state.handovers`).

    Without `telling`, deliveries are left to a process that has it.
    """

    container: Container
    policy: Policy
    telling: Telling | None = None
    courier: Courier | None = None

    def desk(self, session: Session) -> Desk:
        """Everything on a session; what it changes is told after the commit."""
        return Desk(
            conversations=ConversationRepository(session),
            handovers=HandoverRepository(session),
            presence=PresenceRepository(session),
            belongings=BelongingsRepository(session),
            callbacks=CallbackRepository(session),
            deliveries=DeliveryRepository(session),
            listing=ListingRepository(session),
            clock=self.container.clock,
            ids=self.container.ids,
            texts=self.container.texts,
            policy=self.policy,
            news=self._news(session),
        )

    def _news(self, session: Session) -> News:
        known: News | None = session.info.get(_KEY)
        if known is not None:
            return known
        news = session.info[_KEY] = News()
        event.listen(session, "after_commit", lambda _: self._publish(news))
        return news

    def _publish(self, news: News) -> None:
        if self.courier and news.deliveries:
            self.courier.send_soon(news.deliveries)
        if self.telling and (news.changes or news.places):
            self.telling.tell(tuple(news.changes), tuple(news.places))
        news.changes.clear()
        news.places.clear()
        news.deliveries.clear()


def handovers_on(
    container: Container, settings: HandoverSettings, telling: Telling | None
) -> Handovers:
    """The service of a process; reads the departments of the city."""
    policy = Policy(
        rules=settings.rules(),
        present=timedelta(seconds=settings.present_seconds),
        departments=read_departments(container.settings.city_dir),
    )
    courier = Courier(container.database, container.clock, telling) if telling else None
    return Handovers(container, policy, telling, courier)


def handovers_of(request: Request) -> Handovers:
    """The service of the app that answers this request."""
    handovers: Handovers = request.app.state.handovers
    return handovers
