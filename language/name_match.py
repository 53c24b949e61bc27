"""A name found in a text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NameMatch:
    """A name with the words that introduce it; character offsets."""

    name: str
    start: int
    end: int
