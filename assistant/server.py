"""The engine as a process: ``python -m assistant.server MODEL --port 5005``."""

import argparse
from pathlib import Path

from assistant.loading import prepare

HERE = Path(__file__).parent


def main() -> None:
    """Serve the model until stopped."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("model", type=Path)
    arguments.add_argument("--port", type=int, default=5005)
    options = arguments.parse_args()
    prepare()
    import rasa

    from assistant import session

    session.install()
    rasa.run(
        model=str(options.model),
        endpoints=str(HERE / "endpoints.yml"),
        credentials=str(HERE / "credentials.yml"),
        interface="127.0.0.1",
        port=options.port,
        enable_api=False,
    )


if __name__ == "__main__":
    main()
