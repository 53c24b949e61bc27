"""Answers the question for free slots from what ZMS says."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from backend.appointments.domain.catalogue import Item, Office
from backend.appointments.domain.hours import Closures
from backend.appointments.domain.rules import Rules
from backend.appointments.domain.slots import NOTHING_BUSY, Slot, free_days
from backend.appointments.domain.window import OPEN_END, Reason, Window
from backend.appointments.errors import InvalidWindow, TooManyItems
from backend.appointments.provider.ports import Answer, Question
from backend.appointments.provider.zms.directory import Directory
from backend.appointments.provider.zms.mapping import Mapping
from backend.appointments.provider.zms.search import Free
from backend.appointments.provider.zms.times import FreeTimes
from backend.appointments.service.catalogue import Catalogue, Wish
from backend.appointments.service.reasons import closed_detail, not_offered_detail
from backend.appointments.service.search import Found
from backend.kit.clock import Clock

_ALTERNATIVES = 3


@dataclass(frozen=True)
class Finding:
    """Searches for one request; lead time and horizon are the operator's rules here as there."""

    catalogue: Catalogue
    directory: Directory
    times: FreeTimes
    keys: Mapping
    clock: Clock
    rules: Rules
    closures: Closures

    def wish(self, items: Sequence[Item]) -> Wish:
        """Check services and counts, by ZMS's own limits too; see `Catalogue.wish`."""
        wish = self.catalogue.wish(items)
        most = self.directory.offers().most
        for item in wish.items:
            if item.count > most.get(item.key, item.count):
                raise TooManyItems({"max": most[item.key]})
        return wish

    def offering(self, wish: Wish) -> list[Office]:
        """The offices that do all of it in one appointment."""
        offers = self.directory.offers()
        return [
            office
            for office in self.catalogue.offering(wish)
            if offers.combines(office.key, wish.items)
        ]

    def find(self, question: Question) -> Answer:
        """See `ports.Calendar`."""
        wish = self.wish(question.items)
        window = self._window(question)
        offering = self.offering(wish)
        chosen = self.catalogue.chosen(question.offices)
        places = [office for office in chosen if office in offering]
        limit, spread = question.limit, question.spread
        if not places:
            elsewhere = self._free(offering, wish, window).choose(limit, spread)
            elsewhere = elsewhere or self._nearest(offering, wish, window, limit)
            detail = not_offered_detail(offering)
            return Answer(wish.minutes, Found((), False, "not_offered", detail, elsewhere))
        free = self._free(places, wish, window)
        if free.starts:
            slots = free.choose(limit, spread)
            return Answer(wish.minutes, Found(slots, len(free.starts) > len(slots)))
        reason, why = self.reason(places, wish, window)
        nearest = self._nearest(places, wish, window, limit)
        return Answer(wish.minutes, Found((), False, reason, why, nearest))

    def reason(
        self, places: Sequence[Office], wish: Wish, window: Window
    ) -> tuple[Reason, dict[str, Any] | None]:
        """Why a wish finds nothing, by our rules and the opening hours we were given."""
        if window.past:
            return "past", {"earliest": window.not_before.isoformat(timespec="minutes")}
        if window.beyond_horizon:
            return "beyond_horizon", {"last_date": window.last_day.isoformat()}
        if free_days(places, wish.ticks, window, window.days, self.closures, NOTHING_BUSY):
            return "full", None
        return "closed", closed_detail(places, self.closures, window)

    def at(self, start: datetime) -> Window:
        """The wish for exactly this moment."""
        return self._window(Question((), start=start, until=start))

    def next(
        self, offices: Sequence[Office], wish: Wish, start: datetime
    ) -> dict[str, list[dict[str, object]]]:
        """`details.next` of a refusal: what is free around a moment."""
        slots = self._nearest(offices, wish, self.at(start), _ALTERNATIVES)
        return {"next": [_shown(slot) for slot in slots]}

    def _nearest(
        self, offices: Sequence[Office], wish: Wish, window: Window, limit: int
    ) -> list[Slot]:
        first, last = window.not_before.date(), window.last_day
        return self._between(offices, wish, first, last).nearest(window, limit)

    def _free(self, offices: Sequence[Office], wish: Wish, window: Window) -> Free:
        days = window.days
        if not days:
            return Free((), wish.minutes)
        first, last = date.fromordinal(days[0]), date.fromordinal(days[-1])
        return self._between(offices, wish, first, last).within(window)

    def _between(self, offices: Sequence[Office], wish: Wish, first: date, last: date) -> Free:
        keys = {self.keys.offices[office.key]: i for i, office in enumerate(offices)}
        found = self.times.between(tuple(keys), self.keys.wanted(wish.items), first, last)
        ordered = sorted((start, keys[number]) for number, start in found if number in keys)
        return Free([(start, offices[i].key) for start, i in ordered], wish.minutes)

    def _window(self, question: Question) -> Window:
        now = self.clock.local()
        until = question.until or OPEN_END
        start = question.start or min(now, until)
        if start > until or question.daily_from > question.daily_until:
            raise InvalidWindow
        earliest, last = self.rules.earliest(now), self.rules.last_day(now)
        return Window(start, until, earliest, last, question.daily_from, question.daily_until)


def _shown(slot: Slot) -> dict[str, object]:
    return {
        key: value.isoformat(timespec="minutes") if isinstance(value, datetime) else value
        for key, value in asdict(slot).items()
    }
