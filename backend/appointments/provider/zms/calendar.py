"""Free times of ZMS and reserving one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from backend.appointments.domain.appointment import Appointment, Status
from backend.appointments.domain.catalogue import Item, Office
from backend.appointments.errors import (
    HoldConfirmed,
    HoldNotFound,
    IdempotencyKeyReused,
    NotSupported,
    OfficeClosed,
    ProviderUnavailable,
    ServiceNotOffered,
    SlotBeyondHorizon,
    SlotPast,
    SlotTaken,
)
from backend.appointments.provider.ports import Answer, Question
from backend.appointments.provider.zms import wire
from backend.appointments.provider.zms.client import ZmsClient
from backend.appointments.provider.zms.finding import Finding
from backend.appointments.provider.zms.moments import timestamp_of
from backend.appointments.provider.zms.records import Records
from backend.appointments.provider.zms.refusals import TAKEN, Refusal
from backend.appointments.repository.processes import Process
from backend.appointments.service.catalogue import Wish
from backend.appointments.service.reasons import closed_detail, not_offered_detail

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class ZmsCalendar:
    """See `ports.Calendar`."""

    finding: Finding
    client: ZmsClient
    records: Records

    def find(self, question: Question) -> Answer:
        """See `ports.Calendar`."""
        if question.moving:
            raise NotSupported
        return self.finding.find(question)

    def hold(
        self,
        items: Sequence[Item],
        office_key: str,
        start: datetime,
        key: str | None,
        moving: str | None = None,
    ) -> Appointment:
        """See `ports.Calendar`."""
        if moving:
            raise NotSupported
        wish = self.finding.wish(items)
        office = self.finding.catalogue.office(office_key)
        if key and (known := self.records.by_key(key)):
            return _same(known, wish, office, start)
        offering = self.finding.offering(wish)
        if office not in offering:
            detail = not_offered_detail(offering)
            raise ServiceNotOffered(detail | self.finding.next(offering, wish, start))
        reserved = self.reserve(office, wish, start)
        process = Process(reserved.id, reserved.auth_key)
        hold_id = self.records.ids.new()
        values = {
            "hold_id": hold_id,
            "office": office.key,
            "start": start,
            "minutes": wish.minutes,
            "services": [[item.key, item.count] for item in wish.items],
            "expires_at": self.expiry(reserved),
        }
        kept = False
        try:
            kept = self.records.add_hold(values, key, process)
        finally:
            if not kept:
                self.give_back(process)
        known = self.records.by_key(key) if key and not kept else None
        if known:
            return _same(known, wish, office, start)
        held = self.records.by_hold(hold_id)
        if held is None:
            raise HoldNotFound
        return held[0]

    def release(self, hold_id: str) -> None:
        """See `ports.Calendar`. If ZMS does not answer, the reservation runs out by itself."""
        known = self.records.by_hold(hold_id)
        if known is None or known[0].status is Status.RELEASED:
            return
        held, process = known
        if held.status is not Status.HELD:
            raise HoldConfirmed
        self.give_back(process)
        self.records.release(held)

    def reserve(self, office: Office, wish: Wish, start: datetime) -> wire.Process:
        """Reserve in ZMS.

        Raises SlotPast, SlotBeyondHorizon, OfficeClosed, SlotTaken and what a refusal means.
        """
        finding = self.finding
        window = finding.at(start)
        if start < window.not_before:
            earliest = window.not_before.isoformat(timespec="minutes")
            limit = {"earliest": earliest, "lead_minutes": finding.rules.lead_minutes}
            raise SlotPast(limit | finding.next([office], wish, start))
        if start.date() > window.last_day:
            last = {"last_date": window.last_day.isoformat()}
            raise SlotBeyondHorizon(last | finding.next([office], wish, start))
        number, wanted = finding.keys.offices[office.key], finding.keys.wanted(wish.items)
        try:
            return self.client.reserve(number, wanted, timestamp_of(start))
        except Refusal as refusal:
            if not refusal.among(TAKEN):
                raise refusal.meaning() from None
        finally:
            finding.times.forget()
        following = finding.next([office], wish, start)
        if finding.reason([office], wish, window)[0] == "closed":
            raise OfficeClosed(closed_detail([office], finding.closures, window) | following)
        raise SlotTaken(following)

    def expiry(self, reserved: wire.Process) -> datetime:
        """Until when ZMS keeps a new reservation, as far as it says so."""
        own = reserved.scope.reservation_minutes if reserved.scope else None
        minutes = own or self.finding.rules.hold_minutes
        return self.finding.clock.now() + timedelta(minutes=minutes)

    def give_back(self, process: Process) -> None:
        """End a reservation nobody needs; if that fails, it runs out by itself."""
        try:
            self.client.cancel(process)
        except (Refusal, ProviderUnavailable) as error:
            log.info("zms_reservation_left_to_run_out", kind=type(error).__name__)
        finally:
            self.finding.times.forget()


def _same(known: Appointment, wish: Wish, office: Office, start: datetime) -> Appointment:
    if (known.services, known.office, known.start) != (wish.items, office.key, start):
        raise IdempotencyKeyReused
    return known
