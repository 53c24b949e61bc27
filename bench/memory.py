"""Memory of a process with all its descendants, from /proc."""

from pathlib import Path

_PROC = Path("/proc")


def family(pid: int) -> list[int]:
    """``pid`` and all its descendants that are alive."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        parent = _parent(entry) if entry.name.isdigit() else None
        if parent is not None:
            children.setdefault(parent, []).append(int(entry.name))
    found: list[int] = []
    waiting = [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return [member for member in found if (_PROC / str(member)).exists()]


def _parent(entry: Path) -> int | None:
    """The parent of a process; its name, in brackets, may hold anything."""
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError, ValueError):
        return None


def megabytes(pid: int) -> float:
    """Proportional set size of the family: memory shared between processes counts once."""
    return sum(_kilobytes(member) for member in family(pid)) / 1024


def _kilobytes(pid: int) -> int:
    try:
        return read_pss((_PROC / str(pid) / "smaps_rollup").read_text())
    except OSError:
        return 0


def read_pss(rollup: str) -> int:
    """The kilobytes in the ``Pss:`` line of an ``smaps_rollup``; 0 when there is none."""
    for line in rollup.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
