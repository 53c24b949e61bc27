"""Where and on what the benchmark ran."""

import os
import platform
import subprocess
from pathlib import Path


def describe(root: Path, engine: str) -> str:
    """One line: cores, memory, load, versions, commit."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = [
        f"{os.cpu_count()} cores ({_processor()})",
        f"{gigabytes:.0f} GB memory",
        f"{platform.system()} {platform.machine()}",
        f"front door Python {platform.python_version()}",
        engine,
        f"commit {commit(root)}",
    ]
    return ", ".join(parts)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def commit(root: Path) -> str:
    """The short commit id, and whether files differ from it."""
    known = _git(root, "rev-parse", "--short", "HEAD")
    if not known:
        return "unknown"
    return f"{known} with changes" if _git(root, "status", "--porcelain") else known


def _git(root: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.strip()
