"""YAML that knows its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from backend.appointments.files.problems import Problems


@dataclass(frozen=True)
class Lined:
    """The content of a file and the line of each part of it."""

    content: Any
    root: yaml.Node

    def line(self, place: Sequence[int | str]) -> int:
        """The line of what stands at a place (keys and indices), or of the nearest part above."""
        node = self.root
        for step in place:
            child = _child(node, step)
            if child is None:
                break
            node = child
        return int(node.start_mark.line) + 1


def read_lined(path: Path, problems: Problems) -> Lined | None:
    """Read a file; notes problems and returns None when it is no YAML at all."""
    try:
        loader = yaml.SafeLoader(path.read_text(encoding="utf-8-sig"))
        root = loader.get_single_node()
        if root is None:
            problems.add(path, 0, "the file is empty")
            return None
        for key, line in _repeated(root):
            problems.add(path, line, f"{key} is given twice")
        return Lined(loader.construct_document(root), root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        problems.add(path, mark.line + 1 if mark else 0, f"no valid YAML: {error.problem}")
    except (yaml.YAMLError, ValueError) as error:
        problems.add(path, 0, f"no valid YAML: {error}")
    except OSError as error:
        problems.add(path, 0, f"cannot be read: {error.strerror}")
    return None


def _child(node: yaml.Node, step: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        items: list[yaml.Node] = node.value
        return items[step] if step < len(items) else None
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _repeated(root: yaml.Node) -> Iterator[tuple[str, int]]:
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                if str(key.value) in keys:
                    yield str(key.value), key.start_mark.line + 1
                keys.add(str(key.value))
                waiting.append(value)
