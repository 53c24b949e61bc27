"""What people say, line by line, from `data/dates.tsv`: language, reference, text, meaning.

The meaning is written as in `support.written`, "-" stands for no wish. The expectations follow
the date conventions of the design and were written before the parser saw the lines.
"""

import csv
from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.language.dates.support import meant

FILE = Path(__file__).parents[1] / "data" / "dates.tsv"


def cases() -> list[tuple[str, str, str, str]]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [(lang, reference, text, expected) for lang, reference, text, expected in rows]


@pytest.mark.parametrize(("language", "reference", "text", "expected"), cases())
def test_said_and_meant(language: str, reference: str, text: str, expected: str) -> None:
    assert meant(text, language, datetime.fromisoformat(reference)) == expected
