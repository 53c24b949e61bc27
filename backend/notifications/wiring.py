"""Puts the outbox, its workers and its ways together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from threading import Event

from sqlalchemy.orm import Session

from backend.appointments.service.announcing import Announcing
from backend.kit.container import Container
from backend.kit.scheduler import Scheduler
from backend.notifications.appointments.announcing import OutboxAnnouncing
from backend.notifications.appointments.composing import AppointmentComposer
from backend.notifications.domain import Way
from backend.notifications.identity.codes import OutboxCodes
from backend.notifications.identity.composing import CodeComposer
from backend.notifications.jobs import FORGET_EVERY_SECONDS, forget_old, set_aside
from backend.notifications.mail.message import Writing
from backend.notifications.service.outbox import Outbox
from backend.notifications.service.ports import ChatDelivery, Mailer
from backend.notifications.service.sending import Send, Sending
from backend.notifications.service.ways import ByChat, ByMail, Composers
from backend.notifications.settings import MailSettings, NotificationSettings
from backend.notifications.unsubscribing import UnsubscribeLinks

# A slow mail server holds up one worker; the others go on.
_MAIL_WORKERS = 2


@dataclass(frozen=True)
class Notifications:
    """The service in one process. Without `mailer` e-mail is off; without `chat` the notices for
    chats are left to a process that has it. Moving is offered where appointments are `movable`.
    """

    container: Container
    settings: NotificationSettings
    mail: MailSettings
    mailer: Mailer | None
    chat: ChatDelivery | None
    links: UnsubscribeLinks | None
    movable: bool = True

    def announcing(self, session: Session) -> Announcing:
        """What the appointments service tells its news to, on its own session."""
        outbox = Outbox.on(session, self.container.clock, self.container.ids)
        return OutboxAnnouncing(outbox, self.settings.reminders)

    def codes(self, session: Session) -> OutboxCodes:
        """What the identity service hands its codes to, on its own session."""
        return OutboxCodes(Outbox.on(session, self.container.clock, self.container.ids))

    def senders(self) -> dict[Way, Send]:
        """How notices leave, by way."""
        box = self.container
        appointments = AppointmentComposer(
            box.database, box.texts, box.settings.public_url, self.movable
        )
        composers = Composers(
            {"appointment": appointments, "identity": CodeComposer(box.texts)},
        )
        found: dict[Way, Send] = {}
        if self.mailer:
            writing = Writing(box.texts, self.mail.sender, self.mail.domain, self.links)
            found[Way.EMAIL] = ByMail(composers, writing, self.mailer, box.clock)
        if self.chat:
            found[Way.CHAT] = ByChat(composers, self.chat)
        return found

    def sending(self, way: Way, send: Send) -> Sending:
        """A worker of one way."""
        box = self.container
        return Sending(
            way=way,
            send=send,
            database=box.database,
            clock=box.clock,
            ids=box.ids,
            retrying=self.settings.retrying,
            lease=self.settings.lease,
        )

    def schedule(self, scheduler: Scheduler, stopping: Event) -> None:
        """Tick the workers; once `stopping` is set they end after the notice in hand."""
        tick, box = self.settings.tick_seconds, self.container
        for way, send in self.senders().items():
            for number in range(_MAIL_WORKERS if way is Way.EMAIL else 1):
                worker = self.sending(way, send)
                name = f"notifications.{way.value}.{number + 1}"
                scheduler.every(tick, name, _drain(worker, stopping))
        if not self.mailer:
            scheduler.every(
                tick,
                "notifications.email.off",
                lambda: set_aside(box.database, box.clock, Way.EMAIL),
            )
        kept = timedelta(days=self.settings.kept_days)
        scheduler.every(
            FORGET_EVERY_SECONDS,
            "notifications.forget_old",
            lambda: forget_old(box.database, box.clock, kept),
        )


def _drain(worker: Sending, stopping: Event) -> Callable[[], object]:
    return lambda: worker.drain(stopping.is_set)
