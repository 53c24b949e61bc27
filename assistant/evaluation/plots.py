"""The figures as pictures."""

from collections.abc import Sequence
from pathlib import Path

from assistant.evaluation.cases import Outcome
from assistant.evaluation.figures import calibration

_DOTS = 110


def save_plots(outcomes: Sequence[Outcome], folder: Path) -> list[Path]:
    """Write ``confusion.png`` and ``calibration.png`` into ``folder``; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / "confusion.png", folder / "calibration.png"]
    _confusion(outcomes, files[0])
    _calibration(outcomes, files[1])
    return files


def _confusion(outcomes: Sequence[Outcome], file: Path) -> None:
    import numpy as np
    from matplotlib.figure import Figure

    names = sorted({name for outcome in outcomes for name in outcome.pair})
    counts = np.zeros((len(names), len(names)))
    for outcome in outcomes:
        meant, said = outcome.pair
        counts[names.index(meant), names.index(said)] += 1
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure = Figure(figsize=(0.24 * len(names) + 4, 0.24 * len(names) + 3))
    axes = figure.subplots()
    image = axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set_xlabel("understood")
    axes.set_ylabel("meant")
    axes.set_title("Share of the messages of each intent")
    figure.colorbar(image, fraction=0.03)
    figure.savefig(file, dpi=_DOTS, bbox_inches="tight")


def _calibration(outcomes: Sequence[Outcome], file: Path) -> None:
    from matplotlib.figure import Figure

    bins = calibration(outcomes)
    figure = Figure(figsize=(5, 5))
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="grey", linestyle="--", label="as sure as right")
    axes.plot([b.confidence for b in bins], [b.accuracy for b in bins], marker="o", label="model")
    for found in bins:
        axes.annotate(str(found.count), (found.confidence, found.accuracy), fontsize=8)
    axes.set(
        xlabel="confidence", ylabel="share right", title="Calibration", xlim=(0, 1), ylim=(0, 1.05)
    )
    axes.legend()
    figure.savefig(file, dpi=_DOTS, bbox_inches="tight")
