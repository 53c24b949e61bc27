"""From a file to checked entries, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from pydantic import ValidationError

from backend.appointments.files.lined import read_lined
from backend.appointments.files.problems import Problems, in_words
from backend.appointments.files.shapes import ClosureShape, OfficeShape, ServiceShape
from backend.appointments.files.tables import read_table
from backend.appointments.schemas import Shape

Kind = Literal["services", "offices", "closures"]
KINDS: tuple[Kind, ...] = ("services", "offices", "closures")

Entry = TypeVar("Entry", bound=Shape)


@dataclass(frozen=True)
class Listed(Generic[Entry]):
    """The valid entries of a file with their lines."""

    path: Path
    entries: list[tuple[int, Entry]]


@dataclass
class Files:
    """What was read; a kind without a file stays as it is in the database."""

    services: Listed[ServiceShape] | None = None
    offices: Listed[OfficeShape] | None = None
    closures: Listed[ClosureShape] | None = None
    problems: Problems = field(default_factory=Problems)

    def read(self, kind: Kind, path: Path) -> None:
        """Read the file of a kind, YAML or (services, closures) CSV, and note its problems."""
        if kind == "services":
            self.services = _listed(kind, path, ServiceShape, self.problems)
            _once(self.services, self.problems)
        elif kind == "offices":
            self.offices = _listed(kind, path, OfficeShape, self.problems)
            _once(self.offices, self.problems)
        else:
            self.closures = _listed(kind, path, ClosureShape, self.problems)


def read_folder(folder: Path) -> Files:
    """Read the files of a folder: services.yml, offices.yml and, if there, closures (or .csv)."""
    files = Files()
    for kind in KINDS:
        found = [path for end in ("yml", "csv") if (path := folder / f"{kind}.{end}").exists()]
        if len(found) > 1:
            files.problems.add(found[1], 0, f"{found[0].name} is there as well; keep one of them")
        elif found:
            files.read(kind, found[0])
        elif kind != "closures":
            files.problems.add(folder / f"{kind}.yml", 0, "the file is missing")
    return files


def _listed(kind: Kind, path: Path, shape: type[Entry], problems: Problems) -> Listed[Entry]:
    if path.suffix.lower() == ".csv":
        if kind == "offices":
            problems.add(path, 0, "offices are read from YAML only")
            return Listed(path, [])
        return Listed(path, list(_from_table(kind, path, shape, problems)))
    return Listed(path, list(_from_yaml(kind, path, shape, problems)))


def _from_table(
    kind: Kind, path: Path, shape: type[Entry], problems: Problems
) -> Iterator[tuple[int, Entry]]:
    for line, entry in read_table(kind, path, problems):
        try:
            yield line, shape.model_validate(entry)
        except ValidationError as error:
            for _, text in in_words(error):
                problems.add(path, line, text)


def _from_yaml(
    kind: Kind, path: Path, shape: type[Entry], problems: Problems
) -> Iterator[tuple[int, Entry]]:
    lined = read_lined(path, problems)
    if lined is None:
        return
    content: Any = lined.content
    entries = content.get(kind) if isinstance(content, dict) else None
    if not isinstance(entries, list):
        problems.add(path, lined.line((kind,)), f"a list {kind}: is missing")
        return
    marked = {"sample": True} if content.get("sample") and kind != "closures" else {}
    for number, entry in enumerate(entries):
        line = lined.line((kind, number))
        if not isinstance(entry, dict):
            problems.add(path, line, "an entry consists of names and values")
            continue
        try:
            yield line, shape.model_validate(marked | entry)
        except ValidationError as error:
            for place, text in in_words(error):
                problems.add(path, lined.line((kind, number, *place)), text)


def _once(listed: "Listed[Any]", problems: Problems) -> None:
    seen: dict[str, int] = {}
    for line, entry in listed.entries:
        if entry.key in seen:
            text = f"the key {entry.key} stands in line {seen[entry.key]} already"
            problems.add(listed.path, line, text)
        seen.setdefault(entry.key, line)
