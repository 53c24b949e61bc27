"""``make encoder``: adapt the sentence model to data/nlu and keep the adapter in its place."""

import argparse
from pathlib import Path

import torch

from assistant.encoder import adapter, weights
from assistant.encoder.adaptation.examples import FOLDER, examples
from assistant.encoder.adaptation.learn import Lesson, Plan


def main() -> None:
    """Reads data/nlu, writes assistant/encoder/adapter.npz; or other ones."""
    options = argparse.ArgumentParser(prog="make encoder", description=__doc__)
    options.add_argument("--epochs", type=int, default=Plan.epochs)
    options.add_argument("--threads", type=int, default=torch.get_num_threads())
    options.add_argument("--examples", type=Path, default=FOLDER)
    options.add_argument("--out", type=Path, default=adapter.FILE)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    taught, held = examples(chosen.examples)
    print(f"{len(taught)} examples, {len(held)} held out", flush=True)
    lesson = Lesson(weights.read(weights.bundled()), taught, Plan(epochs=chosen.epochs))
    adapter.keep(lesson.run(held), chosen.out)
    print(f"Kept in {chosen.out}, {chosen.out.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
