"""Training as a process: ``python -m assistant.train MODEL``."""

import argparse
import logging
from pathlib import Path

from assistant import logs

ROOT = Path(__file__).parents[1]
_PROGRESS = ("rasa.engine.training.hooks", "assistant.nlu.meaning")


def main() -> None:
    """Train from config.yml and data/ into the file named."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model", type=Path)
    options = arguments.parse_args()
    logs.configure()
    import rasa

    for name in _PROGRESS:
        logging.getLogger(name).setLevel(logging.INFO)
    result = rasa.train(
        domain=str(ROOT / "data" / "domain"),
        config=str(ROOT / "config.yml"),
        training_files=[str(ROOT / "data" / "nlu"), str(ROOT / "data" / "rules")],
        output=str(options.model.parent),
        fixed_model_name=options.model.name.removesuffix(".tar.gz"),
    )
    if result.code not in (0, None) and not options.model.exists():
        raise SystemExit(f"training failed with code {result.code}")


if __name__ == "__main__":
    main()
