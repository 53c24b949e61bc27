"""Which numbers of ZMS are which of our keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from backend.appointments.domain.catalogue import Item


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    offices: dict[str, int] = Field(min_length=1)
    services: dict[str, int] = Field(min_length=1)


@dataclass(frozen=True)
class Mapping:
    """Our keys to their ids; what is not in it cannot be booked there."""

    offices: dict[str, int]
    services: dict[str, int]

    def office_keys(self) -> dict[int, str]:
        """Their ids to our keys."""
        return {number: key for key, number in self.offices.items()}

    def wanted(self, items: Iterable[Item]) -> dict[int, int]:
        """Their services with counts. Raises KeyError for one that is not mapped."""
        return {self.services[item.key]: item.count for item in items}


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file. Raises ValueError that names the file and what is wrong."""
    try:
        content = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, ValidationError) as error:
        raise ValueError(f"{path}: {error}") from error
    for kind, numbers in (("offices", content.offices), ("services", content.services)):
        if len(set(numbers.values())) < len(numbers):
            raise ValueError(f"{path}: two {kind} have the same number")
    return Mapping(content.offices, content.services)
