"""When slots that were given back can be booked again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom

from backend.appointments.domain.rules import Rules
from backend.kit.clock import Clock

Chance = Callable[[], float]
"""A number 0 ≤ x < 1 that nobody can foresee."""

by_chance: Chance = SystemRandom().random


@dataclass(frozen=True)
class Returning:
    """Draws the moment, so that a slot cannot be handed to somebody who waits for it."""

    rules: Rules
    clock: Clock
    chance: Chance

    def until(self, start: datetime) -> datetime | None:
        """The instant from which a slot at `start` (wall clock) is bookable; None for at once."""
        delay = self.rules.return_delay(self.clock.local(), start, self.chance())
        return self.clock.now() + delay if delay else None
