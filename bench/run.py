"""The course of the benchmark: both bots up, one under load at a time, taking turns."""

import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from bench import memory
from bench.bots import Bot, FrontDoor, Stock
from bench.figures import Sample, throughput
from bench.load import LongTalk, Script, converse, crowd
from bench.ours import OurBot
from bench.processes import free_port
from bench.stock import StockBot
from bench.talks import CYCLE, Citizen, SmallTalker

OLD_TURN = 300
CLIENTS = 8
_WINDOW = range(OLD_TURN - 4, OLD_TURN + 6)
_BEFORE_WINDOW = _WINDOW.start - 1
_YOUNG_BEFORE = _BEFORE_WINDOW % CYCLE


@dataclass(frozen=True)
class Plan:
    """How much is measured. Each phase of a round lasts about ``seconds``; ``long_talks``
    is how many conversations of ours are led to OLD_TURN, beside one of stock's. On a slow
    machine no further round begins after ``enough`` seconds.
    """

    rounds: int = 5
    seconds: float = 8.0
    long_talks: int = 4
    enough: float = 400.0


@dataclass
class Measured:
    """What was measured of one bot: by kind of conversation, round by round."""

    pid: int
    ready: float
    warm_megabytes: float = 0.0
    loaded_megabytes: float = 0.0
    alone: dict[str, list[list[Sample]]] = field(default_factory=dict)
    crowded: dict[str, list[list[Sample]]] = field(default_factory=dict)
    throughput: dict[str, list[float]] = field(default_factory=dict)
    ageing: list[Sample] = field(default_factory=list)
    young: list[Sample] = field(default_factory=list)
    old: list[Sample] = field(default_factory=list)

    def samples(self) -> list[Sample]:
        """Every turn of the run except the warm-up."""
        by_round = [r for phase in (self.alone, self.crowded) for r in phase.values()]
        flat = [sample for rounds in by_round for samples in rounds for sample in samples]
        return flat + self.ageing + self.young + self.old


@dataclass(frozen=True)
class Side:
    """A bot under measurement. ``scripts`` makes what one of its clients says; ``kinds``
    are the kinds of conversation it is measured with.
    """

    bot: Bot
    measured: Measured
    kinds: tuple[str, ...]
    scripts: Callable[[str], Script]

    async def alone(self, kind: str, seconds: float) -> None:
        """One client."""
        samples = await converse(self.bot, self.scripts(kind), seconds)
        self.measured.alone.setdefault(kind, []).append(samples)

    async def crowded(self, kind: str, seconds: float) -> None:
        """CLIENTS clients, each in conversations of its own."""
        scripts = [self.scripts(kind) for _ in range(CLIENTS)]
        began = time.perf_counter()
        samples = await crowd(self.bot, scripts, seconds)
        self.measured.crowded.setdefault(kind, []).append(samples)
        rates = self.measured.throughput.setdefault(kind, [])
        rates.append(throughput(samples, began, seconds))


async def measure(
    stock: StockBot, ours: OurBot, plan: Plan, say: Callable[[str], None]
) -> tuple[Measured, Measured]:
    """Start both bots, measure stock and ours, end them."""
    async with AsyncExitStack() as stack:
        say("Starting stock Rasa …")
        port = free_port()
        measured = Measured(*await stack.enter_async_context(stock.serving(port)))
        theirs = Side(Stock(f"http://127.0.0.1:{port}"), measured, ("plain",), _small_talkers())
        say(f"Ready after {measured.ready:.1f} s. Starting the front door …")
        port = free_port()
        measured = Measured(*await stack.enter_async_context(ours.serving(port)))
        kinds = ("plain", "booking")
        own = Side(FrontDoor(f"http://127.0.0.1:{port}"), measured, kinds, _citizens())
        say(f"Ready after {measured.ready:.1f} s. Warming both up …")
        await _rounds((theirs, own), plan, say, stack)
        return theirs.measured, own.measured


async def _rounds(
    sides: Sequence[Side], plan: Plan, say: Callable[[str], None], stack: AsyncExitStack
) -> None:
    for side in sides:
        for kind in side.kinds:
            await converse(side.bot, side.scripts(kind), plan.seconds / 2)
        side.measured.warm_megabytes = memory.megabytes(side.measured.pid)
    counts = (1, plan.long_talks)
    talks = [
        [await _long(side, stack) for _ in range(n)] for side, n in zip(sides, counts, strict=True)
    ]
    ends = time.monotonic() + plan.enough
    for number in range(plan.rounds):
        say(f"Round {number + 1} of {plan.rounds} …")
        if time.monotonic() < ends:
            await _load(sides, plan.seconds)
        until = _BEFORE_WINDOW * (number + 1) // plan.rounds
        for side, long_talks in zip(sides, talks, strict=True):
            for talk in long_talks:
                side.measured.ageing += [await talk.turn() for _ in range(talk.turns, until)]
    say(f"Turn {OLD_TURN} beside turn {CYCLE} …")
    for side, long_talks in zip(sides, talks, strict=True):
        for talk in long_talks:
            await _old_beside_young(side, talk, await _long(side, stack))
        side.measured.loaded_megabytes = memory.megabytes(side.measured.pid)


async def _load(sides: Sequence[Side], seconds: float) -> None:
    for side in sides:
        for kind in side.kinds:
            await side.alone(kind, seconds)
    for side in sides:
        for kind in side.kinds:
            await side.crowded(kind, seconds)


async def _old_beside_young(side: Side, old: LongTalk, young: LongTalk) -> None:
    """Ten turns around OLD_TURN and around turn 10 of a new conversation, by turns.

    Both windows hold the same places of the cycle, so the same kinds of turn, and are
    measured in the same moments, so that only the age of the conversation differs.
    """
    side.measured.ageing += [await young.turn() for _ in range(_YOUNG_BEFORE)]
    for _ in _WINDOW:
        side.measured.young.append(await young.turn())
        side.measured.old.append(await old.turn())


async def _long(side: Side, stack: AsyncExitStack) -> LongTalk:
    client = await stack.enter_async_context(side.bot.client())
    return LongTalk(client, side.scripts("cycle"))


def _small_talkers() -> Callable[[str], Script]:
    says = {"plain": SmallTalker.plain, "cycle": SmallTalker.cycle}
    seeds = count(1)
    return lambda kind: partial(says[kind], SmallTalker(next(seeds)))


def _citizens() -> Callable[[str], Script]:
    says = {"plain": Citizen.plain, "booking": Citizen.booking, "cycle": Citizen.cycle}
    seeds = count(1)
    said: set[str] = set()
    return lambda kind: partial(says[kind], Citizen(next(seeds), said))
