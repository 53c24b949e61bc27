"""Processes by their ids (Linux)."""

from pathlib import Path

_PROC = Path("/proc")


def children(pid: int) -> dict[int, str]:
    """The children of ``pid`` with their command lines."""
    found = (_PROC / str(pid) / "task" / str(pid) / "children").read_text().split()
    return {int(child): _command(int(child)) for child in found}


def is_running(pid: int) -> bool:
    """Whether the process exists and is not merely waiting to be reaped."""
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _command(pid: int) -> str:
    try:
        return (_PROC / str(pid) / "cmdline").read_text().replace("\0", " ")
    except (FileNotFoundError, ProcessLookupError):
        return ""
