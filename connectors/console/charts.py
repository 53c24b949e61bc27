"""Bar charts as numbers; a template draws them as SVG, with a table beside."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 220
_LEFT, _BOTTOM, _TOP = 40, 30, 10
_GRID_LINES = 4
_MOST_LABELS = 14


@dataclass(frozen=True)
class Bar:
    """A rectangle; ``series`` counts from 0."""

    x: float
    y: float
    width: float
    height: float
    series: int
    title: str


@dataclass(frozen=True)
class Mark:
    """A label at a place."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Chart:
    """What to draw, in units of the view box."""

    bars: tuple[Bar, ...]
    labels: tuple[Mark, ...]
    grid: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT


def stacked(
    labels: Sequence[str], series: Sequence[Sequence[float | None]], names: Sequence[str]
) -> Chart:
    """Bars of several series on one another, one for each label; None counts as nothing."""
    totals = [sum(values[at] or 0 for values in series) for at in range(len(labels))]
    top = _round_up(max(totals, default=0))
    room, step = HEIGHT - _BOTTOM - _TOP, (WIDTH - _LEFT) / max(1, len(labels))
    bars = []
    for at, label in enumerate(labels):
        below = 0.0
        for number, values in enumerate(series):
            value = values[at] or 0
            if not value:
                continue
            height = value / top * room
            y = HEIGHT - _BOTTOM - below - height
            title = f"{label}, {names[number]}: {value:g}"
            bars.append(Bar(_LEFT + at * step + step * 0.1, y, step * 0.8, height, number, title))
            below += height
    every = -(-len(labels) // _MOST_LABELS) if labels else 1
    marks = tuple(
        Mark(_LEFT + at * step + step / 2, HEIGHT - _BOTTOM + 18, label)
        for at, label in enumerate(labels)
        if at % every == 0
    )
    grid = tuple(
        Mark(_LEFT - 6, HEIGHT - _BOTTOM - room * n / _GRID_LINES, f"{top * n / _GRID_LINES:g}")
        for n in range(_GRID_LINES + 1)
    )
    return Chart(tuple(bars), marks, grid)


def _round_up(value: float) -> float:
    """The next of 4, 8, 20, 40, 80, 200, …: grid lines at whole numbers."""
    top = 4.0
    while True:
        for factor in (1, 2, 5):
            if value <= top * factor:
                return top * factor
        top *= 10
