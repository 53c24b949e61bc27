"""The front door as ``make run`` starts it, with a data folder of its own."""

import os
import shutil
import sys
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bench.processes import free_port, serving
from bench.talks import NOW


class OurBot:
    """``root`` is the project's folder; ``data_dir`` is emptied before the start."""

    def __init__(self, root: Path, data_dir: Path) -> None:
        self._root = root
        self._data_dir = data_dir

    def serving(self, port: int) -> AbstractAsyncContextManager[tuple[int, float]]:
        """``frontdoor run`` on loopback; see processes.serving."""
        shutil.rmtree(self._data_dir, ignore_errors=True)
        environment = {
            **os.environ,
            "FRONTDOOR_PORT": str(port),
            "FRONTDOOR_ENGINE_PORT": str(free_port()),
            "FRONTDOOR_DATA_DIR": str(self._data_dir),
            "FRONTDOOR_NOW": NOW,
            "APPOINTMENTS_MAX_PER_CONTACT": "0",
        }
        return serving(
            [sys.executable, "-m", "frontdoor.cli", "run"],
            environment,
            self._root,
            self._data_dir.with_suffix(".log"),
            f"http://127.0.0.1:{port}/health",
        )
