"""The measurements as Markdown, on the screen and in docs/benchmarks.md."""

from collections.abc import Sequence
from pathlib import Path

from bench.figures import Sample, Spread, failures, growth, of_kind, spread
from bench.run import CLIENTS, OLD_TURN, Measured

_HEAD = ("what", "stock Rasa", "front door", "front door ÷ stock", "goal now", "goal later")


def report(theirs: Measured, own: Measured, about: Sequence[str]) -> str:
    """Both tables with the lines of ``about`` above them."""
    parts = [*about, table(_HEAD, _rows(theirs, own)), *_notes(theirs, own)]
    parts += ["Booking turns, one client, by what the person says:", _by_kind(own)]
    return "\n\n".join(parts)


def _rows(theirs: Measured, own: Measured) -> list[tuple[str, ...]]:
    stock, plain = spread(theirs.alone["plain"]), spread(own.alone["plain"])
    booking = spread(own.alone["booking"])
    stock_rate = _mean(theirs.throughput["plain"])
    rate, booking_rate = _mean(own.throughput["plain"]), _mean(own.throughput["booking"])
    young, old, older = growth(theirs.young, theirs.old)
    our_young, our_old, our_older = growth(own.young, own.old)
    long_talks = [[*own.ageing, *own.young, *own.old]]
    [questions], [asides] = of_kind(long_talks, "question"), of_kind(long_talks, "question amid")
    alone, amid, costlier = growth(questions, asides)
    return [
        ("plain reply, 1 client, p50 / p95", _times(stock), _times(plain),
         _ratios(plain, stock), "", ""),
        ("booking turn with its actions, 1 client, p50 / p95", f"({_times(stock)})",
         _times(booking), _ratios(booking, stock), _kept("p50 ≤ 1", booking.p50 <= stock.p50),
         "p50 ≤ 1/3, p95 ≤ 1/2"),
        (f"plain replies a second, {CLIENTS} clients", f"{stock_rate:.1f}", f"{rate:.1f}",
         f"{rate / stock_rate:.2f}", "", "≥ 4"),
        (f"booking turns a second, {CLIENTS} clients", f"({stock_rate:.1f})",
         f"{booking_rate:.1f}", f"{booking_rate / stock_rate:.2f}", "", "≥ 4"),
        (f"turn 10 → turn {OLD_TURN} of one conversation", _grown(young, old, older),
         _grown(our_young, our_old, our_older), f"{our_old / old:.2f} at turn {OLD_TURN}",
         _kept("ours × ≤ 1.3", our_older <= 1.3), ""),
        ("a question → the same amid a booking, p50", "", _grown(alone, amid, costlier),
         "", _kept("ours × ≤ 1.3", costlier <= 1.3), ""),
        ("memory when warm → at the end, all processes", _memory(theirs), _memory(own),
         f"{own.loaded_megabytes / theirs.loaded_megabytes:.2f}", "", ""),
        ("ready after start", f"{theirs.ready:.1f} s", f"{own.ready:.1f} s",
         f"{own.ready / theirs.ready:.2f}", "", "≤ 30 s"),
    ]  # fmt: skip


def _notes(theirs: Measured, own: Measured) -> list[str]:
    made = [sample for sample in own.samples() if sample.kind == "yes"]
    booked = len(made) - failures(made)
    low_high = ", ".join(
        f"{name} {figures.low:.1f}–{figures.high:.1f}"
        for name, figures in (
            ("stock plain", spread(theirs.alone["plain"])),
            ("our plain", spread(own.alone["plain"])),
            ("our booking", spread(own.alone["booking"])),
        )
    )
    return [
        f"In brackets: stock's plain reply again, since it has nothing to book. "
        f"Least and greatest p50 of the {len(own.alone['plain'])} rounds, ms: {low_high}.",
        f"Turns: stock {len(theirs.samples())}, {failures(theirs.samples())} of them without an "
        f"answer; front door {len(own.samples())}. Bookings begun {len(made)}, "
        f"made {booked} ({100 * booked / max(1, len(made)):.0f} %).",
    ]


def _by_kind(own: Measured) -> str:
    rounds = own.alone["booking"]
    kinds = dict.fromkeys(sample.kind for samples in rounds for sample in samples)
    rows = [_kind_row(kind, of_kind(rounds, kind)) for kind in kinds]
    return table(("turn", "n", "p50 ms", "p95 ms"), rows)


def _kind_row(kind: str, rounds: Sequence[Sequence[Sample]]) -> tuple[str, ...]:
    figures = spread(rounds)
    return kind, str(figures.count), f"{figures.p50:.1f}", f"{figures.p95:.1f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns also line up as plain text."""
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    padded = [
        [cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines
    ]
    ruled = [padded[0], ["-" * width for width in widths], *padded[1:]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in ruled)


def write(page: Path, text: str, section: str = "bench") -> None:
    """Replace what stands between the markers of a section of ``page``.

    Raises ValueError without markers.
    """
    begins, ends = f"<!-- {section}:begin -->", f"<!-- {section}:end -->"
    before, begin, rest = page.read_text(encoding="utf-8").partition(begins)
    _, end, after = rest.partition(ends)
    if not (begin and end):
        raise ValueError(f"{page} has no {begins} … {ends}")
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def _times(figures: Spread) -> str:
    return f"{figures.p50:.1f} / {figures.p95:.1f} ms"


def _ratios(ours: Spread, stock: Spread) -> str:
    return f"{ours.p50 / stock.p50:.2f} / {ours.p95 / stock.p95:.2f}"


def _grown(young: float, old: float, ratio: float) -> str:
    return f"{young:.1f} → {old:.1f} ms (× {ratio:.2f})"


def _memory(side: Measured) -> str:
    return f"{side.warm_megabytes:.0f} → {side.loaded_megabytes:.0f} MB"


def _kept(goal: str, reached: bool) -> str:
    return f"{goal}: {'reached' if reached else 'MISSED'}"


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
