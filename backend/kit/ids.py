"""Identifiers: opaque ids for machines, booking codes for people."""

import random
import secrets
import unicodedata
import uuid
from typing import Protocol

# Without 0/O, 1/I/L and U/V confusion: read out on the phone and typed by hand.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
_GROUP = 4


class Ids(Protocol):
    """Makes identifiers."""

    def new(self) -> str:
        """An unguessable id in UUID form."""
        ...

    def code(self) -> str:
        """A booking code in its shown form, e.g. `K7MP-3WQX`."""
        ...


def show_code(letters: str) -> str:
    """Eight letters of the alphabet in their shown form."""
    return f"{letters[:_GROUP]}-{letters[_GROUP:]}"


def normalise_code(text: str) -> str | None:
    """The shown form of a code as people type it, or None if it cannot be one.

    Case, spaces, punctuation and the hyphen do not matter.
    """
    letters = "".join(c for c in unicodedata.normalize("NFKC", text[:64]).upper() if c.isalnum())
    if len(letters) != CODE_LENGTH or any(c not in ALPHABET for c in letters):
        return None
    return show_code(letters)


class RandomIds:
    """Ids from the operating system's randomness."""

    def new(self) -> str:
        """A random UUID."""
        return str(uuid.uuid4())

    def code(self) -> str:
        """A random booking code; the caller checks that it is not taken."""
        return show_code("".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)))


class SeededIds:
    """Repeatable ids; for tests."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)

    def new(self) -> str:
        """The next UUID of the seeded sequence."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def code(self) -> str:
        """The next booking code of the seeded sequence."""
        return show_code("".join(self._random.choices(ALPHABET, k=CODE_LENGTH)))
