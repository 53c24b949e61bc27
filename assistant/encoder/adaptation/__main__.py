"""``make encoder``: adapt the sentence model to data/nlu and keep the adapter in its place."""

import argparse

import torch

from assistant.encoder import adapter, weights
from assistant.encoder.adaptation.examples import examples
from assistant.encoder.adaptation.learn import Lesson, Plan


def main() -> None:
    """Reads data/nlu, writes assistant/encoder/adapter.npz."""
    options = argparse.ArgumentParser(prog="make encoder", description=__doc__)
    options.add_argument("--epochs", type=int, default=Plan.epochs)
    options.add_argument("--threads", type=int, default=torch.get_num_threads())
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    taught, held = examples()
    print(f"{len(taught)} examples, {len(held)} held out", flush=True)
    lesson = Lesson(weights.read(weights.bundled()), taught, Plan(epochs=chosen.epochs))
    adapter.keep(lesson.run(held))
    print(f"Kept in {adapter.FILE}, {adapter.FILE.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
