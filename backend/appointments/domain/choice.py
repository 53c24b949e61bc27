"""Which of many free slots to offer first."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from backend.appointments.domain.slots import FreeDay, Slot, slot_at
from backend.appointments.domain.ticks import MINUTES, indices

_EARLY_TICKS = 30 // MINUTES


def count(free: Sequence[FreeDay]) -> int:
    """Number of free starts, per office."""
    return sum(day.starts.bit_count() for day in free)


def days_in(free: Sequence[FreeDay]) -> int:
    """Number of different days."""
    return len({day.day for day in free})


def earliest(free: Sequence[FreeDay], limit: int, needed: int) -> list[Slot]:
    """The first slots in order of start, then of the offices."""
    found: list[Slot] = []
    for offices in _by_day(free):
        for index in indices(_union(offices)):
            found += [slot_at(o, index, needed) for o in offices if o.starts >> index & 1]
            if len(found) >= limit:
                return found[:limit]
    return found


def latest(free: Sequence[FreeDay], limit: int, needed: int) -> list[Slot]:
    """The last slots, in order of start."""
    found: list[Slot] = []
    for offices in reversed(list(_by_day(free))):
        for index in reversed(list(indices(_union(offices)))):
            found += [slot_at(o, index, needed) for o in offices if o.starts >> index & 1]
            if len(found) >= limit:
                return sorted(found[:limit], key=lambda slot: slot.start)
    return sorted(found, key=lambda slot: slot.start)


def spread_out(free: Sequence[FreeDay], limit: int, needed: int) -> list[Slot]:
    """Slots that differ: on different days if there are several, else over the day.

    Round times are preferred, and different offices where there is a choice.
    """
    days = list(_by_day(free))
    found: list[Slot] = []
    for offices, quota in zip(days, _quotas(days, limit), strict=False):
        used = {slot.office for slot in found}
        for index in _pick(_union(offices), quota):
            here = [o for o in offices if o.starts >> index & 1]
            chosen = next((o for o in here if o.office not in used), here[0])
            used.add(chosen.office)
            found.append(slot_at(chosen, index, needed))
    return found


def _by_day(free: Sequence[FreeDay]) -> Iterator[list[FreeDay]]:
    return (list(group) for _, group in groupby(free, key=lambda each: each.day))


def _union(offices: Sequence[FreeDay]) -> int:
    mask = 0
    for office in offices:
        mask |= office.starts
    return mask


def _quotas(days: Sequence[Sequence[FreeDay]], limit: int) -> list[int]:
    """How many to take per day: one each, then further rounds while some are left."""
    room = [_union(day).bit_count() for day in days[:limit]]
    quotas = [0] * len(room)
    while limit > 0 and quotas != room:
        for i, most in enumerate(room):
            if limit > 0 and quotas[i] < most:
                quotas[i] += 1
                limit -= 1
    return quotas


def _pick(mask: int, quota: int) -> list[int]:
    """Indices of a day: one is early, several divide the span from first to last."""
    options = list(indices(mask))
    if quota >= len(options):
        return options
    if quota == 1:
        return [_roundest([i for i in options if i < options[0] + _EARLY_TICKS])]
    first, span = options[0], options[-1] - options[0] + 1
    picked: list[int] = []
    for part in range(quota):
        low, high = first + span * part / quota, first + span * (part + 1) / quota
        inside = [i for i in options if low <= i < high]
        if inside:
            picked.append(_roundest(inside))
    rest = [i for i in options if i not in picked]
    while len(picked) < quota:
        picked.append(rest.pop(rest.index(_roundest(rest))))
    return sorted(picked)


def _roundest(options: Sequence[int]) -> int:
    return min(options, key=lambda i: (_roughness(i * MINUTES % 60), i))


def _roughness(minute: int) -> int:
    for rank, step in enumerate((60, 30, 15, 10)):
        if minute % step == 0:
            return rank
    return 4
