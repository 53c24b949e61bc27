"""Stock Rasa: the bot of ``rasa init``, trained once and kept."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bench.processes import serving

_VERSIONS = (
    "import platform, rasa, tensorflow as tf;"
    "print(platform.python_version(), rasa.__version__, tf.__version__)"
)


class StockBot:
    """``python`` is an interpreter with Rasa; everything lies in ``folder``."""

    def __init__(self, python: Path, folder: Path) -> None:
        self._python = python
        self._folder = folder

    def prepare(self) -> None:
        """Create and train the bot where there is none yet. Raises SystemExit on failure."""
        if any(self._models()):
            return
        print("Training the stock bot, once (about 95 s on two idle cores) …", flush=True)
        began = time.monotonic()
        self._folder.mkdir(parents=True, exist_ok=True)
        log = self._folder.parent / "stock-training.log"
        with log.open("wb") as output:
            command = [*self._rasa("init"), "--no-prompt", "--init-dir", "."]
            done = subprocess.run(
                command,
                cwd=self._folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                check=False,
            )
        if done.returncode or not any(self._models()):
            raise SystemExit(f"Training the stock bot failed; see {log}")
        print(f"Trained in {time.monotonic() - began:.0f} s.", flush=True)

    def serving(self, port: int) -> AbstractAsyncContextManager[tuple[int, float]]:
        """``rasa run --enable-api`` on loopback; see processes.serving."""
        options = ["--enable-api", "--interface", "127.0.0.1", "--port", str(port)]
        return serving(
            [*self._rasa("run"), *options],
            _environment(),
            self._folder,
            self._folder.parent / "stock.log",
            f"http://127.0.0.1:{port}/status",
        )

    def versions(self) -> str:
        """Python, Rasa and TensorFlow of both engines."""
        command = [str(self._python), "-c", _VERSIONS]
        said = subprocess.run(
            command, env=_environment(), capture_output=True, text=True, check=True
        )
        python, rasa, tensorflow = said.stdout.split()[-3:]
        return f"engine Python {python}, Rasa {rasa}, TensorFlow {tensorflow}"

    def _rasa(self, command: str) -> list[str]:
        return [str(self._python), "-m", "rasa", command]

    def _models(self) -> Iterator[Path]:
        return (self._folder / "models").glob("*.tar.gz")


def _environment() -> dict[str, str]:
    quiet = {"PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3"}
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**inherited, **quiet, "RASA_TELEMETRY_ENABLED": "false"}
