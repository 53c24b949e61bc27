"""What is wrong with a file, and where."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong; `line` counts from 1, 0 means the file as a whole."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        """`FILE:LINE: what is wrong`, as editors understand it."""
        return f"{self.file}:{self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


@dataclass
class Problems:
    """Collects all problems, so that an operator sees them at once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: Path, line: int, text: str) -> None:
        """Note one."""
        self.found.append(Problem(str(file), line, text))

    def listed(self) -> list[str]:
        """All of them in order of file and line."""
        return [str(each) for each in sorted(set(self.found))]


class FilesRefused(ValueError):
    """Nothing was stored; `lines` say why."""

    def __init__(self, problems: Problems) -> None:
        self.lines = problems.listed()
        super().__init__("\n".join(self.lines))


def in_words(error: ValidationError) -> list[tuple[tuple[int | str, ...], str]]:
    """Place and sentence of each fault pydantic found."""
    found = []
    for each in error.errors(include_url=False, include_input=False):
        place = tuple(each["loc"])
        where = ".".join(str(part) for part in place)
        text = each["msg"].removeprefix("Value error, ")
        found.append((place, f"{where}: {text}" if where else text))
    return found
